package feedforward.train;

import feedforward.data.Batches;
import feedforward.data.Examples;
import feedforward.device.Device;
import feedforward.loss.Loss;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.tensor.Tensor;
import java.util.OptionalDouble;

/**
 * Judges a network on examples, a batch at a time, so that a long evaluation can be interrupted. The loss is the mean over
 * the examples: batch means weighted by their sizes, added in double, ascending.
 */
public final class Evaluation {
    private final Network scored;
    private final Loss loss;
    private final Batches batches;
    private final Examples examples;
    private final boolean classifies;

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
        boolean classifies = kind.includesSoftmax();
        Network scored = classifies ? network.withoutSoftmax() : network;
        Loss loss = new Loss(kind, device, batchSize, examples.targets());
        Evaluation evaluation = new Evaluation(scored, loss, device, examples, batchSize, classifies);
        while (!evaluation.advance()) {
            // Each call judges a batch.
        }
        return evaluation.report(0);
    }

    /**
     * @param scored what the loss takes: the network without softmax for a loss that includes it
     * @param batchSize at most what network and loss were built for
     */
    Evaluation(Network scored, Loss loss, Device device, Examples examples, int batchSize, boolean classifies) {
        this.scored = scored;
        this.loss = loss;
        this.examples = examples;
        this.classifies = classifies;
        batches = new Batches(device, examples, scored.input(), batchSize);
    }

    void restart() {
        batch = 0;
        lossSum = 0;
        correct = 0;
    }

    /** Judges the next batch; true when it was the last. */
    boolean advance() {
        batches.fillInOrder(batch);
        Tensor output = scored.forward(batches.features());
        lossSum += loss.evaluate(output, batches.targets()) * output.shape().size(0);
        if (classifies) {
            correct += correct(output.toArray(), batches.targets().toArray(), examples.targets());
        }
        batch++;
        return batch == batches.perEpoch();
    }

    EvaluationReport report(int step) {
        OptionalDouble accuracy =
                classifies ? OptionalDouble.of((double) correct / examples.count()) : OptionalDouble.empty();
        return new EvaluationReport(step, lossSum / examples.count(), accuracy);
    }

    private static int correct(float[] output, float[] target, int classes) {
        int correct = 0;
        for (int start = 0; start < output.length; start += classes) {
            if (largest(output, start, classes) == largest(target, start, classes)) {
                correct++;
            }
        }
        return correct;
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
