package feedforward.course;

import feedforward.data.Batches;
import feedforward.data.Examples;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.layer.DenseSpec;
import feedforward.layer.Initialiser;
import feedforward.layer.Pass;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.Loss;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.Optimiser;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Tensor;
import feedforward.train.Evaluation;
import feedforward.train.EvaluationReport;
import java.util.List;

/**
 * Softmax regression with one of two formulas for its gradient, trained by the engine's own layer and optimiser: all that differs
 * is what is handed back to the layer for ∂C/∂(x·W + b), of which it makes outer(x, ·). Mutable.
 */
public final class HandGradientRun {
    /** The formula for the slopes of the scores. */
    public enum Rule {
        /** p − y. */
        RIGHT,
        /** −y·(1 − p), as in the course's notebook: for one-hot y the same as y·(p − y), the true class's part alone. */
        NOTEBOOK
    }

    private final Rule rule;
    private final Settings settings;
    private final Device device;
    private final Network network;
    private final Network scored;
    private final Batches batches;
    private final Loss loss;
    private final Optimiser optimiser;
    private final int epochSteps;
    private int steps;

    /**
     * What both rules share.
     *
     * @param initialiser of the weights; biases begin at zero
     * @param batch examples per step
     */
    public record Settings(Initialiser initialiser, float learningRate, int batch, long seed) {}

    public HandGradientRun(Rule rule, Settings settings, Examples train, Device device) {
        this.rule = rule;
        this.settings = settings;
        this.device = device;
        NetworkSpec spec = new NetworkSpec(
                train.features(),
                List.of(new DenseSpec(train.targets(), Activation.LINEAR, settings.initialiser()), new SoftmaxSpec()));
        network = Network.build(spec, device, settings.batch(), settings.seed());
        scored = network.scoredBy(LossKind.CROSS_ENTROPY);
        batches = new Batches(device, train, settings.batch());
        loss = new Loss(LossKind.CROSS_ENTROPY, device, settings.batch(), train.targets());
        optimiser = new SgdSpec(settings.learningRate()).build(device, network.parameters());
        epochSteps = batches.perEpoch();
    }

    /** One batch, one update. */
    public void step() {
        batches.fillShuffled(settings.seed(), steps / epochSteps, steps % epochSteps);
        Tensor scores = scored.forward(batches.features(), Pass.training(settings.seed(), steps));
        loss.evaluate(scores, batches.targets());
        scored.backward(slopes(loss.gradient(), batches.targets()));
        steps++;
        optimiser.step(settings.learningRate(), steps);
    }

    public int steps() {
        return steps;
    }

    public int stepsPerEpoch() {
        return epochSteps;
    }

    /** Mean cost and share of right answers on some examples. */
    public EvaluationReport judge(Examples examples) {
        return Evaluation.of(network, LossKind.CROSS_ENTROPY, device, examples, settings.batch());
    }

    /** The hash of the weights. */
    public String sha256() {
        return network.sha256();
    }

    /** @param right (p − y) / N, as the engine's loss gives it */
    private Tensor slopes(Tensor right, Tensor y) {
        if (rule == Rule.RIGHT) {
            return right;
        }
        float[] slopes = right.toArray();
        float[] labels = y.toArray();
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = labels[i] * slopes[i];
        }
        right.set(slopes);
        return right;
    }
}
