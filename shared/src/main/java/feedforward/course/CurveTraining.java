package feedforward.course;

import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.train.Checkpoint;
import feedforward.train.DivergedException;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import feedforward.train.StepReport;

/**
 * A run whose points and learning rate a student changes while it trains. An edit stops the run after the step it has done and
 * lets it go on from its weights with what is new: each stretch between two edits is a {@link Run} as any other, so the setup,
 * the edits and the number of steps decide the weights, bit for bit. Mutable; used by one thread.
 */
public final class CurveTraining {
    private final Device device;
    private final CurveSetup setup;
    private final CostRecord costs = new CostRecord();
    private CurveSetup now;
    private CurveJournal journal = CurveJournal.EMPTY;
    private CurveJournal ahead;
    private Run run;

    private CurveTraining(CurveSetup setup, CurveJournal ahead, Device device) {
        this.device = device;
        this.setup = setup;
        this.ahead = ahead;
        now = setup;
        Dataset data = setup.points().dataset();
        run = Run.start(setup.spec(data), data, device);
    }

    /** A run from its initial weights. */
    public static CurveTraining start(CurveSetup setup, Device device) {
        return replay(setup, CurveJournal.EMPTY, device);
    }

    /**
     * A run from its initial weights that will make the edits of an earlier one after the same steps.
     *
     * @throws IllegalArgumentException if an edit is of a point that is not there, or makes too few or too many
     */
    public static CurveTraining replay(CurveSetup setup, CurveJournal edits, Device device) {
        CurveSetup end = setup;
        for (CurveJournal.Entry entry : edits.entries()) {
            end = end.after(entry.edit());
        }
        CurveTraining training = new CurveTraining(setup, edits, device);
        training.makeDueEdits();
        return training;
    }

    /**
     * One step of gradient descent, and the edits that a replayed run had after it.
     *
     * @throws DivergedException if the cost is not finite
     * @throws IllegalStateException if a million steps are done
     */
    public void step() {
        int target = run.stepsDone() + 1;
        while (run.stepsDone() < target) {
            run.advance().ifPresent(report -> {
                if (report instanceof StepReport step) {
                    costs.add(step.step() - 1, step.loss());
                }
            });
        }
        makeDueEdits();
    }

    /**
     * Changes the run from here on; what a replayed run would have had ahead is dropped.
     *
     * @throws IllegalArgumentException if there is no such point, or there would be too few or too many; nothing is changed then
     */
    public void edit(CurveEdit edit) {
        make(edit);
        ahead = CurveJournal.EMPTY;
    }

    /** What the run began with. */
    public CurveSetup setup() {
        return setup;
    }

    /** What it goes on with. */
    public CurveSetup now() {
        return now;
    }

    /** The edits so far. */
    public CurveJournal journal() {
        return journal;
    }

    public int stepsDone() {
        return run.stepsDone();
    }

    public boolean finished() {
        return stepsDone() == RunSpec.MOST_EPOCHS;
    }

    public CurveNetwork network() {
        return CurveNetwork.of(run.network());
    }

    /** The cost before each step, thinned out. */
    public CostRecord costs() {
        return costs;
    }

    /** The hash of the weights as they are. */
    public String sha256() {
        return run.network().sha256();
    }

    private void makeDueEdits() {
        while (!ahead.entries().isEmpty() && ahead.entries().get(0).step() <= stepsDone()) {
            make(ahead.entries().get(0).edit());
            ahead = new CurveJournal(ahead.entries().subList(1, ahead.entries().size()));
        }
    }

    private void make(CurveEdit edit) {
        CurveSetup changed = now.after(edit);
        Dataset data = changed.points().dataset();
        Checkpoint here = run.checkpoint();
        run = Run.resume(new Checkpoint(changed.spec(data), here.step(), here.weights()), data, device);
        now = changed;
        journal = journal.with(stepsDone(), edit);
    }
}
