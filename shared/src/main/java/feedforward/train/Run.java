package feedforward.train;

import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.model.Network;
import java.util.Optional;

/**
 * A training run and the evaluations along it, done in small slices so that whoever drives it can pause, cancel or show
 * progress between any two. Mutable; used by one thread.
 *
 * <p>The network is judged before the first step, after the last, and about twenty times between, evenly spaced. Judging
 * changes nothing: the weights depend on the description alone.
 */
public final class Run {
    private static final int EVALUATIONS = 20;

    private final RunSpec spec;
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final int stepsPerEvaluation;
    private boolean evaluating;

    private Run(RunSpec spec, Trainer trainer, Dataset data, Device device) {
        this.spec = spec;
        this.trainer = trainer;
        evaluation = new Evaluation(
                trainer.scored(),
                trainer.loss(),
                device,
                data.test(),
                spec.batchSize(),
                spec.loss().includesSoftmax());
        stepsPerEvaluation = (trainer.totalSteps() + EVALUATIONS - 1) / EVALUATIONS;
        evaluating = evaluationDue();
    }

    /**
     * Checks that a run could start, at little cost: nothing is built.
     *
     * @throws IllegalArgumentException if this is not the data that the description names, or the steps are too many to count
     * @throws feedforward.tensor.ShapeException if the network does not fit the data
     */
    public static void requireFit(RunSpec spec, Dataset dataset) {
        Trainer.requireFit(spec, spec.data().select(dataset, spec.seed()));
    }

    /**
     * A run from its initial weights.
     *
     * @throws IllegalArgumentException if this is not the data that the description names
     * @throws feedforward.tensor.ShapeException if the network does not fit the data
     */
    public static Run start(RunSpec spec, Dataset dataset, Device device) {
        Dataset data = spec.data().select(dataset, spec.seed());
        return new Run(spec, Trainer.start(spec, data, device), data, device);
    }

    /** A run from where a checkpoint left it, bit for bit as if it had never stopped. */
    public static Run resume(Checkpoint checkpoint, Dataset dataset, Device device) {
        RunSpec spec = checkpoint.spec();
        Dataset data = spec.data().select(dataset, spec.seed());
        return new Run(spec, Trainer.resume(checkpoint, data, device), data, device);
    }

    /**
     * The next slice of work: one training step, or one batch of an evaluation, which reports with its last batch.
     *
     * @throws DivergedException if the loss is not finite
     * @throws IllegalStateException if the run is finished
     */
    public Optional<Report> advance() {
        if (evaluating) {
            if (!evaluation.advance()) {
                return Optional.empty();
            }
            evaluating = false;
            EvaluationReport report = evaluation.report(trainer.stepsDone());
            DivergedException.requireFinite(report.step(), report.loss());
            return Optional.of(report);
        }
        if (finished()) {
            throw new IllegalStateException("Run: all " + totalSteps() + " steps are done");
        }
        StepReport report = trainer.step();
        evaluating = evaluationDue();
        return Optional.of(report);
    }

    public boolean finished() {
        return !evaluating && trainer.stepsDone() == totalSteps();
    }

    public RunSpec spec() {
        return spec;
    }

    public int stepsDone() {
        return trainer.stepsDone();
    }

    public int totalSteps() {
        return trainer.totalSteps();
    }

    /**
     * The network in its present state; it goes on changing. It takes batches of the description's size, or of all the
     * examples where these are fewer.
     */
    public Network network() {
        return trainer.network();
    }

    public Checkpoint checkpoint() {
        return new Checkpoint(spec, trainer.stepsDone(), network().weights());
    }

    private boolean evaluationDue() {
        boolean due = trainer.stepsDone() % stepsPerEvaluation == 0 || trainer.stepsDone() == totalSteps();
        if (due) {
            evaluation.restart();
        }
        return due;
    }
}
