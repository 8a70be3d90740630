package feedforward.train;

import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.model.StoredTensors;
import java.util.Optional;

/**
 * A training run and the evaluations along it, done in small slices so that whoever drives it can pause, cancel or show
 * progress between any two. Mutable; used by one thread.
 *
 * <p>The network is judged before the first step, after the last, and about twenty times between, evenly spaced; with early
 * stopping also after each epoch, and once more when it has gone back to its best weights. Otherwise judging changes nothing. The
 * weights depend on the description alone.
 */
public final class Run {
    private static final int EVALUATIONS = 20;

    private final RunSpec spec;
    private final Trainer trainer;
    private final Evaluation evaluation;
    private final int stepsPerEvaluation;
    private final Optional<Stopping> stopping;
    private boolean evaluating;

    private Run(RunSpec spec, Trainer trainer, Optional<BestSoFar> best, Dataset data, Device device) {
        this.spec = spec;
        this.trainer = trainer;
        stopping = spec.regime().earlyStopping().map(early -> new Stopping(early, trainer, best));
        evaluation =
                new Evaluation(trainer.judged(), spec.loss(), trainer.loss(), device, data.test(), spec.batchSize());
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
        return new Run(spec, Trainer.start(spec, data, device), Optional.empty(), data, device);
    }

    /** A run from where a checkpoint left it, bit for bit as if it had never stopped. */
    public static Run resume(Checkpoint checkpoint, Dataset dataset, Device device) {
        RunSpec spec = checkpoint.spec();
        Dataset data = spec.data().select(dataset, spec.seed());
        return new Run(spec, Trainer.resume(checkpoint, data, device), checkpoint.best(), data, device);
    }

    /**
     * The next slice of work: one training step, or one batch of an evaluation, which reports with its last batch.
     *
     * @throws DivergedException if the loss is not finite
     * @throws IllegalStateException if the run is finished
     */
    public Optional<Report> advance() {
        if (evaluating) {
            return judge();
        }
        if (finished()) {
            throw new IllegalStateException("Run: all " + stepsDone() + " steps are done");
        }
        StepReport report = trainer.step();
        evaluating = evaluationDue();
        return Optional.of(report);
    }

    /** Whether nothing is left to do: all steps are done, or early stopping found that it should be over. */
    public boolean finished() {
        return !evaluating && (stoppedEarly() || trainer.stepsDone() == totalSteps());
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
     * The network to judge and to use, in its present state; it goes on changing. It takes batches of the description's size,
     * or of all the examples where these are fewer.
     */
    public Network network() {
        return trainer.judged();
    }

    public Checkpoint checkpoint() {
        return new Checkpoint(
                spec,
                trainer.stepsDone(),
                trainer.network().weights(),
                StoredTensors.of(trainer.memory()),
                stopping.flatMap(Stopping::best));
    }

    private Optional<Report> judge() {
        if (!evaluation.advance()) {
            return Optional.empty();
        }
        EvaluationReport report = evaluation.report(trainer.stepsDone());
        DivergedException.requireFinite(report.step(), report.loss());
        if (stopping.isPresent() && stopping.get().judge(report)) {
            evaluation.restart();
            return Optional.empty();
        }
        evaluating = false;
        return toBeTold(report.step()) ? Optional.of(report) : Optional.empty();
    }

    private boolean evaluationDue() {
        int step = trainer.stepsDone();
        boolean due = toBeTold(step) || stopping.isPresent() && stopping.get().due(step);
        if (due) {
            evaluation.restart();
        }
        return due;
    }

    /** Early stopping judges more often than anybody wants to read. */
    private boolean toBeTold(int step) {
        return step % stepsPerEvaluation == 0 || step == totalSteps() || stoppedEarly();
    }

    private boolean stoppedEarly() {
        return stopping.isPresent() && stopping.get().over();
    }
}
