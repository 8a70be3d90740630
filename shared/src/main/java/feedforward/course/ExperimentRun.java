package feedforward.course;

import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.tensor.Parameter;
import feedforward.train.Checkpoint;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A run in which a visitor may change something at any step. Description, journal of edits and number of steps together decide the
 * weights, bit for bit. Mutable; used by one thread.
 */
public final class ExperimentRun {
    private final Dataset data;
    private final Device device;
    private final List<Edit> journal;
    private Run run;
    private int applied;

    /**
     * From the initial weights; edits of step 0 are made at once.
     *
     * @param journal ascending in steps
     * @throws IllegalArgumentException if the data are not those of the description, or an edit does not fit its network
     */
    public ExperimentRun(RunSpec spec, List<Edit> journal, Dataset data, Device device) {
        this.data = data;
        this.device = device;
        this.journal = new ArrayList<>(journal);
        run = Run.start(spec, data, device);
        requireFit(journal);
        applyDue();
    }

    /**
     * One step, and the edits that are due after it.
     *
     * @throws feedforward.train.DivergedException if the loss is not finite; the weights are those before then
     */
    public void step() {
        int target = run.stepsDone() + 1;
        while (run.stepsDone() < target) {
            run.advance();
        }
        applyDue();
    }

    /**
     * Changes something now. What the journal says of later steps is forgotten.
     *
     * @throws IllegalArgumentException if it is for another step, or does not fit the network; nothing is changed then
     */
    public void edit(Edit edit) {
        if (edit.step() != stepsDone()) {
            throw new IllegalArgumentException(
                    "Edit step: expected " + stepsDone() + ", the steps that are done, but was " + edit.step());
        }
        apply(edit);
        journal.subList(applied, journal.size()).clear();
        journal.add(edit);
        applied++;
    }

    public int stepsDone() {
        return run.stepsDone();
    }

    /** All edits, those to come included. */
    public List<Edit> journal() {
        return List.copyOf(journal);
    }

    /** The description as it is now in force. */
    public RunSpec spec() {
        return run.spec();
    }

    /** In its present state; it goes on changing. */
    public Network network() {
        return run.network();
    }

    private void applyDue() {
        while (applied < journal.size() && journal.get(applied).step() <= stepsDone()) {
            apply(journal.get(applied));
            applied++;
        }
    }

    private void apply(Edit edit) {
        if (edit instanceof Edit.Weight weight) {
            requireFit(weight);
            parameters()
                    .get(weight.parameter())
                    .value()
                    .buffer()
                    .write(weight.index(), new float[] {weight.value()}, 0, 1);
        } else {
            Checkpoint here = run.checkpoint();
            RunSpec other = changed(run.spec(), edit);
            run = Run.resume(
                    new Checkpoint(other, here.step(), here.weights(), here.memory(), here.best()), data, device);
        }
    }

    private void requireFit(List<Edit> edits) {
        int step = 0;
        for (Edit edit : edits) {
            if (edit.step() < step) {
                throw new IllegalArgumentException(
                        "Edit step: expected " + step + " or more, as the one before, but was " + edit.step());
            }
            step = edit.step();
            if (edit instanceof Edit.Weight weight) {
                requireFit(weight);
            } else {
                changed(run.spec(), edit);
            }
        }
    }

    private void requireFit(Edit.Weight edit) {
        requireWithin("parameter", edit.parameter(), parameters().size());
        requireWithin(
                "index",
                edit.index(),
                parameters().get(edit.parameter()).value().shape().elements());
    }

    private List<Parameter> parameters() {
        return run.network().parameters();
    }

    private static RunSpec changed(RunSpec now, Edit edit) {
        if (edit instanceof Edit.Rate rate) {
            return now.with(now.optimiser().withLearningRate(rate.rate()));
        }
        Edit.Penalties penalties = (Edit.Penalties) edit;
        return now.with(now.regime().with(now.regime().regularisation().withPenalties(penalties.l1(), penalties.l2())));
    }

    private static void requireWithin(String field, int value, int count) {
        if (value >= count) {
            throw new IllegalArgumentException(
                    "Edit " + field + ": expected 0 to " + (count - 1) + " but was " + value);
        }
    }
}
