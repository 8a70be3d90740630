package feedforward.course;

import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
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
        RunSpec now = run.spec();
        if (edit instanceof Edit.Rate rate) {
            continueAs(now.with(now.optimiser().withLearningRate(rate.rate())));
        } else if (edit instanceof Edit.Penalties penalties) {
            continueAs(now.with(
                    now.regime().with(now.regime().regularisation().withPenalties(penalties.l1(), penalties.l2()))));
        } else if (edit instanceof Edit.Weight weight) {
            set(weight);
        }
    }

    private void continueAs(RunSpec other) {
        Checkpoint here = run.checkpoint();
        run = Run.resume(new Checkpoint(other, here.step(), here.weights(), here.memory(), here.best()), data, device);
    }

    private void set(Edit.Weight edit) {
        List<Parameter> parameters = run.network().parameters();
        if (edit.parameter() >= parameters.size()) {
            throw new IllegalArgumentException(
                    "Edit parameter: expected 0 to " + (parameters.size() - 1) + " but was " + edit.parameter());
        }
        Tensor tensor = parameters.get(edit.parameter()).value();
        int elements = tensor.shape().elements();
        if (edit.index() >= elements) {
            throw new IllegalArgumentException(
                    "Edit index: expected 0 to " + (elements - 1) + " but was " + edit.index());
        }
        tensor.buffer().write(edit.index(), new float[] {edit.value()}, 0, 1);
    }
}
