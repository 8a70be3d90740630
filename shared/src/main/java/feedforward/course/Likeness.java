package feedforward.course;

import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Parameter;
import java.util.List;

/** A network that takes on another's weights, for batches of a size of its own. Mutable. */
final class Likeness {
    private final Network network;

    Likeness(NetworkSpec spec, Device device, int batch) {
        network = Network.build(spec, device, batch, 0);
    }

    /** With the weights of {@code original} as they are now; both are of the same description. */
    Network of(Network original) {
        List<Parameter> from = original.parameters();
        for (int i = 0; i < from.size(); i++) {
            network.parameters().get(i).value().set(from.get(i).value().toArray());
        }
        return network;
    }
}
