package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/**
 * A recurrent layer of two units on two sequences of four steps with three features, all its numbers distinct, compared with
 * numbers computed apart: in Python with NumPy, in double precision, the gradients of Σ dY·Y by complex steps, which differ from the
 * true ones by rounding alone.
 *
 * <pre>
 * def v(n, s): return np.array([((i * 37 + 11 * s) % 101 - 50) / 64 for i in range(n)])
 * W, U, b, b2, x, dY = v(F*G*H, 1), v(H*G*H, 2), v(G*H, 3), v(G*H, 4), v(N*T*F, 5), v(N*T*H, 6), reshaped
 * zx, zh = x[:, t] @ W + b, h @ U + b2; z = zx + zh
 * RNN:  h = np.tanh(z)
 * LSTM: i, f, g, o = sig(z[:, :H]), sig(z[:, H:2*H]), np.tanh(z[:, 2*H:3*H]), sig(z[:, 3*H:])
 *       c = f * c + i * g; h = o * np.tanh(c)
 * GRU:  r, u = sig(z[:, :H]), sig(z[:, H:2*H]); n = np.tanh(zx[:, 2*H:] + r * zh[:, 2*H:]); h = (1 - u) * n + u * h
 * gradient of p[i] = (dY * Y(p + 1e-30j at i)).sum().imag / 1e-30
 * </pre>
 */
final class RecurrentReference {
    private static final int EXAMPLES = 2;
    private static final int STEPS = 4;
    private static final int FEATURES = 3;
    private static final int UNITS = 2;

    private final Device device = new HeapDevice();
    private final Layer layer;
    private final Tensor y;
    private final Tensor dX;

    /** @param spec of two units, returning sequences */
    RecurrentReference(RecurrentSpec spec) {
        layer = spec.build(new LayerContext(
                device,
                Shape.of(STEPS, FEATURES),
                EXAMPLES,
                "layer1",
                0,
                CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0)));
        for (int i = 0; i < 4; i++) {
            Parameter parameter = layer.parameters().get(i);
            parameter.value().set(pattern(parameter.value().shape().elements(), i + 1));
        }
        y = layer.forward(tensor(FEATURES, 5), Pass.training(1, 0));
        dX = layer.backward(tensor(UNITS, 6));
    }

    void assertOutput(double... expected) {
        assertThat(y.shape()).isEqualTo(Shape.of(EXAMPLES, STEPS, UNITS));
        assertClose(y.toArray(), expected);
    }

    /** @param parameter 0 for W, 1 for U, 2 for b, 3 for b′ */
    void assertGradient(int parameter, double... expected) {
        assertClose(layer.parameters().get(parameter).gradient().toArray(), expected);
    }

    void assertInputGradient(double... expected) {
        assertThat(dX.shape()).isEqualTo(Shape.of(EXAMPLES, STEPS, FEATURES));
        assertClose(dX.toArray(), expected);
    }

    private Tensor tensor(int columns, int s) {
        return Tensor.of(device, Shape.of(EXAMPLES, STEPS, columns), pattern(EXAMPLES * STEPS * columns, s));
    }

    private static float[] pattern(int n, int s) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = ((i * 37 + 11 * s) % 101 - 50) / 64f;
        }
        return values;
    }

    private static void assertClose(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("[%s]", i).isCloseTo(expected[i], within(5e-7));
        }
    }
}
