package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.data.ImageExamples;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.train.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputsTest {
    private static final int EXAMPLES = 23;

    private final HeapDevice device = new HeapDevice();
    private final NetworkSpec spec =
            new NetworkSpec(Shape.of(4), List.of(new DenseSpec(3, Activation.LINEAR), new SoftmaxSpec()));
    private final ImageExamples examples = examples();

    @Test
    void theLastShortBatchCountsAsTheOthersDo() {
        assertThat(outputs(5)).isEqualTo(outputs(1)).hasSize(EXAMPLES * 3);
    }

    @Test
    void theirConfusionHasTheAccuracyThatAnEvaluationReports() {
        byte[] labels = new byte[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            labels[i] = (byte) examples.label(i);
        }

        Confusion confusion = new Confusion(outputs(8), labels, 3);

        double accuracy = Evaluation.of(network(8), LossKind.CROSS_ENTROPY, device, examples, 8)
                .accuracy()
                .getAsDouble();
        assertThat(confusion.accuracy()).isEqualTo(accuracy).isStrictlyBetween(0.0, 1.0);
    }

    @Test
    void tellsHowFarItHasCome() {
        Outputs outputs = new Outputs(network(8), spec.output(), device, examples, 8);

        assertThat(outputs.part()).isZero();
        assertThat(outputs.advance()).isFalse();
        assertThat(outputs.part()).isEqualTo(1 / 3.0);
        assertThat(outputs.advance()).isFalse();
        assertThat(outputs.advance()).isTrue();
        assertThat(outputs.part()).isEqualTo(1);
    }

    @Test
    void refusesANetworkThatTakesOtherExamples() {
        NetworkSpec wider = new NetworkSpec(Shape.of(5), spec.layers());
        Network network = Network.build(wider, device, 8, 0);

        assertThatThrownBy(() -> new Outputs(network, wider.output(), device, examples, 8))
                .isInstanceOf(ShapeException.class);
    }

    private float[] outputs(int batch) {
        Outputs outputs = new Outputs(network(batch), spec.output(), device, examples, batch);
        while (!outputs.advance()) {
            // Each call asks for a batch's.
        }
        return outputs.values();
    }

    private Network network(int batch) {
        return Network.build(spec, device, batch, 3);
    }

    private static ImageExamples examples() {
        byte[] pixels = new byte[EXAMPLES * 4];
        byte[] labels = new byte[EXAMPLES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 71);
        }
        for (int i = 0; i < EXAMPLES; i++) {
            labels[i] = (byte) (i % 3);
        }
        return new ImageExamples(pixels, labels, 4, 3);
    }
}
