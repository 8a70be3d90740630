package feedforward.layer;

import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
import java.util.List;

/** What is particular to a kind of recurrent layer: its weights on the state, and one step of time, forth and back. Mutable. */
interface Cell {

    /** The input's part of the gates' sums [T, n, G·H], which the layer writes before the first step. */
    TimeSteps sums();

    /** The gradients of those sums, whole after the last backward step. */
    TimeSteps sumGradients();

    /** The outputs h after each step. */
    State hidden();

    /** The gradients dH [T, n, H]: the layer writes what comes from its output, each backward step adds what comes from later. */
    TimeSteps hiddenGradients();

    /** Lays everything out for n rows. */
    void plan(int n);

    void begin(Pass pass);

    void step(int t);

    void end(Pass pass);

    /** Before the first backward step, which is that of the last t. */
    default void beginBackward() {}

    void backward(int t);

    /** Adds the gradients of {@link #parameters}, after the last backward step. */
    void addParameterGradients();

    /** In the order of files, behind the weights on the input. */
    List<Parameter> parameters();

    /** What the next training pass begins with if it continues. */
    List<Tensor> carried();
}
