package feedforward.course;

import feedforward.data.Dataset;
import feedforward.data.PointExamples;
import feedforward.device.Activation;
import feedforward.device.ExactMath;
import feedforward.device.HeapDevice;
import feedforward.hash.Sha256;
import feedforward.layer.ActivationSpec;
import feedforward.layer.DenseSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.model.StoredTensor;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.Checkpoint;
import feedforward.train.DataSpec;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.List;
import java.util.Map;

/**
 * One sigmoid unit, a = σ(w·x + b), which has one example to learn: x = 1, target 0. Gradient descent from any w and b, by one of
 * two costs: ½·a², whose slope carries the factor σ′, or −ln (1 − a), whose slope does not. Mutable.
 *
 * <p>Source: M. Nielsen, "Neural Networks and Deep Learning", chapter 3, with w = b = 2 and the rate 0.15.
 */
public final class SaturatedUnit {
    private static final String WEIGHT = "fc1.weight";
    private static final String BIAS = "fc1.bias";
    private static final String NAME = "one-example";
    /** The data: x = 1 and t = 0 as little-endian float32. */
    private static final byte[] BYTES = {0, 0, -128, 63, 0, 0, 0, 0};

    private final Run run;

    /**
     * @param cost {@link LossKind#SQUARED_ERROR} or {@link LossKind#BINARY_CROSS_ENTROPY}
     * @param rate the learning rate, in (0, 10]
     */
    public SaturatedUnit(LossKind cost, float w, float b, float rate) {
        PointExamples example = new PointExamples(new float[] {1}, 1, new float[] {0}, 1);
        Dataset data = new Dataset(NAME, Sha256.hexOf(BYTES), example, example);
        RunSpec spec = new RunSpec(
                new DataSpec(NAME, data.sha256(), 0),
                new NetworkSpec(
                        Shape.of(1),
                        List.of(new DenseSpec(1, Activation.LINEAR), new ActivationSpec(Activation.SIGMOID))),
                cost,
                new SgdSpec(rate),
                1,
                RunSpec.MOST_EPOCHS,
                1);
        Map<String, StoredTensor> weights = Map.of(
                WEIGHT,
                new StoredTensor(Shape.of(1, 1), new float[] {w}),
                BIAS,
                new StoredTensor(Shape.of(1), new float[] {b}));
        run = Run.resume(new Checkpoint(spec, 0, weights), data, new HeapDevice());
    }

    /** One step of gradient descent. */
    public void step() {
        int target = run.stepsDone() + 1;
        while (run.stepsDone() < target) {
            run.advance();
        }
    }

    public int steps() {
        return run.stepsDone();
    }

    /** a = σ(w + b) for the example. */
    public float output() {
        Map<String, StoredTensor> weights = run.network().weights();
        return ExactMath.sigmoid(
                weights.get(WEIGHT).values()[0] + weights.get(BIAS).values()[0]);
    }

    /** The hash of the weights. */
    public String sha256() {
        return run.network().sha256();
    }
}
