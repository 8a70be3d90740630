package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.hash.Sha256;
import feedforward.layer.DenseSpec;
import feedforward.loss.Loss;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.Optimiser;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void theCurveHasFortyPointsOneTwentiethApart() {
        float[] x = Curve.places();
        assertThat(x).hasSize(40);
        assertThat(x[0]).isEqualTo(-1);
        assertThat(x[20]).isEqualTo(0);
        assertThat(x[39]).isEqualTo(0.95f);
        assertThat(Curve.noisyValues()).hasSize(40).startsWith(0.19200746f).endsWith(0.64991875f);
        assertThat(Curve.truth(-1)).isCloseTo(0.2, within(1e-15));
        assertThat(Curve.truth(0.5)).isCloseTo(0.51875, within(1e-15));
    }

    @Test
    void theHashIsThatOfThePoints() {
        ByteBuffer bytes = ByteBuffer.allocate(320).order(ByteOrder.LITTLE_ENDIAN);
        for (float x : Curve.places()) {
            bytes.putFloat(x);
        }
        for (float y : Curve.noisyValues()) {
            bytes.putFloat(y);
        }
        assertThat(Sha256.hexOf(bytes.array())).isEqualTo(Curve.SHA256);
        assertThat(Curve.dataset().sha256()).isEqualTo(Curve.SHA256);
        assertThat(Curve.dataset().name()).isEqualTo("curve");
    }

    @Test
    void nobodyCanChangeThePoints() {
        Curve.noisyValues()[0] = 9;
        Curve.places()[0] = 9;
        assertThat(Curve.noisyValues()[0]).isEqualTo(0.19200746f);
        assertThat(Curve.places()[0]).isEqualTo(-1);
    }

    /** The course's notebook: the cost Σ(error²)/2n of the curve without noise is 3.27e-4. */
    @Test
    void theTrueCurveHasTheCostOfTheNotebook() {
        double sum = 0;
        for (int i = 0; i < 40; i++) {
            double error = Curve.noisyValues()[i] - Curve.truth(-1 + 0.05 * i);
            sum += error * error;
        }
        assertThat(sum / 80).isCloseTo(3.27e-4, within(5e-7));
    }

    /** By linear regression in double: m = 0.14829, b = 0.47845, cost 0.0012657. */
    @Test
    void gradientDescentFindsTheBestLine() {
        Device device = new HeapDevice();
        NetworkSpec spec = new NetworkSpec(Shape.of(1), List.of(new DenseSpec(1, Activation.LINEAR)));
        Network line = Network.build(spec, device, 40, 1);
        Batches batches = new Batches(device, Curve.dataset().train(), 40);
        Loss loss = new Loss(LossKind.SQUARED_ERROR, device, 40, 1);
        Optimiser sgd = new SgdSpec(0.9f).build(device, line.parameters());
        batches.fillInOrder(0);
        double cost = 0;
        for (int step = 0; step < 200; step++) {
            cost = loss.evaluate(line.forward(batches.features()), batches.targets());
            line.backward(loss.gradient());
            sgd.step(0.9f, step + 1);
        }
        assertThat(cost).isCloseTo(0.0012657, within(1e-7));
        assertThat(line.parameters().get(0).value().toArray()[0]).isCloseTo(0.14829f, within(1e-5f));
        assertThat(line.parameters().get(1).value().toArray()[0]).isCloseTo(0.47845f, within(1e-5f));
    }
}
