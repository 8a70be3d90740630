package feedforward.optimiser;

import feedforward.device.Device;

/** An optimiser's description, as files and links carry it. */
public sealed interface OptimiserSpec permits SgdSpec {
    Optimiser build(Device device);
}
