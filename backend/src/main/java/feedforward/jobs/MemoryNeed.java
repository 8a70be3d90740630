package feedforward.jobs;

import feedforward.layer.LayerSpec;
import feedforward.tensor.Shape;
import feedforward.text.Digits;
import feedforward.train.RunSpec;

/**
 * What a run allocates, roughly: four bytes for each weight and its gradient, for what each layer keeps of a batch (inputs'
 * gradient, outputs and their gradient), and for two batches, each on the host and on the device.
 */
final class MemoryNeed {
    private static final long MEGABYTE = 1 << 20;

    private MemoryNeed() {}

    /** @throws IllegalArgumentException if the run needs more than {@code limit} bytes */
    static void requireWithin(long limit, RunSpec spec) {
        long bytes = bytes(spec);
        if (bytes > limit) {
            throw new IllegalArgumentException("RunSpec: expected a run of at most " + Digits.grouped(limit / MEGABYTE)
                    + " MB but batches of " + Digits.grouped(spec.batchSize()) + " with this network need about "
                    + Digits.grouped(bytes / MEGABYTE) + " MB; make the batch or the layers smaller");
        }
    }

    private static long bytes(RunSpec spec) {
        long perExample = 4L
                * (spec.network().input().elements() + spec.network().output().elements());
        Shape shape = spec.network().input();
        for (LayerSpec layer : spec.network().layers()) {
            Shape output = layer.output(shape);
            perExample += shape.elements() + 2L * output.elements();
            shape = output;
        }
        return 4 * (2L * spec.network().parameters() + spec.batchSize() * perExample);
    }
}
