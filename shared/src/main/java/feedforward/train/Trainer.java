package feedforward.train;

import feedforward.data.Batches;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.layer.Pass;
import feedforward.loss.Loss;
import feedforward.model.Network;
import feedforward.optimiser.Optimiser;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;

/**
 * The training loop, one step at a time: batch → forward → loss → backward → update. Mutable. What a step does depends only
 * on the run's description, the weights and the number of the step.
 */
public final class Trainer {
    private final RunSpec spec;
    private final Network network;
    private final Network scored;
    private final Batches batches;
    private final Loss loss;
    private final Optimiser optimiser;
    private int stepsDone;

    private Trainer(RunSpec spec, Dataset data, Device device) {
        this.spec = spec;
        requireFit(spec, data);
        batches = new Batches(device, data.train(), spec.network().input(), spec.batchSize());
        int batch = Math.min(
                spec.batchSize(), Math.max(data.train().count(), data.test().count()));
        network = Network.build(spec.network(), device, batch, spec.seed());
        scored = spec.loss().includesSoftmax() ? network.withoutSoftmax() : network;
        loss = new Loss(spec.loss(), device, batch, spec.network().output().elements());
        optimiser = spec.optimiser().build(device);
    }

    /**
     * A run from its initial weights.
     *
     * @param data the training part is learnt from
     * @throws feedforward.tensor.ShapeException if the network does not fit the data
     */
    static Trainer start(RunSpec spec, Dataset data, Device device) {
        return new Trainer(spec, data, device);
    }

    /** A run from where a checkpoint left it. */
    static Trainer resume(Checkpoint checkpoint, Dataset data, Device device) {
        Trainer trainer = new Trainer(checkpoint.spec(), data, device);
        if (checkpoint.step() > trainer.totalSteps()) {
            throw new IllegalArgumentException(
                    "Checkpoint step: expected 0 to " + trainer.totalSteps() + " but was " + checkpoint.step());
        }
        trainer.network.setWeights(checkpoint.weights());
        trainer.stepsDone = checkpoint.step();
        return trainer;
    }

    /**
     * One step. The loss is that of the batch before the update.
     *
     * @throws DivergedException if the loss is not finite; the weights are unchanged then
     */
    StepReport step() {
        int epoch = stepsDone / batches.perEpoch();
        batches.fillShuffled(spec.seed(), epoch, stepsDone % batches.perEpoch());
        Tensor output = scored.forward(batches.features(), Pass.training(spec.seed(), stepsDone));
        double value = loss.evaluate(output, batches.targets());
        DivergedException.requireFinite(stepsDone + 1, value);
        scored.backward(loss.gradient());
        optimiser.step(network.parameters());
        stepsDone++;
        return new StepReport(
                stepsDone, epoch + 1, value, batches.features().shape().size(0));
    }

    Network network() {
        return network;
    }

    Network scored() {
        return scored;
    }

    Loss loss() {
        return loss;
    }

    int stepsDone() {
        return stepsDone;
    }

    int totalSteps() {
        return batches.perEpoch() * spec.epochs();
    }

    /** What {@link Run#requireFit} says, for data with the held-out part set aside. */
    static void requireFit(RunSpec spec, Dataset data) {
        if (data.train().features().elements() != spec.network().input().elements()) {
            throw new ShapeException("Network input: expected " + data.train().features() + ", as data set \""
                    + data.name() + "\" has, but was " + spec.network().input());
        }
        Shape output = spec.network().output();
        if (data.train().targets() != output.elements() || output.rank() == 3) {
            throw new ShapeException("Network output: expected [" + data.train().targets() + "], as data set \""
                    + data.name() + "\" has, but was " + output
                    + (output.rank() == 3 ? "; add a Flatten layer" : ""));
        }
        long steps = ((long) data.train().count() + spec.batchSize() - 1) / spec.batchSize() * spec.epochs();
        if (steps > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("RunSpec epochs: expected at most 2,147,483,647 steps in all but "
                    + spec.epochs() + " epochs have " + steps);
        }
    }
}
