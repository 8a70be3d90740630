package feedforward.train;

import feedforward.data.Batches;
import feedforward.data.Examples;
import feedforward.device.Device;
import feedforward.layer.Pass;
import feedforward.loss.Loss;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.OptionalDouble;

/**
 * Judges a network on examples, a batch at a time, so that a long evaluation can be interrupted. The loss is the mean over
 * the examples: batch means weighted by their sizes, added in double, ascending. Of sequences every step counts.
 */
public final class Evaluation {
    private final Network scored;
    private final Loss loss;
    private final Batches batches;
    private final Examples examples;
    private final LossKind kind;

    private int batch;
    private double lossSum;
    private int correct;

    /**
     * Judges a network at one go.
     *
     * @param batchSize at most what the network was built for
     * @throws feedforward.tensor.ShapeException if the network does not fit the examples
     */
    public static EvaluationReport of(Network network, LossKind kind, Device device, Examples examples, int batchSize) {
        Loss loss = new Loss(kind, device, batchSize, examples.target());
        Evaluation evaluation = new Evaluation(network, kind, loss, device, examples, batchSize);
        while (!evaluation.advance()) {
            // Each call judges a batch.
        }
        return evaluation.report(0);
    }

    /** @param batchSize at most what network and loss were built for */
    Evaluation(Network network, LossKind kind, Loss loss, Device device, Examples examples, int batchSize) {
        this.kind = kind;
        this.loss = loss;
        this.examples = examples;
        scored = network.scoredBy(kind);
        batches = new Batches(device, examples, network.input(), batchSize);
    }

    void restart() {
        batch = 0;
        lossSum = 0;
        correct = 0;
    }

    /** Judges the next batch; true when it was the last. */
    boolean advance() {
        batches.fillInOrder(batch);
        Pass pass = batches.continues() ? Pass.CONTINUED_INFERENCE : Pass.INFERENCE;
        Tensor output = scored.forward(batches.features(), pass);
        lossSum += loss.evaluate(output, batches.targets()) * output.shape().size(0);
        if (kind.takesLogits()) {
            correct += correct(output.toArray(), batches.targets().toArray());
        }
        batch++;
        return batch == batches.perEpoch();
    }

    EvaluationReport report(int step) {
        OptionalDouble accuracy = kind.takesLogits() ? OptionalDouble.of(accuracy()) : OptionalDouble.empty();
        return new EvaluationReport(step, lossSum / examples.count(), accuracy);
    }

    private double accuracy() {
        int rowsPerExample = examples.targets() / classes();
        return correct / ((double) examples.count() * rowsPerExample);
    }

    /** The width of a row, of which an example has one, or one for each step. */
    private int classes() {
        Shape target = examples.target();
        return target.size(target.rank() - 1);
    }

    private int correct(float[] logits, float[] target) {
        int right = 0;
        int width = classes();
        for (int start = 0; start < logits.length; start += width) {
            boolean isRight = kind.includesSoftmax()
                    ? largest(logits, start, width) == largest(target, start, width)
                    : sameSides(logits, target, start, width);
            right += isRight ? 1 : 0;
        }
        return right;
    }

    /** Whether each probability σ(z) is on its target's side of ½. */
    private static boolean sameSides(float[] logits, float[] target, int start, int count) {
        for (int c = start; c < start + count; c++) {
            if (logits[c] > 0 != target[c] > 0.5f) {
                return false;
            }
        }
        return true;
    }

    /** The first of the largest values. */
    private static int largest(float[] values, int start, int count) {
        int best = 0;
        for (int c = 1; c < count; c++) {
            if (values[start + c] > values[start + best]) {
                best = c;
            }
        }
        return best;
    }
}
