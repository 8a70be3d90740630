package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/** An optimiser's description, as files and links carry it. */
public sealed interface OptimiserSpec
        permits SgdSpec, MomentumSpec, NesterovSpec, AdagradSpec, RmsPropSpec, AdamSpec, AdamWSpec {
    float HIGHEST_LEARNING_RATE = 10;

    /** In (0, 10]: what a schedule's factors multiply. */
    float learningRate();

    /** The same with another learning rate. */
    OptimiserSpec withLearningRate(float other);

    /** How many numbers it remembers of each weight. */
    int memoryPerWeight();

    /** An optimiser that remembers nothing yet, of the learnt ones among {@code parameters}. */
    Optimiser build(Device device, List<Parameter> parameters);
}
