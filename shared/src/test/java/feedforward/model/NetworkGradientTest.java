package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.Loss;
import feedforward.loss.LossKind;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole networks' gradients against a double-precision mirror; and that the check tells a wrong gradient from a right one. */
class NetworkGradientTest {
    private static final int N = 6;

    private final Device device = new HeapDevice();
    private final float[] inputs = Numbers.between(N * 3, 11);
    private final float[] targets = Numbers.oneHot(N, 4, 12);

    @ParameterizedTest
    @EnumSource
    void squaredErrorsGradientMatchesFiniteDifferences(Activation activation) {
        check(twoLayers(activation, activation), LossKind.SQUARED_ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void squaredErrorsGradientThroughSoftmaxMatchesFiniteDifferences(Activation activation) {
        check(endingInSoftmax(activation), LossKind.SQUARED_ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void crossEntropysGradientMatchesFiniteDifferences(Activation activation) {
        check(endingInSoftmax(activation), LossKind.CROSS_ENTROPY);
    }

    @Test
    void theCheckRefusesASingleSlopeThatIsTwoThousandthsOff() {
        Checked network = backward(endingInSoftmax(Activation.TANH), LossKind.CROSS_ENTROPY);
        float[] planted = network.gradients.get(2).clone();
        int largest = largest(planted);
        assertThat(Math.abs(planted[largest])).isGreaterThan(0.05f);
        planted[largest] *= 1.002f;
        assertThatThrownBy(() -> network.check(2, planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("fc2.weight[" + largest + "]: expected ");
    }

    @Test
    void theCheckRefusesAGradientOfTheWrongSign() {
        Checked network = backward(twoLayers(Activation.SIGMOID, Activation.LINEAR), LossKind.SQUARED_ERROR);
        float[] planted = network.gradients.get(0).clone();
        for (int i = 0; i < planted.length; i++) {
            planted[i] = -planted[i];
        }
        assertThatThrownBy(() -> network.check(0, planted)).isInstanceOf(AssertionError.class);
    }

    @Test
    void theCheckRefusesNan() {
        Checked network = backward(twoLayers(Activation.SIGMOID, Activation.LINEAR), LossKind.SQUARED_ERROR);
        float[] planted = network.gradients.get(0).clone();
        planted[3] = Float.NaN;
        assertThatThrownBy(() -> network.check(0, planted)).isInstanceOf(AssertionError.class);
    }

    /** The mistake in the course's own notebook: outer(−x, y·(1 − p)), which moves only the true class's column. */
    @Test
    void theCheckRefusesTheNotebooksGradient() {
        NetworkSpec spec =
                new NetworkSpec(Shape.of(3), List.of(new DenseSpec(4, Activation.LINEAR), new SoftmaxSpec()));
        Checked network = backward(spec, LossKind.CROSS_ENTROPY);
        double[] x = network.x;
        double[] p = network.mirror.forward(N, x);
        float[] notebooks = new float[3 * 4];
        for (int row = 0; row < N; row++) {
            for (int i = 0; i < 3; i++) {
                for (int c = 0; c < 4; c++) {
                    notebooks[i * 4 + c] -=
                            (float) (x[row * 3 + i] * network.t[row * 4 + c] * (1 - p[row * 4 + c]) / N);
                }
            }
        }
        assertThatThrownBy(() -> network.check(0, notebooks))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("fc1.weight[");
    }

    private void check(NetworkSpec spec, LossKind kind) {
        Checked network = backward(spec, kind);
        for (int i = 0; i < network.gradients.size(); i++) {
            network.check(i, network.gradients.get(i));
        }
    }

    private Checked backward(NetworkSpec spec, LossKind kind) {
        Network network = Network.build(spec, device, N, 5);
        for (Parameter parameter : network.parameters()) {
            if (parameter.name().endsWith("bias")) {
                parameter.value().set(Numbers.between(parameter.value().shape().elements(), 13));
            }
        }
        Network scored = kind.includesSoftmax() ? network.withoutSoftmax() : network;
        Tensor x = Tensor.of(device, Shape.of(N, 3), inputs);
        Tensor t = Tensor.of(device, Shape.of(N, 4), targets);
        Loss loss = new Loss(kind, device, N, 4);
        double value = loss.evaluate(scored.forward(x), t);
        scored.backward(loss.gradient());
        Checked checked = new Checked(
                new DoubleNetwork(spec.layers(), network.parameters()),
                kind,
                DoubleNetwork.doubles(x),
                DoubleNetwork.doubles(t),
                network.parameters().stream().map(Parameter::name).toList(),
                network.parameters().stream()
                        .map(parameter -> parameter.gradient().toArray())
                        .toList());
        assertThat(value).isCloseTo(checked.loss(), within(1e-6));
        return checked;
    }

    private static NetworkSpec twoLayers(Activation first, Activation second) {
        return new NetworkSpec(Shape.of(3), List.of(new DenseSpec(5, first), new DenseSpec(4, second)));
    }

    private static NetworkSpec endingInSoftmax(Activation activation) {
        return new NetworkSpec(
                Shape.of(3),
                List.of(
                        new DenseSpec(5, activation),
                        new DenseSpec(4, activation),
                        new DenseSpec(4, Activation.LINEAR),
                        new SoftmaxSpec()));
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
        }
        return best;
    }

    private record Checked(
            DoubleNetwork mirror, LossKind kind, double[] x, double[] t, List<String> names, List<float[]> gradients) {
        double loss() {
            return mirror.loss(kind, N, x, t);
        }

        void check(int parameter, float[] gradient) {
            GradientCheck.assertMatches(
                    names.get(parameter), gradient, mirror.parameters().get(parameter), this::loss);
        }
    }
}
