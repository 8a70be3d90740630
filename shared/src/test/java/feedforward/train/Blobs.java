package feedforward.train;

import feedforward.data.Dataset;
import feedforward.data.Examples;
import feedforward.data.PointExamples;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;
import java.util.List;

/**
 * A small problem to train on: points of three classes in a plane, scattered about three corners of a square. 103 to learn
 * from, which no batch size divides, and 30 to judge by. Exact arithmetic on counter-based numbers: the same bits everywhere.
 */
final class Blobs {
    static final String HASH = "b10b".repeat(16);
    static final int TRAIN = 103;
    static final int TEST = 30;

    private Blobs() {}

    static Dataset dataset() {
        return new Dataset("blobs", HASH, points(TRAIN, 0), points(TEST, 1));
    }

    /** 2-8-3 with rectified units: 11 batches of at most 10 in each of 3 epochs. */
    static RunSpec spec() {
        return spec(0);
    }

    static RunSpec spec(int holdOut) {
        return new RunSpec(
                new DataSpec("blobs", HASH, holdOut),
                new NetworkSpec(
                        Shape.of(2),
                        List.of(
                                new DenseSpec(8, Activation.RELU),
                                new DenseSpec(3, Activation.LINEAR),
                                new SoftmaxSpec())),
                LossKind.CROSS_ENTROPY,
                new SgdSpec(0.5f),
                10,
                3,
                1);
    }

    private static Examples points(int n, int step) {
        CounterRng rng = CounterRng.of(2026, CounterRng.Stream.WEIGHTS, step);
        float[] x = new float[2 * n];
        float[] t = new float[3 * n];
        for (int i = 0; i < n; i++) {
            int blob = rng.below(3, 3 * i);
            x[2 * i] = rng.uniform(3 * i + 1) - 0.5f + (blob == 1 ? 1 : 0);
            x[2 * i + 1] = rng.uniform(3 * i + 2) - 0.5f + (blob == 2 ? 1 : 0);
            t[3 * i + blob] = 1;
        }
        return new PointExamples(x, 2, t, 3);
    }
}
