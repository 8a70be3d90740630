package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationFunctionTest {

    /** Reference values in double precision: 1/(1+e⁻¹), tanh 1, ln(1+e), ½(1+tanh(√(2/π)·1.044715)), e/(e+2). */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 1, 1, 1",
        "SIGMOID, 1, 0.7310586, 0.1966119",
        "TANH, 1, 0.7615942, 0.4199743",
        "RELU, 1, 1, 1",
        "RELU, -1, 0, 0",
        "LEAKY_RELU, -1, -0.01, 0.01",
        "SOFTPLUS, 1, 1.3132617, 0.7310586",
        "GELU, 1, 0.8411920, 1.0829641",
        "SOFTMAX, 1, 0.5761169, 0.2442062"
    })
    void givesValueAndSlope(ActivationFunction function, float z, double value, double slope) {
        assertThat((double) function.value(z)).isCloseTo(value, within(2e-6));
        assertThat((double) function.slope(z)).isCloseTo(slope, within(2e-6));
    }

    @ParameterizedTest
    @EnumSource
    void theSlopeIsTheCentralDifference(ActivationFunction function) {
        float step = 0.01f;
        for (float z : new float[] {-2.5f, -0.75f, 0.5f, 2f}) {
            double difference = (function.value(z + step) - function.value(z - step)) / (2.0 * step);
            assertThat((double) function.slope(z)).as("at " + z).isCloseTo(difference, within(1e-4));
        }
    }

    /** σ′ = 0.05 at ln((1+√0.8)/(1−√0.8)) = 2.887; 1 − tanh² = 0.05 at 2.178; σ = 0.05 at −2.944. */
    @ParameterizedTest
    @CsvSource({"SIGMOID, 2.87, 2.90", "TANH, 2.16, 2.19", "SOFTPLUS, -2.93, -2.96", "RELU, 0.01, -0.01"})
    void isFlatWhereTheSlopeIsBelowATwentieth(ActivationFunction function, float steep, float flat) {
        assertThat(function.isFlat(steep)).isFalse();
        assertThat(function.isFlat(flat)).isTrue();
    }
}
