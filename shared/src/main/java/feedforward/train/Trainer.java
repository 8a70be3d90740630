package feedforward.train;

import feedforward.data.Batches;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.layer.Pass;
import feedforward.layer.TrainingStep;
import feedforward.loss.Loss;
import feedforward.model.Network;
import feedforward.model.StoredTensors;
import feedforward.optimiser.Optimiser;
import feedforward.schedule.Progress;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The training loop, one step at a time: batch → forward → loss → backward → regularisation → update. Mutable. What a step does
 * depends only on the run's description, the state a {@link Checkpoint} holds, and the number of the step.
 */
public final class Trainer {
    private final RunSpec spec;
    private final Network network;
    private final Network scored;
    private final Batches batches;
    private final Loss loss;
    private final Optional<SmoothedTargets> smoothed;
    private final Regulariser regulariser;
    private final Optimiser optimiser;
    private final Optional<WeightAverage> average;
    private final TrainingStep step;
    private final Pass pass;
    private final Pass continuedPass;
    private int stepsDone;

    private Trainer(RunSpec spec, Dataset data, Device device) {
        this.spec = spec;
        requireFit(spec, data);
        Regularisation regularisation = spec.regime().regularisation();
        batches = new Batches(device, data.train(), spec.network().input(), spec.batchSize());
        batches.vary(spec.regime().augmentation(), spec.epochs());
        int batch = Math.min(
                spec.batchSize(), Math.max(data.train().count(), data.test().count()));
        network = Network.build(spec.network(), device, batch, spec.seed());
        scored = network.scoredBy(spec.loss());
        loss = new Loss(spec.loss(), device, batch, spec.network().output());
        smoothed = regularisation.labelSmoothing() > 0
                ? Optional.of(new SmoothedTargets(
                        device,
                        spec.loss(),
                        regularisation.labelSmoothing(),
                        spec.network().output().withBatch(batch)))
                : Optional.empty();
        regulariser = new Regulariser(device, regularisation, network.parameters());
        optimiser = spec.optimiser().build(device, network.parameters());
        average = regularisation.averages()
                ? Optional.of(new WeightAverage(
                        device,
                        regularisation.averaging(),
                        network,
                        Network.build(spec.network(), device, batch, spec.seed())))
                : Optional.empty();
        step = new TrainingStep(spec.seed());
        pass = Pass.training(step);
        continuedPass = pass.continuing();
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

    /**
     * A run from where a checkpoint left it.
     *
     * @throws feedforward.model.WeightsException if the checkpoint has not what the run needs, or more
     */
    static Trainer resume(Checkpoint checkpoint, Dataset data, Device device) {
        Trainer trainer = new Trainer(checkpoint.spec(), data, device);
        if (checkpoint.step() > trainer.totalSteps()) {
            throw new IllegalArgumentException(
                    "Checkpoint step: expected 0 to " + trainer.totalSteps() + " but was " + checkpoint.step());
        }
        StoredTensors.restore("Checkpoint memory", trainer.memory(), checkpoint.memory());
        trainer.network.setWeights(checkpoint.weights());
        trainer.stepsDone = checkpoint.step();
        return trainer;
    }

    /**
     * One step. The loss is that of the batch before the update, with smoothed labels and without penalties.
     *
     * @throws DivergedException if the loss is not finite; the weights are unchanged then
     */
    StepReport step() {
        int epoch = stepsDone / batches.perEpoch();
        batches.fillShuffled(spec.seed(), epoch, stepsDone % batches.perEpoch());
        Tensor output = scored.forward(batches.features(), pass());
        double value = loss.evaluate(output, targets());
        DivergedException.requireFinite(stepsDone + 1, value);
        scored.backward(loss.gradient());
        regulariser.apply(stepsDone + 1);
        optimiser.step(rate(), stepsDone + 1);
        stepsDone++;
        if (average.isPresent()) {
            average.get().update(stepsDone);
        }
        return new StepReport(
                stepsDone, epoch + 1, value, batches.features().shape().size(0));
    }

    /** The network that learns. */
    Network network() {
        return network;
    }

    /** The network to judge and to use. */
    Network judged() {
        return average.map(WeightAverage::averaged).orElse(network);
    }

    Loss loss() {
        return loss;
    }

    int stepsDone() {
        return stepsDone;
    }

    int stepsPerEpoch() {
        return batches.perEpoch();
    }

    int totalSteps() {
        return batches.perEpoch() * spec.epochs();
    }

    /** All that the next step depends on beside the weights, as {@link Checkpoint#memory} names it. */
    List<NamedTensor> memory() {
        List<NamedTensor> memory = new ArrayList<>();
        optimiser.memory().forEach(tensor -> memory.add(tensor.behind(Checkpoint.OPTIMISER)));
        average.ifPresent(mean -> mean.averaged()
                .parameters()
                .forEach(parameter -> memory.add(parameter.kept().behind(Checkpoint.AVERAGE))));
        network.carried().forEach(tensor -> memory.add(tensor.behind(Checkpoint.CARRIED)));
        return memory;
    }

    private Pass pass() {
        step.moveTo(stepsDone);
        return batches.continues() ? continuedPass : pass;
    }

    private Tensor targets() {
        return smoothed.isPresent() ? smoothed.get().of(batches.targets()) : batches.targets();
    }

    private float rate() {
        Progress progress = new Progress(stepsDone, totalSteps(), batches.perEpoch());
        return spec.regime().schedule().rate(spec.optimiser().learningRate(), progress);
    }

    /** What {@link Run#requireFit} says, for data with the held-out part set aside. */
    static void requireFit(RunSpec spec, Dataset data) {
        requireVocabulary(spec, data);
        if (data.train().features().elements() != spec.network().input().elements()) {
            throw new ShapeException("Network input: expected " + data.train().features() + ", as data set \""
                    + data.name() + "\" has, but was " + spec.network().input());
        }
        Shape output = spec.network().output();
        Shape target = data.train().target();
        if (!output.equals(target)) {
            throw new ShapeException("Network output: expected " + target + ", as data set \"" + data.name()
                    + "\" has, but was " + output + (output.rank() == 3 ? "; add a Flatten layer" : ""));
        }
        long steps = ((long) data.train().count() + spec.batchSize() - 1) / spec.batchSize() * spec.epochs();
        if (steps > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("RunSpec epochs: expected at most 2,147,483,647 steps in all but "
                    + spec.epochs() + " epochs have " + steps);
        }
    }

    private static void requireVocabulary(RunSpec spec, Dataset data) {
        if (data.train().vocabulary() != spec.network().vocabulary()) {
            throw new IllegalArgumentException(
                    "Network vocabulary: expected " + data.train().vocabulary()
                            + ", as data set \"" + data.name() + "\" has, but the first layer's was "
                            + spec.network().vocabulary() + ", where 0 says numbers in place of ids");
        }
    }
}
