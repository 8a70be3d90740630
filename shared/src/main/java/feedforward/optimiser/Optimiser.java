package feedforward.optimiser;

import feedforward.tensor.Parameter;
import java.util.List;

/** Changes parameters by their gradients. */
public interface Optimiser {

    /** One update of every parameter; the gradients are zero afterwards. */
    void step(List<Parameter> parameters);
}
