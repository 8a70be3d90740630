package feedforward.course;

import feedforward.data.Curve;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.LayerSpec;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.model.StoredTensor;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import feedforward.train.Checkpoint;
import feedforward.train.DataSpec;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chain of layers of one unit each, a model of a model, on the course's 40 points: ŷ = uₖ(… u₂(u₁(x))) with
 * uᵢ(z) = f(mᵢ·z + bᵢ), where f is the identity in the last. Descends the cost C = Σ (ŷ − y)² / 2n from any weights. Mutable.
 */
public final class ChainFit {
    private final Run run;
    private final HeapDevice device = new HeapDevice();
    private final int layers;

    /**
     * @param weights one for each layer, with its offset
     * @param between f
     * @param rate the learning rate, in (0, 10]
     * @param batch how many points a step uses, 1 to 40; the last of an epoch may be smaller
     * @param seed of the order in which the points come, another in each epoch
     */
    public ChainFit(List<Weights> weights, Activation between, float rate, int batch, long seed) {
        layers = weights.size();
        List<LayerSpec> units = new ArrayList<>();
        Map<String, StoredTensor> start = new LinkedHashMap<>();
        for (int i = 1; i <= layers; i++) {
            units.add(new DenseSpec(1, i == layers ? Activation.LINEAR : between));
            start.put(weightName(i), new StoredTensor(Shape.of(1, 1), new float[] {
                weights.get(i - 1).m()
            }));
            start.put(biasName(i), new StoredTensor(Shape.of(1), new float[] {
                weights.get(i - 1).b()
            }));
        }
        RunSpec spec = new RunSpec(
                new DataSpec(Curve.NAME, Curve.SHA256, 0),
                new NetworkSpec(Shape.of(1), units),
                LossKind.SQUARED_ERROR,
                new SgdSpec(rate),
                batch,
                RunSpec.MOST_EPOCHS,
                seed);
        run = Run.resume(new Checkpoint(spec, 0, start), Curve.dataset(), device);
    }

    /** A layer's slope m and offset b. */
    public record Weights(float m, float b) {}

    /**
     * One step of gradient descent.
     *
     * @throws feedforward.train.DivergedException if the cost is no longer a finite number
     */
    public void step() {
        int target = run.stepsDone() + 1;
        while (run.stepsDone() < target) {
            run.advance();
        }
    }

    public int steps() {
        return run.stepsDone();
    }

    /** How many steps go through all points once. */
    public int stepsPerEpoch() {
        return run.totalSteps() / RunSpec.MOST_EPOCHS;
    }

    /** The layers' weights now, the first layer's first. */
    public List<Weights> weights() {
        Map<String, StoredTensor> now = run.network().weights();
        List<Weights> weights = new ArrayList<>();
        for (int i = 1; i <= layers; i++) {
            weights.add(new Weights(
                    now.get(weightName(i)).values()[0], now.get(biasName(i)).values()[0]));
        }
        return weights;
    }

    /** ŷ at each of up to 40 places. */
    public float[] outputs(float... x) {
        Network network = run.network();
        Tensor outputs = network.forward(Tensor.of(device, Shape.of(x.length, 1), x));
        float[] values = new float[x.length];
        outputs.buffer().read(0, values, 0, x.length);
        return values;
    }

    /** C = Σ (ŷ − y)² / 2n over the 40 points. */
    public double cost() {
        return CurvePoints.ofTheCourse().cost(outputs(Curve.places()));
    }

    /** The one line that a chain without f is: m₂·(m₁·x + b₁) + b₂ = m₂m₁·x + (m₂b₁ + b₂), and so on. */
    public static Weights lineOf(List<Weights> weights) {
        Weights line = new Weights(1, 0);
        for (Weights layer : weights) {
            line = new Weights(layer.m() * line.m(), layer.m() * line.b() + layer.b());
        }
        return line;
    }

    private static String weightName(int layer) {
        return "fc" + layer + ".weight";
    }

    private static String biasName(int layer) {
        return "fc" + layer + ".bias";
    }
}
