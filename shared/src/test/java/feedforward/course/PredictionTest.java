package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {
    @Test
    void worksOutATinyExampleByHand() {
        // Two pixels of ½ and ¼, W[·, 3] = 2 and 4, b[3] = 1: ½·2 + ¼·4 = 2, z = 3; all other z are 0.
        float[] w = new float[7840];
        w[3] = 2;
        w[10 + 3] = 4;
        float[] b = new float[10];
        b[3] = 1;
        float[] x = new float[784];
        x[0] = 0.5f;
        x[1] = 0.25f;

        Prediction prediction = new Prediction(new DigitWeights(w, b), x);

        assertThat(prediction.term(0, 3)).isEqualTo(1);
        assertThat(prediction.sum(3)).isEqualTo(2);
        assertThat(prediction.logit(3)).isEqualTo(3);
        // e⁻³ = 0.0497871 nine times, and 1: p[3] = 1 / 1.4480836 = 0.6905679, the others 0.0343813.
        assertThat(prediction.total()).isCloseTo(1.4480836f, within(1e-6f));
        assertThat(prediction.probability(3)).isCloseTo(0.6905679f, within(1e-6f));
        assertThat(prediction.probability(0)).isCloseTo(0.0343813f, within(1e-6f));
        assertThat(prediction.answer()).isEqualTo(3);
    }

    @Test
    void biasesAreDrawnBehindTheWeights() {
        assertThat(DigitWeights.random(1).bias(0))
                .isNotEqualTo(DigitWeights.random(1).weight(0, 0));
    }

    @Test
    void isTheEnginesOwnPredictionBitForBit() {
        DigitWeights weights = DigitWeights.random(1);
        byte[] pixels = new byte[784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37);
        }
        float[] x = NotebookDigits.scaled(pixels);
        NetworkSpec dense =
                new NetworkSpec(Shape.of(784), List.of(new DenseSpec(10, Activation.LINEAR), new SoftmaxSpec()));
        HeapDevice device = new HeapDevice();
        Network network = Network.build(dense, device, 1, 0);
        network.setWeights(weights.stored());

        float[] engine = network.forward(Tensor.of(device, Shape.of(1, 784), x)).toArray();

        assertThat(new Prediction(weights, x).probabilities()).isEqualTo(engine);
    }

    @Test
    void theNetworkForTheEnginesPixelsGivesTheSameButForRounding() {
        DigitWeights weights = DigitWeights.random(2);
        HeapDevice device = new HeapDevice();
        Network network = Network.build(DigitWeights.network(), device, 1, 0);
        network.setWeights(weights.stored());
        byte[] pixels = new byte[784];
        float[] x255 = new float[784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 91);
            x255[i] = (pixels[i] & 0xff) / 255f;
        }

        float[] engine =
                network.forward(Tensor.of(device, Shape.of(1, 784), x255)).toArray();

        assertThat(engine)
                .containsExactly(new Prediction(weights, NotebookDigits.scaled(pixels)).probabilities(), within(1e-5f));
    }

    @Test
    void isCorrectWhereTheLargestProbabilityIsTheLabels() {
        float[] p = {0.1f, 0.4f, 0.3f, 0.2f};

        assertThat(Prediction.correct(p, 1)).isTrue();
        assertThat(Prediction.correct(p, 2)).isFalse();
        assertThat(Prediction.largest(new float[] {0.5f, 0.5f})).isZero();
    }

    @Test
    void randomWeightsDependOnTheSeedAloneAndFillTheirRange() {
        DigitWeights weights = DigitWeights.random(7);
        float least = 1;
        float most = -1;
        for (int i = 0; i < 784; i++) {
            assertThat(weights.weight(i, 4)).isEqualTo(DigitWeights.random(7).weight(i, 4));
            least = Math.min(least, weights.weight(i, 4));
            most = Math.max(most, weights.weight(i, 4));
        }

        assertThat(least).isBetween(-0.5f, -0.49f);
        assertThat(most).isBetween(0.49f, 0.5f);
        assertThat(DigitWeights.random(8).weight(0, 0)).isNotEqualTo(weights.weight(0, 0));
    }

    @Test
    void aPixelIsDividedBy256SoThatTheLargestIsJustBelowOne() {
        assertThat(NotebookDigits.scaled(new byte[] {0, 1, (byte) 128, (byte) 255}))
                .containsExactly(0, 0.00390625f, 0.5f, 0.99609375f);
    }

    @Test
    void refusesShapesThatDoNotFit() {
        DigitWeights weights = DigitWeights.random(1);
        assertThatThrownBy(() -> new Prediction(weights, new float[28]))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Prediction x: expected [784] but was [28]");
        assertThatThrownBy(() -> new DigitWeights(new float[784], new float[10]))
                .isInstanceOf(ShapeException.class)
                .hasMessage("DigitWeights: expected W [784, 10] and b [10] but was 784 and 10 values");
    }
}
