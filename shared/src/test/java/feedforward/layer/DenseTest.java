package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DenseTest {
    private final Device device = new HeapDevice();

    @Test
    void forwardMultipliesByTheWeightsAndAddsTheBias() {
        Layer dense = dense(2, 3, 2, Activation.LINEAR);
        set(dense, new float[] {1, 2, 3, 4, 5, 6}, new float[] {0.5f, -1, 0});
        // Row 1: 1·1 + 2·4 + 0.5 = 9.5, 1·2 + 2·5 − 1 = 11, 1·3 + 2·6 = 15.
        // Row 2: 0·1 − 1·4 + 0.5 = −3.5, 0·2 − 1·5 − 1 = −6, 0·3 − 1·6 = −6.
        Tensor y = dense.forward(tensor(Shape.of(2, 2), 1, 2, 0, -1), Pass.training(1, 0));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(y.toArray()).containsExactly(9.5f, 11, 15, -3.5f, -6, -6);
    }

    @Test
    void backwardGivesTheGradientsOfWeightsBiasAndInput() {
        Layer dense = dense(2, 3, 2, Activation.RELU);
        set(dense, new float[] {1, 2, 3, 4, 5, 6}, new float[] {0.5f, -1, 0});
        // As above, but rectified: row 1 is 9.5, 11, 15 and passes gradients on; row 2 is 0, 0, 0 and passes none.
        dense.forward(tensor(Shape.of(2, 2), 1, 2, 0, -1), Pass.training(1, 0));
        Tensor dX = dense.backward(tensor(Shape.of(2, 3), 1, 0, -1, 7, 7, 7));
        // dZ = [1, 0, −1; 0, 0, 0]. dW = Xᵀ·dZ = [1·1, 0, −1·1; 2·1, 0, −1·2]. db = [1, 0, −1].
        assertThat(weightGradient(dense)).containsExactly(1, 0, -1, 2, 0, -2);
        assertThat(biasGradient(dense)).containsExactly(1, 0, -1);
        // dX = dZ·Wᵀ: row 1 is 1·1 − 1·3 = −2 and 1·4 − 1·6 = −2.
        assertThat(dX.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(dX.toArray()).containsExactly(-2, -2, 0, 0);
    }

    @Test
    void backwardAddsToTheGradientsThatAreThere() {
        Layer dense = dense(1, 1, 1, Activation.LINEAR);
        Tensor x = tensor(Shape.of(1, 1), 3);
        Tensor dY = tensor(Shape.of(1, 1), 2);
        dense.forward(x, Pass.training(1, 0));
        dense.backward(dY);
        dense.backwardToParameters(dY);
        assertThat(weightGradient(dense)).containsExactly(12);
        assertThat(biasGradient(dense)).containsExactly(4);
    }

    /** Python: {@code [f(sum(x[i]*W[i][j] for i in range(2)) + b[j]) for x in X for j in range(3)]} in double, by math. */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, -0.2 -0.55 1.2 0.325 -0.9 1.5",
        "SIGMOID, 0.45016600268752216 0.36586440898919936 0.7685247834990175 0.5805423048206596 0.289050497374996"
                + " 0.8175744761936437",
        "TANH, -0.197375320224904 -0.5005202111902353 0.8336546070121552 0.31402092534699755 -0.7162978701990245"
                + " 0.9051482536448664",
        "RELU, 0 0 1.2 0.325 0 1.5"
    })
    void forwardGivesTheReferenceNumbers(Activation activation, String expected) {
        Layer dense = dense(2, 3, 2, activation);
        set(dense, new float[] {0.1f, -0.4f, 0.7f, 0.3f, 0.2f, -0.6f}, new float[] {0.05f, -0.15f, 0.25f});
        float[] y = dense.forward(tensor(Shape.of(2, 2), 0.5f, -1, 2, 0.25f), Pass.training(1, 0))
                .toArray();
        String[] numbers = expected.split(" ");
        for (int i = 0; i < numbers.length; i++) {
            assertThat((double) y[i]).isCloseTo(Double.parseDouble(numbers[i]), within(2e-7));
        }
    }

    @ParameterizedTest
    @EnumSource
    void backwardMatchesFiniteDifferences(Activation activation) {
        DenseSpec spec = new DenseSpec(4, activation);
        Layer dense = spec.build(context(3, 5));
        dense.parameters().get(1).value().set(Numbers.between(4, 1));
        Tensor x = Tensor.of(device, Shape.of(5, 3), Numbers.between(15, 2));
        Tensor dY = Tensor.of(device, Shape.of(5, 4), Numbers.between(20, 3));
        dense.forward(x, Pass.training(1, 0));
        float[] dX = dense.backward(dY).toArray();

        // The loss Σ dY·Y has the gradient dY with respect to Y.
        DoubleNetwork mirror = new DoubleNetwork(List.of(spec), dense.parameters());
        double[] inputs = DoubleNetwork.doubles(x);
        double[] slopes = DoubleNetwork.doubles(dY);
        GradientCheck.assertMatches(
                "dW", weightGradient(dense), mirror.parameters().get(0), () -> dot(slopes, mirror.forward(5, inputs)));
        GradientCheck.assertMatches(
                "db", biasGradient(dense), mirror.parameters().get(1), () -> dot(slopes, mirror.forward(5, inputs)));
        GradientCheck.assertMatches("dX", dX, inputs, () -> dot(slopes, mirror.forward(5, inputs)));
    }

    @Test
    void aShortBatchGivesTheSameRowsAsALongOne() {
        Layer dense = dense(3, 2, 5, Activation.TANH);
        float[] inputs = Numbers.between(15, 4);
        float[] whole = dense.forward(Tensor.of(device, Shape.of(5, 3), inputs), Pass.training(1, 0))
                .toArray();
        Tensor x = Tensor.of(device, Shape.of(5, 3), inputs).rows(2);
        Tensor y = dense.forward(x, Pass.training(1, 0));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(y.toArray()).containsExactly(whole[0], whole[1], whole[2], whole[3]);
        assertThat(dense.backward(y).shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void aShortBatchIgnoresWhatALongOneLeftBehind() {
        Layer used = dense(3, 2, 5, Activation.TANH);
        used.forward(Tensor.of(device, Shape.of(5, 3), Numbers.between(15, 4)), Pass.training(1, 0));
        used.backward(Tensor.of(device, Shape.of(5, 2), Numbers.between(10, 5)));
        used.parameters()
                .forEach(parameter -> parameter
                        .gradient()
                        .set(new float[parameter.gradient().shape().elements()]));
        Layer fresh = dense(3, 2, 5, Activation.TANH);
        for (Layer layer : List.of(used, fresh)) {
            layer.forward(Tensor.of(device, Shape.of(2, 3), Numbers.between(6, 6)), Pass.training(1, 0));
            layer.backward(Tensor.of(device, Shape.of(2, 2), Numbers.between(4, 7)));
        }
        assertThat(weightGradient(used)).containsExactly(weightGradient(fresh));
        assertThat(biasGradient(used)).containsExactly(biasGradient(fresh));
    }

    /** Python, with the random numbers of {@code CounterRngTest}: limit = f32(sqrt(6 / (2 + 1))), w = (2·u − 1)·limit. */
    @Test
    void initialWeightsAreGlorotsAndTheBiasIsZero() {
        Layer small = dense(2, 1, 1, Activation.LINEAR);
        assertThat(small.parameters().get(0).value().toArray())
                .containsExactly(-0.9380731582641602f, 0.42576828598976135f);

        Layer large = dense(784, 128, 1, Activation.RELU);
        float[] weights = large.parameters().get(0).value().toArray();
        float limit = (float) Math.sqrt(6.0 / 912);
        double sum = 0;
        double squares = 0;
        float largest = 0;
        for (float weight : weights) {
            sum += weight;
            squares += weight * weight;
            largest = Math.max(largest, Math.abs(weight));
        }
        assertThat(largest).isBetween(0.999f * limit, limit);
        // Mean 0, variance limit²/3 = 2 / (in + out); both within five standard deviations of 100,352 draws.
        assertThat(sum / weights.length).isCloseTo(0, within(5 * Math.sqrt(2.0 / 912 / weights.length)));
        assertThat(squares / weights.length).isCloseTo(2.0 / 912, within(3.2e-5));
        assertThat(large.parameters().get(1).value().toArray()).containsOnly(0);
    }

    @Test
    void parametersAreNamedAndStoredAsInPyTorch() {
        Layer dense = dense(2, 3, 1, Activation.LINEAR);
        assertThat(dense.parameters()).extracting("name").containsExactly("fc1.weight", "fc1.bias");
        assertThat(dense.parameters().get(0).storedShape()).isEqualTo(Shape.of(3, 2));
        assertThat(dense.parameters().get(1).storedShape()).isEqualTo(Shape.of(3));
    }

    @Test
    void inputOfAnotherShapeIsRefused() {
        Layer dense = dense(784, 10, 4, Activation.LINEAR);
        assertThatThrownBy(() -> dense.forward(Tensor.zeros(device, Shape.of(4, 100)), Pass.training(1, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense input: expected shape [N, 784] but was [4, 100]");
        assertThatThrownBy(() -> dense.forward(Tensor.zeros(device, Shape.of(4, 28, 28)), Pass.training(1, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense input: expected shape [N, 784] but was [4, 28, 28]");
        assertThatThrownBy(() -> dense.forward(Tensor.zeros(device, Shape.of(784)), Pass.training(1, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense input: expected shape [N, 784] but was [784]");
    }

    @Test
    void aBatchLargerThanTheLayerWasBuiltForIsRefused() {
        Layer dense = dense(3, 2, 4, Activation.LINEAR);
        assertThatThrownBy(() -> dense.forward(Tensor.zeros(device, Shape.of(5, 3)), Pass.training(1, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense input: expected at most 4 examples, as it was built for, but was [5, 3]");
    }

    @Test
    void aSpecTakesOneDimensionPerExampleAndGivesItsUnits() {
        DenseSpec spec = new DenseSpec(10, Activation.LINEAR);
        assertThat(spec.output(Shape.of(784))).isEqualTo(Shape.of(10));
        assertThat(spec.parameters(Shape.of(784))).isEqualTo(7850);
        assertThatThrownBy(() -> spec.output(Shape.of(28, 28, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense input: expected features, or time steps of features, but was [28, 28, 1];"
                        + " add a Flatten layer first");
    }

    @Test
    void unitsOutOfRangeAreRefused() {
        for (int units : new int[] {0, -1, 65_537}) {
            assertThatThrownBy(() -> new DenseSpec(units, Activation.LINEAR))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Dense units: expected an integer in [1, 65536] but was " + units);
        }
        assertThat(new DenseSpec(65_536, Activation.LINEAR).units()).isEqualTo(65_536);
    }

    private Layer dense(int in, int out, int batch, Activation activation) {
        return new DenseSpec(out, activation).build(context(in, batch));
    }

    private LayerContext context(int in, int batch) {
        return new LayerContext(device, Shape.of(in), batch, "fc1", 0, CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0));
    }

    private Tensor tensor(Shape shape, float... values) {
        return Tensor.of(device, shape, values);
    }

    private static void set(Layer dense, float[] weight, float[] bias) {
        dense.parameters().get(0).value().set(weight);
        dense.parameters().get(1).value().set(bias);
    }

    private static float[] weightGradient(Layer dense) {
        return dense.parameters().get(0).gradient().toArray();
    }

    private static float[] biasGradient(Layer dense) {
        return dense.parameters().get(1).gradient().toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
