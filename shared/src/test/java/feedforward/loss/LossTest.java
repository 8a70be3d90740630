package feedforward.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.ActivationSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {
    private final Device device = new HeapDevice();

    @Test
    void squaredErrorIsHalfTheMeanOfTheSquares() {
        Loss loss = new Loss(LossKind.SQUARED_ERROR, device, 2, 2);
        // Errors (1, 0) and (0, 2): ½·1 = 0.5 and ½·4 = 2; their mean 1.25. The gradient is the error / 2.
        double value = loss.evaluate(tensor(2, 2, 1, 2, 3, 5), tensor(2, 2, 0, 2, 3, 3));
        assertThat(value).isEqualTo(1.25);
        assertThat(loss.gradient().shape()).isEqualTo(Shape.of(2, 2));
        assertThat(loss.gradient().toArray()).containsExactly(0.5f, 0, 0, 1);
    }

    @Test
    void crossEntropyOfEqualLogitsIsTheLogOfTheirNumber() {
        Loss loss = new Loss(LossKind.CROSS_ENTROPY, device, 2, 2);
        // p = ½ everywhere: −ln ½ for the first, −½·ln ½ − ½·ln ½ for the second; both ln 2.
        double value = loss.evaluate(tensor(2, 2, 3, 3, 0, 0), tensor(2, 2, 0, 1, 0.5f, 0.5f));
        assertThat(value).isCloseTo(Math.log(2), within(1e-7));
        // (p − t) / 2.
        assertThat(loss.gradient().toArray()).containsExactly(0.25f, -0.25f, 0, 0);
    }

    /** Python: {@code L = [-sum(t*log(p) for t, p in zip(ts, softmax(z))) for z, ts in zip(Z, T)]}, gradient (p − t)/2. */
    @Test
    void crossEntropyGivesTheReferenceNumbers() {
        Loss loss = new Loss(LossKind.CROSS_ENTROPY, device, 2, 3);
        double value = loss.evaluate(tensor(2, 3, 1, 2, 3, 0.5f, -1.5f, 0), tensor(2, 3, 0, 0, 1, 0.2f, 0.3f, 0.5f));
        assertThat(value).isCloseTo(0.9062814420431857, within(1e-7));
        double[] expected = {
            0.04501528658519023,
            0.12236423552739882,
            -0.1673795221125891,
            0.18704849648384728,
            -0.1111522104257147,
            -0.07589628605813259
        };
        float[] gradient = loss.gradient().toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) gradient[i]).isCloseTo(expected[i], within(3e-8));
        }
    }

    @Test
    void binaryCrossEntropyOfNoOpinionIsTheLogOfTwo() {
        Loss loss = new Loss(LossKind.BINARY_CROSS_ENTROPY, device, 2, 1);
        // z = 0: p = ½, −ln ½ whatever the target; gradient (½ − 1)/2 and (½ − ¼)/2.
        assertThat(loss.evaluate(tensor(2, 1, 0, 0), tensor(2, 1, 1, 0.25f))).isCloseTo(Math.log(2), within(1e-7));
        assertThat(loss.gradient().toArray()).containsExactly(-0.25f, 0.125f);
    }

    /** Python: {@code -t*log(s) - (1 - t)*log(1 - s)} with {@code s = 1/(1 + exp(-z))}, summed over rows, mean of two. */
    @Test
    void binaryCrossEntropyGivesTheReferenceNumbers() {
        Loss loss = new Loss(LossKind.BINARY_CROSS_ENTROPY, device, 2, 2);
        double value = loss.evaluate(tensor(2, 2, 1.5f, -0.5f, -2, 0.25f), tensor(2, 2, 1, 0, 0.75f, 0.5f));
        assertThat(value).isCloseTo(1.5016788465423376, within(1e-7));
        double[] expected = {-0.09121276190317817, 0.1887703343990727, -0.3153985389889412, 0.031088250442899035};
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) loss.gradient().toArray()[i]).isCloseTo(expected[i], within(3e-8));
        }
    }

    @Test
    void binaryCrossEntropyOfExtremeLogitsIsFinite() {
        Loss loss = new Loss(LossKind.BINARY_CROSS_ENTROPY, device, 2, 1);
        // Surely right: 0. Surely wrong: |z| = 10,000.
        assertThat(loss.evaluate(tensor(2, 1, 1e4f, -1e4f), tensor(2, 1, 1, 1))).isEqualTo(5_000);
        assertThat(loss.gradient().toArray()).containsExactly(0, -0.5f);
    }

    @Test
    void absoluteErrorIsTheMeanOfTheSizes() {
        Loss loss = new Loss(LossKind.ABSOLUTE_ERROR, device, 2, 2);
        // Errors (1, −3) and (0, ½): 4 and ½; their mean 2.25. The gradient is the sign / 2.
        assertThat(loss.evaluate(tensor(2, 2, 1, -1, 5, 3.5f), tensor(2, 2, 0, 2, 5, 3)))
                .isEqualTo(2.25);
        assertThat(loss.gradient().toArray()).containsExactly(0.5f, -0.5f, 0, 0.5f);
    }

    @Test
    void hubersLossIsSquareNearAndStraightFar() {
        Loss loss = new Loss(LossKind.HUBER, device, 2, 2);
        // Errors (½, −3) and (3, −1): ⅛ + 2½ and 2½ + ½; their mean 2.8125. The gradient is the error within ±1, / 2.
        assertThat(loss.evaluate(tensor(2, 2, 0.5f, -1, 4, 0), tensor(2, 2, 0, 2, 1, 1)))
                .isEqualTo(2.8125);
        assertThat(loss.gradient().toArray()).containsExactly(0.25f, -0.5f, 0.5f, -0.5f);
    }

    /** Python, in double, from the definitions. */
    @Test
    void absoluteAndHubersErrorGiveTheReferenceNumbers() {
        Tensor output = tensor(2, 3, 0.3f, -1.7f, 2.45f, 0.9f, 0.05f, -0.6f);
        Tensor target = tensor(2, 3, 0.1f, 0.4f, 2.5f, -0.8f, 0, -1.9f);
        assertThat(new Loss(LossKind.ABSOLUTE_ERROR, device, 2, 3).evaluate(output, target))
                .isCloseTo(2.6999999787658453, within(3e-7));
        assertThat(new Loss(LossKind.HUBER, device, 2, 3).evaluate(output, target))
                .isCloseTo(1.8112499968893834, within(3e-7));
    }

    @ParameterizedTest
    @EnumSource
    void aWrongGradientIsFound(LossKind kind) {
        double[] outputs = {0.25, -0.5, 0.75};
        double[] wanted = {0, 1, 0};
        Loss loss = new Loss(kind, device, 1, 3);
        loss.evaluate(tensor(1, 3, 0.25f, -0.5f, 0.75f), tensor(1, 3, 0, 1, 0));
        float[] gradient = loss.gradient().toArray();
        gradient[1] = -gradient[1];
        DoubleNetwork mirror = new DoubleNetwork(endOf(kind), List.of());
        assertThatThrownBy(() -> GradientCheck.assertMatches(
                        "dY", gradient, outputs, () -> mirror.loss(kind, 1, outputs, wanted)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("dY[1]: expected ");
    }

    @ParameterizedTest
    @EnumSource
    void gradientMatchesFiniteDifferences(LossKind kind) {
        float[] targets = Numbers.oneHot(3, 4, 1);
        targets[0] = 0.3f;
        targets[1] = 0.1f;
        targets[2] = 0.2f;
        targets[3] = 0.4f;
        Tensor output = tensor(3, 4, Numbers.between(12, 2));
        Tensor target = tensor(3, 4, targets);
        Loss loss = new Loss(kind, device, 3, 4);
        double value = loss.evaluate(output, target);

        DoubleNetwork mirror = new DoubleNetwork(endOf(kind), List.of());
        double[] outputs = DoubleNetwork.doubles(output);
        double[] wanted = DoubleNetwork.doubles(target);
        assertThat(value).isCloseTo(mirror.loss(kind, 3, outputs, wanted), within(1e-6));
        GradientCheck.assertMatches(
                "dY", loss.gradient().toArray(), outputs, () -> mirror.loss(kind, 3, outputs, wanted));
    }

    @ParameterizedTest
    @EnumSource
    void aShortBatchIsAveragedByItsOwnSize(LossKind kind) {
        float[] outputs = Numbers.between(20, 3);
        float[] targets = Numbers.oneHot(5, 4, 4);
        Loss reused = new Loss(kind, device, 5, 4);
        reused.evaluate(tensor(5, 4, outputs), tensor(5, 4, targets));
        double value = reused.evaluate(
                tensor(5, 4, outputs).rows(2), tensor(5, 4, targets).rows(2));

        Loss exact = new Loss(kind, device, 2, 4);
        assertThat(value)
                .isEqualTo(exact.evaluate(
                        tensor(5, 4, outputs).rows(2), tensor(5, 4, targets).rows(2)));
        assertThat(reused.gradient().shape()).isEqualTo(Shape.of(2, 4));
        assertThat(reused.gradient().toArray()).containsExactly(exact.gradient().toArray());
    }

    @Test
    void crossEntropyOfExtremeLogitsIsFinite() {
        Loss loss = new Loss(LossKind.CROSS_ENTROPY, device, 2, 2);
        // Surely right: 0. Surely wrong: z[1] − z[0] = 20,000.
        assertThat(loss.evaluate(tensor(2, 2, 1e4f, -1e4f, 1e4f, -1e4f), tensor(2, 2, 1, 0, 0, 1)))
                .isEqualTo(10_000);
        assertThat(loss.gradient().toArray()).containsExactly(0, 0, 0.5f, -0.5f);
    }

    @Test
    void everyStepOfASequenceCountsLikeAnExample() {
        float[] outputs = Numbers.between(24, 5);
        float[] targets = Numbers.oneHot(6, 4, 6);
        Loss ofSequences = new Loss(LossKind.CROSS_ENTROPY, device, 2, Shape.of(3, 4));
        Tensor output = Tensor.of(device, Shape.of(2, 3, 4), outputs);
        double value = ofSequences.evaluate(output, Tensor.of(device, Shape.of(2, 3, 4), targets));
        Loss ofRows = new Loss(LossKind.CROSS_ENTROPY, device, 6, 4);
        assertThat(value).isEqualTo(ofRows.evaluate(tensor(6, 4, outputs), tensor(6, 4, targets)));
        assertThat(ofSequences.gradient().shape()).isEqualTo(Shape.of(2, 3, 4));
        assertThat(ofSequences.gradient().toArray())
                .containsExactly(ofRows.gradient().toArray());

        Tensor first = output.rows(1);
        Tensor wanted = Tensor.of(device, Shape.of(1, 3, 4), Numbers.oneHot(3, 4, 6));
        double ofOne = ofSequences.evaluate(first, wanted);
        assertThat(ofOne).isEqualTo(ofRows.evaluate(tensor(6, 4, outputs).rows(3), wanted.as(Shape.of(3, 4))));
        assertThat(ofSequences.gradient().shape()).isEqualTo(Shape.of(1, 3, 4));
        for (Shape shape : List.of(Shape.of(2, 12), Shape.of(2, 4, 3), Shape.of(3, 3, 4), Shape.of(0, 3, 4))) {
            Tensor other = Tensor.zeros(device, shape);
            assertThatThrownBy(() -> ofSequences.evaluate(other, other))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage("Loss output: expected shape [N, 3, 4] with N from 1 to 2 but was " + shape);
        }
    }

    @Test
    void theMeanIsTakenInDouble() {
        // In float32, 2²⁴ + 1 = 2²⁴ would swallow the small losses.
        Loss loss = new Loss(LossKind.SQUARED_ERROR, device, 3, 1);
        double value = loss.evaluate(tensor(3, 1, 8192, 2, 2), tensor(3, 1, 0, 0, 0));
        assertThat(value).isEqualTo((33_554_432.0 + 2 + 2) / 3);
    }

    @Test
    void aLossThatIsNoNumberIsPassedOn() {
        Loss loss = new Loss(LossKind.SQUARED_ERROR, device, 1, 1);
        assertThat(loss.evaluate(tensor(1, 1, Float.NaN), tensor(1, 1, 0))).isNaN();
        assertThat(loss.evaluate(tensor(1, 1, 1e30f), tensor(1, 1, 0))).isInfinite();
    }

    @Test
    void targetsOfAnotherShapeThanTheOutputAreRefused() {
        Loss loss = new Loss(LossKind.SQUARED_ERROR, device, 4, 10);
        assertThatThrownBy(() ->
                        loss.evaluate(Tensor.zeros(device, Shape.of(4, 10)), Tensor.zeros(device, Shape.of(4, 1))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Loss target: expected shape [4, 10], as the network's output has, but was [4, 1]");
    }

    @Test
    void outputsThatTheLossWasNotBuiltForAreRefused() {
        Loss loss = new Loss(LossKind.CROSS_ENTROPY, device, 4, 10);
        for (Shape shape :
                List.of(Shape.of(4, 5), Shape.of(5, 10), Shape.of(0, 10), Shape.of(10), Shape.of(1, 1, 10))) {
            Tensor tensor = Tensor.zeros(device, shape);
            assertThatThrownBy(() -> loss.evaluate(tensor, tensor))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage("Loss output: expected shape [N, 10] with N from 1 to 4 but was " + shape);
        }
    }

    @Test
    void kindsHaveTheNamesThatFilesUse() {
        assertThat(LossKind.SQUARED_ERROR.id()).isEqualTo("squared-error");
        assertThat(LossKind.CROSS_ENTROPY.id()).isEqualTo("cross-entropy");
        assertThat(LossKind.BINARY_CROSS_ENTROPY.id()).isEqualTo("binary-cross-entropy");
        assertThat(LossKind.ABSOLUTE_ERROR.id()).isEqualTo("absolute-error");
        assertThat(LossKind.HUBER.id()).isEqualTo("huber");
    }

    @Test
    void crossEntropiesTakeLogitsAndTheOthersTheOutput() {
        assertThat(LossKind.values()).filteredOn(LossKind::includesSoftmax).containsExactly(LossKind.CROSS_ENTROPY);
        assertThat(LossKind.values())
                .filteredOn(LossKind::includesSigmoid)
                .containsExactly(LossKind.BINARY_CROSS_ENTROPY);
        assertThat(LossKind.values())
                .filteredOn(LossKind::takesLogits)
                .containsExactly(LossKind.CROSS_ENTROPY, LossKind.BINARY_CROSS_ENTROPY);
    }

    /** The layers that the loss includes. */
    private static List<LayerSpec> endOf(LossKind kind) {
        if (kind.includesSoftmax()) {
            return List.of(new SoftmaxSpec());
        }
        return kind.includesSigmoid() ? List.of(new ActivationSpec(Activation.SIGMOID)) : List.of();
    }

    private Tensor tensor(int rows, int columns, float... values) {
        return Tensor.of(device, Shape.of(rows, columns), values);
    }
}
