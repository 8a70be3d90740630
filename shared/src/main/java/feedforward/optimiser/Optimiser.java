package feedforward.optimiser;

import feedforward.tensor.NamedTensor;
import java.util.List;

/** Changes the parameters it was built for by their gradients, those that are learnt. Mutable: remembers past gradients. */
public interface Optimiser {

    /**
     * One update of every learnt parameter; the gradients are zero afterwards.
     *
     * @param rate the learning rate of this step
     * @param number of this step, from 1
     */
    void step(float rate, int number);

    /** What it remembers from step to step, all zeros before the first: one tensor or more beside each learnt parameter. */
    List<NamedTensor> memory();
}
