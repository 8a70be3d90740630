package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.DoubleImages;
import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Activation;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Conv2dTest {

    @Test
    void forwardMultipliesEachPlaceByTheKernelAndAddsTheBias() {
        LayerTrial conv = new LayerTrial(valid(1, 2, Activation.LINEAR), Shape.of(3, 3, 1), 1);
        conv.set(0, 1, 2, 3, 4);
        conv.set(1, 0.5f);
        // 1·1 + 2·2 + 4·3 + 5·4 + ½ = 37.5; 1·2 + 2·3 + 3·5 + 4·6 + ½ = 47.5;
        // 1·4 + 2·5 + 3·7 + 4·8 + ½ = 67.5; 1·5 + 2·6 + 3·8 + 4·9 + ½ = 77.5.
        Tensor y = conv.forward(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(y.shape()).isEqualTo(Shape.of(1, 2, 2, 1));
        assertThat(y.toArray()).containsExactly(37.5f, 47.5f, 67.5f, 77.5f);
    }

    @Test
    void backwardGivesTheGradientsOfKernelBiasAndInput() {
        LayerTrial conv = new LayerTrial(valid(1, 2, Activation.RELU), Shape.of(3, 3, 1), 1);
        conv.set(0, 1, 2, 3, 4);
        conv.set(1, -50);
        // As above less 50.5: −13, −3, 17, 27: only the lower two pass gradients on.
        Tensor y = conv.forward(1, 2, 3, 4, 5, 6, 7, 8, 9);
        Tensor dX = conv.backward(y, 9, 9, 1, 2);
        // dW[u,v] = 1·x[1+u, v] + 2·x[1+u, 1+v]: 4 + 10, 5 + 12, 7 + 16, 8 + 18. db = 1 + 2.
        assertThat(conv.gradient(0)).containsExactly(14, 17, 23, 26);
        assertThat(conv.gradient(1)).containsExactly(3);
        // dX: the kernel once at (1, 0), twice at (1, 1): row 1 is 1, 2 + 2, 4; row 2 is 3, 4 + 6, 8.
        assertThat(dX.shape()).isEqualTo(Shape.of(1, 3, 3, 1));
        assertThat(dX.toArray()).containsExactly(0, 0, 0, 1, 4, 4, 3, 10, 8);
    }

    @Test
    void backwardAddsToTheGradientsThatAreThere() {
        LayerTrial conv = new LayerTrial(valid(1, 1, Activation.LINEAR), Shape.of(1, 1, 1), 1);
        Tensor y = conv.forward(3);
        conv.backward(y, 2);
        conv.layer.backwardToParameters(y);
        assertThat(conv.gradient(0)).containsExactly(6 + 3 * y.toArray()[0]);
    }

    /** Python: five loops over the equation, in double, with math.tanh and max. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SAME | 2 | 3 | TANH | 0.17808086811733026, 0.1877462058682854, -0.27290508056313273,"
                        + " -0.38847268021606096, -0.11942729853438593, -0.3627074675780511, 0.06988589031642893,"
                        + " -0.24491866240370913",
                "VALID | 1 | 2 | RELU | 0, 0.33999999999999997, 0.5800000000000001, 0, 0, 0.29000000000000004"
            })
    void forwardGivesTheReferenceNumbers(
            Padding padding, int stride, int kernel, Activation activation, String expected) {
        int filters = stride;
        Conv2dSpec spec = new Conv2dSpec(filters, kernel, stride, padding, activation, Initialiser.DEFAULT);
        LayerTrial conv = new LayerTrial(spec, Shape.of(4, 3, 2), 1);
        conv.set(0, LayerTrial.sequence(kernel * kernel * 2 * filters, 5, 2, 13));
        conv.set(1, filters == 2 ? new float[] {0.1f, -0.2f} : new float[] {0.05f});
        float[] y = conv.forward(LayerTrial.sequence(24, 7, 3, 11)).toArray();
        double[] numbers = LayerTrial.numbers(expected);
        assertThat(y).hasSize(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat((double) y[i]).isCloseTo(numbers[i], within(2e-7));
        }
    }

    @ParameterizedTest
    @EnumSource
    void backwardMatchesFiniteDifferences(Activation activation) {
        check(new Conv2dSpec(3, 2, 1, Padding.VALID, activation, Initialiser.DEFAULT), 0, 4, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "SAME, 3, 1, 1, 5, 4",
        "SAME, 2, 1, 0, 5, 4",
        "SAME, 3, 2, 1, 5, 3",
        "VALID, 3, 2, 0, 7, 5",
        "VALID, 1, 3, 0, 5, 4",
        "SAME, 5, 3, 1, 2, 2"
    })
    void backwardMatchesFiniteDifferencesForEachWayToLieOnTheImage(
            Padding padding, int kernel, int stride, int before, int height, int width) {
        Conv2dSpec spec = new Conv2dSpec(3, kernel, stride, padding, Activation.TANH, Initialiser.DEFAULT);
        check(spec, before, height, width);
    }

    @Test
    void theCheckRefusesAKernelGradientThatIsTransposed() {
        Conv2dSpec spec = valid(3, 2, Activation.TANH);
        Checked conv = new Checked(spec, 0, 4, 3);
        float[] planted = conv.trial.gradient(0);
        float swapped = planted[1];
        planted[1] = planted[3];
        planted[3] = swapped;
        assertThatThrownBy(() -> GradientCheck.assertMatches("dW", planted, conv.weight, conv::loss))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("dW[1]: expected ");
    }

    @Test
    void aShortBatchGivesTheSameAsALongOne() {
        LayerTrial conv = new LayerTrial(valid(3, 2, Activation.TANH), Shape.of(4, 3, 2), 5);
        float[] x = Numbers.between(5 * 24, 4);
        float[] whole = conv.forward(x).toArray();
        Tensor y = conv.layer.forward(conv.examples(x).rows(2), Pass.training(1, 0));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 3, 2, 3));
        assertThat(y.toArray()).isEqualTo(Arrays.copyOf(whole, 36));
        assertThat(conv.layer.backward(y).shape()).isEqualTo(Shape.of(2, 4, 3, 2));
    }

    @Test
    void kernelsAreStoredAsInPyTorch() {
        LayerTrial conv = new LayerTrial(valid(2, 2, Activation.LINEAR), Shape.of(4, 4, 3), 1);
        assertThat(conv.layer.parameters()).extracting("name").containsExactly("conv1.weight", "conv1.bias");
        assertThat(conv.parameter(0).storedShape()).isEqualTo(Shape.of(2, 3, 2, 2));
        float[] values = new float[24];
        for (int i = 0; i < 24; i++) {
            values[i] = i;
        }
        conv.set(0, values);
        // In memory at ((u·2 + v)·3 + c)·2 + o; in files filter 0 first, of it channel 0, of it row by row.
        assertThat(conv.parameter(0).stored()).startsWith(0, 6, 12, 18, 2, 8, 14, 20, 4, 10, 16, 22, 1, 7);
    }

    /** fan in = 9·2, fan out = 9·4, so the limit is √(6 / 54) = ⅓. */
    @Test
    void initialWeightsAreGlorotsForTheKernelsPlaces() {
        LayerTrial conv = new LayerTrial(new Conv2dSpec(4, 3, Padding.VALID, Activation.RELU), Shape.of(5, 5, 2), 1);
        float largest = 0;
        for (float weight : conv.value(0)) {
            largest = Math.max(largest, Math.abs(weight));
        }
        assertThat(largest).isBetween(0.3f, 1f / 3);
        assertThat(conv.value(1)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "VALID, 3, 1, 26, 24",
        "VALID, 5, 2, 12, 11",
        "SAME, 3, 1, 28, 26",
        "SAME, 4, 2, 14, 13",
        "SAME, 1, 3, 10, 9",
        "VALID, 26, 1, 3, 1"
    })
    void theOutputsSizeFollowsFromPaddingAndStride(Padding padding, int kernel, int stride, int height, int width) {
        Conv2dSpec spec = new Conv2dSpec(7, kernel, stride, padding, Activation.RELU, Initialiser.DEFAULT);
        assertThat(spec.output(Shape.of(28, 26, 3))).isEqualTo(Shape.of(height, width, 7));
        assertThat(spec.parameters(Shape.of(28, 26, 3))).isEqualTo((kernel * kernel * 3 + 1) * 7L);
        assertThat(spec.stored(Shape.of(28, 26, 3))).isEqualTo((kernel * kernel * 3 + 1) * 7L);
    }

    @Test
    void parametersOfAHugeInputDoNotOverflow() {
        Conv2dSpec spec = new Conv2dSpec(65_536, 31, Padding.SAME, Activation.RELU);
        assertThat(spec.parameters(Shape.of(1, 1, 10_000_000))).isEqualTo((961L * 10_000_000 + 1) * 65_536);
    }

    @Test
    void whatIsNoImageOrTooSmallIsRefused() {
        Conv2dSpec spec = valid(1, 3, Activation.RELU);
        assertThatThrownBy(() -> spec.output(Shape.of(784)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv2d input: expected an image [height, width, channels] but was [784];"
                        + " give the network an input such as [28, 28, 1]");
        // 9 · 14,563 = 131,067 and 9 · 14,564 = 131,076, beside 131,072.
        assertThat(spec.output(Shape.of(3, 3, 14_563))).isEqualTo(Shape.of(1, 1, 1));
        assertThatThrownBy(() -> spec.output(Shape.of(3, 3, 14_564)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "Conv2d kernel: expected at most 131072 values under it but 3×3 in 14564 channels has 131076");
        assertThatThrownBy(() -> spec.output(Shape.of(28, 2, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv2d kernel: expected at most 2 for images [28, 2, 1] but was 3;"
                        + " make it smaller, or the padding \"same\"");
    }

    @Test
    void inputOfAnotherShapeIsRefused() {
        LayerTrial conv = new LayerTrial(valid(1, 2, Activation.RELU), Shape.of(4, 3, 2), 2);
        assertThatThrownBy(() -> conv.layer.forward(LayerTrial.zeros(2, 3, 4, 2), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv2d input: expected shape [N, 4, 3, 2] but was [2, 3, 4, 2]");
        assertThatThrownBy(() -> conv.layer.forward(LayerTrial.zeros(3, 4, 3, 2), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv2d input: expected at most 2 examples, as it was built for, but was [3, 4, 3, 2]");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, 1, 'filters: expected an integer in [1, 65536] but was 0'",
        "65537, 3, 1, 'filters: expected an integer in [1, 65536] but was 65537'",
        "8, 0, 1, 'kernel: expected an integer in [1, 31] but was 0'",
        "8, 32, 1, 'kernel: expected an integer in [1, 31] but was 32'",
        "8, 3, 0, 'stride: expected an integer in [1, 31] but was 0'",
        "8, 3, 32, 'stride: expected an integer in [1, 31] but was 32'"
    })
    void numbersOutOfRangeAreRefused(int filters, int kernel, int stride, String message) {
        assertThatThrownBy(() ->
                        new Conv2dSpec(filters, kernel, stride, Padding.SAME, Activation.RELU, Initialiser.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Conv2d " + message);
    }

    private static Conv2dSpec valid(int filters, int kernel, Activation activation) {
        return new Conv2dSpec(filters, kernel, Padding.VALID, activation);
    }

    private static void check(Conv2dSpec spec, int before, int height, int width) {
        Checked conv = new Checked(spec, before, height, width);
        GradientCheck.assertMatches("dW", conv.trial.gradient(0), conv.weight, conv::loss);
        GradientCheck.assertMatches("db", conv.trial.gradient(1), conv.bias, conv::loss);
        GradientCheck.assertMatches("dX", conv.dX, conv.x, conv::loss);
    }

    /** A convolution of three images with two channels after one backward pass, and its double mirror. */
    private static final class Checked {
        private final LayerTrial trial;
        private final Conv2dSpec spec;
        private final int before;
        private final DoubleImages.Size in;
        private final DoubleImages.Size out;
        private final double[] x;
        private final double[] weight;
        private final double[] bias;
        private final double[] slopes;
        private final float[] dX;

        Checked(Conv2dSpec spec, int before, int height, int width) {
            this.spec = spec;
            this.before = before;
            trial = new LayerTrial(spec, Shape.of(height, width, 2), 3);
            trial.set(1, Numbers.between(spec.filters(), 1));
            Tensor inputs = trial.examples(3, 2);
            Tensor y = trial.forward(inputs.toArray());
            float[] dY = Numbers.between(y.shape().elements(), 3);
            dX = trial.backward(y, dY).toArray();
            in = new DoubleImages.Size(3, height, width, 2);
            out = new DoubleImages.Size(3, y.shape().size(1), y.shape().size(2), spec.filters());
            x = DoubleNetwork.doubles(inputs);
            weight = LayerTrial.doubles(trial.value(0));
            bias = LayerTrial.doubles(trial.value(1));
            slopes = LayerTrial.doubles(dY);
        }

        double loss() {
            double[] z = DoubleImages.convolve(in, x, weight, bias, spec.kernel(), spec.stride(), before, out);
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                sum += slopes[i] * DoubleNetwork.activated(spec.activation(), z[i]);
            }
            return sum;
        }
    }
}
