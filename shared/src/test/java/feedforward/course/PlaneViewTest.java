package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaneViewTest {
    @Test
    void showsEachUnitAtTheMiddleOfEachPixel() {
        Device device = new HeapDevice();
        NetworkSpec spec =
                new NetworkSpec(Shape.of(2), List.of(new DenseSpec(2, Activation.LINEAR), new SoftmaxSpec()));
        Network network = Network.build(spec, device, 1, 1);
        network.parameters().get(0).value().set(1, 0, 0, 1);

        List<float[]> outputs = new PlaneView(spec, 3, device).outputs(network);

        // With W the unit matrix each place is its own output: three pixels of width 4, their middles at −4, 0 and 4.
        assertThat(outputs.get(0)).containsExactly(-4, 4, 0, 4, 4, 4, -4, 0, 0, 0, 4, 0, -4, -4, 0, -4, 4, -4);
        assertThat(outputs.get(1)[8]).isEqualTo(0.5f);
    }
}
