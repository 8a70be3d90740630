package feedforward.layer;

import feedforward.Numbers;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/** One layer on its own, and what a test of it needs. The loss whose gradients are checked is Σ dY·Y. */
final class LayerTrial {
    private static final Device DEVICE = new HeapDevice();
    private static final Pass TRAINING = Pass.training(1, 0);

    final Layer layer;
    private final Shape input;

    LayerTrial(LayerSpec spec, Shape input, int batch) {
        this(spec, input, batch, 0);
    }

    LayerTrial(LayerSpec spec, Shape input, int batch, int index) {
        this.input = input;
        layer = spec.build(new LayerContext(
                DEVICE, input, batch, spec.prefix() + 1, index, CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0)));
    }

    /** Examples of this layer's shape. */
    Tensor examples(float... values) {
        return Tensor.of(DEVICE, input.withBatch(values.length / input.elements()), values);
    }

    /** n examples of numbers between −1 and 1. */
    Tensor examples(int n, long seed) {
        return examples(Numbers.between(n * input.elements(), seed));
    }

    /** Y in training. */
    Tensor forward(float... x) {
        return layer.forward(examples(x), TRAINING);
    }

    Tensor infer(float... x) {
        return layer.forward(examples(x), Pass.INFERENCE);
    }

    /** dX for the forward pass before, whose output is {@code y}. */
    Tensor backward(Tensor y, float... dY) {
        return layer.backward(Tensor.of(DEVICE, y.shape(), dY));
    }

    Parameter parameter(int index) {
        return layer.parameters().get(index);
    }

    void set(int index, float... values) {
        parameter(index).value().set(values);
    }

    float[] value(int index) {
        return parameter(index).value().toArray();
    }

    float[] gradient(int index) {
        return parameter(index).gradient().toArray();
    }

    static Tensor zeros(int... sizes) {
        return Tensor.zeros(DEVICE, Shape.of(sizes));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    /** Decimals as Python prints them. */
    static double[] numbers(String text) {
        String[] parts = text.split(", ");
        double[] values = new double[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(parts[i]);
        }
        return values;
    }

    /** ((a·i + b) mod m − ⌊m / 2⌋) / 10 for i = 0 … n−1: numbers that Python can make too. */
    static float[] sequence(int n, int a, int b, int m) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (((i * a + b) % m - m / 2) / 10.0);
        }
        return values;
    }
}
