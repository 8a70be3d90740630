package feedforward.model;

import feedforward.device.HeapDevice;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.Map;

/**
 * A network whose every weight is random, biases and running statistics too, so that none that is left out or misplaced goes
 * unnoticed.
 */
record RandomNetwork(NetworkSpec spec, Network network) {
    private static final int BATCH = 5;

    static RandomNetwork of(NetworkSpec spec) {
        Network network = Network.build(spec, new HeapDevice(), BATCH, 1);
        for (Parameter parameter : network.parameters()) {
            float[] values = random(parameter.name(), parameter.value().shape().elements(), -0.5f, 0.5f);
            for (int i = 0; i < values.length && parameter.name().endsWith("running_var"); i++) {
                values[i] += 1;
            }
            parameter.value().set(values);
        }
        return new RandomNetwork(spec, network);
    }

    Map<String, StoredTensor> weights() {
        return network.weights();
    }

    byte[] onnx() {
        return OnnxExport.write(spec, weights(), Map.of());
    }

    /** Y for inputs as they lie in memory, of {@code n} examples. */
    float[] forward(float[] x, int n) {
        return network.forward(Tensor.of(new HeapDevice(), spec.input().withBatch(n), x))
                .toArray();
    }

    /** Numbers of [from, to) that depend on the name alone. */
    static float[] random(String name, int count, float from, float to) {
        CounterRng rng = CounterRng.of(name.hashCode() & 0xFF, CounterRng.Stream.WEIGHTS, 0);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + (to - from) * rng.uniform(i);
        }
        return values;
    }

    /** Images' channels first, from how they lie in memory; other examples as they are. */
    static float[] channelsFirst(float[] values, Shape example) {
        if (example.rank() != 3) {
            return values;
        }
        int channels = example.size(2);
        int pixels = example.elements() / channels;
        float[] moved = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int n = i / example.elements();
            int pixel = i % example.elements() / channels;
            int channel = i % channels;
            moved[n * example.elements() + channel * pixels + pixel] = values[i];
        }
        return moved;
    }
}
