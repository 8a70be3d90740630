package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.data.Augmentation;
import feedforward.device.Activation;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.Padding;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RunSpecTest {
    private static final RunSpec SPEC = Blobs.spec();

    @Test
    void aLearningRateThatIsNoNumberIsRefused() {
        assertRefused(() -> new SgdSpec(Float.NaN))
                .hasMessage("RunSpec learningRate: expected a number in (0, 10] but was NaN");
    }

    @Test
    void onlySquareImagesOfOneChannelCanBeVaried() {
        Regime varied = Regime.PLAIN.with(new Augmentation(12, 0, 0, 0, 0, 0, 0));
        assertRefused(() -> SPEC.with(varied))
                .hasMessage(
                        "RunSpec augmentation: expected a network that takes square images of one channel, such as [784]"
                                + " or [28, 28, 1], but its input is [2]");
        assertThat(Recipe.MNIST_MLP.spec().with(varied).regime().augmentation().rotation())
                .isEqualTo(12);
    }

    @Test
    void aBatchSizeOutOfRangeIsRefused() {
        for (int size : new int[] {0, -1, 65_537}) {
            assertRefused(() -> withBatchSize(SPEC.network(), size))
                    .hasMessage("RunSpec batchSize: expected an integer in [1, 65536] but was " + size);
        }
        assertThat(withBatchSize(SPEC.network(), 65_536).batchSize()).isEqualTo(65_536);
    }

    @Test
    void aBatchThatWouldFillTheMemoryIsRefused() {
        // Input 2; outputs and their gradients 50·2,000; gradients of inputs 2 + 49·1,000: 400,000,000 / 149,004 =
        // 2,684.5.
        NetworkSpec wide = new NetworkSpec(Shape.of(2), Collections.nCopies(50, new DenseSpec(1000, Activation.RELU)));
        assertThat(withBatchSize(wide, 2684).batchSize()).isEqualTo(2684);
        assertRefused(() -> withBatchSize(wide, 2685))
                .hasMessage("RunSpec batchSize: expected at most 2684 for this network, which keeps 149004 values of an"
                        + " example, but was 2685");
    }

    /** As no file of its weights could be read again. */
    @Test
    void aNetworkThatKeepsTooMuchOfOneExampleIsRefused() {
        NetworkSpec large =
                new NetworkSpec(Shape.of(3000, 3000, 1), List.of(new Conv2dSpec(1, 1, Padding.VALID, Activation.RELU)));
        // The input, the output, and the gradient of each: 4 · 9,000,000.
        assertRefused(() -> withBatchSize(large, 1))
                .hasMessage(
                        "RunSpec network: expected one that keeps at most 16777216 values of an example but it keeps"
                                + " 36000000; make its layers smaller");
    }

    @Test
    void mnistsSixtyThousandFitInOneBatch() {
        assertThat(withBatchSize(Recipe.MNIST_MLP.spec().network(), 60_000).batchSize())
                .isEqualTo(60_000);
    }

    @Test
    void epochsOutOfRangeAreRefused() {
        for (int epochs : new int[] {0, -1, 1_000_001}) {
            assertRefused(() -> SPEC.withEpochs(epochs))
                    .hasMessage("RunSpec epochs: expected an integer in [1, 1000000] but was " + epochs);
        }
        assertThat(SPEC.withEpochs(1_000_000).epochs()).isEqualTo(1_000_000);
    }

    @Test
    void aSeedThatJavaScriptCannotHoldIsRefused() {
        for (long seed : new long[] {-1, 1L << 53}) {
            assertRefused(() -> SPEC.withSeed(seed))
                    .hasMessage("RunSpec seed: expected an integer in [0, 9007199254740991] but was " + seed);
        }
        assertThat(SPEC.withSeed((1L << 53) - 1).seed()).isEqualTo((1L << 53) - 1);
    }

    @Test
    void crossEntropyNeedsANetworkThatEndsInSoftmax() {
        NetworkSpec linear = new NetworkSpec(Shape.of(2), List.of(new DenseSpec(3, Activation.LINEAR)));
        assertRefused(() -> new RunSpec(SPEC.data(), linear, LossKind.CROSS_ENTROPY, SPEC.optimiser(), 10, 3, 1))
                .hasMessage(
                        "RunSpec loss: expected a network that ends in softmax for cross-entropy but its last layer is"
                                + " DenseSpec[units=3, activation=LINEAR, initialiser=Glorot[]]");
        assertThat(new RunSpec(SPEC.data(), linear, LossKind.SQUARED_ERROR, SPEC.optimiser(), 10, 3, 1).loss())
                .isEqualTo(LossKind.SQUARED_ERROR);
    }

    @Test
    void aHashThatIsNoneIsRefused() {
        for (String hash : List.of("", "b10b", "B10B".repeat(16), "g".repeat(64), "0".repeat(65))) {
            assertRefused(() -> new DataSpec("blobs", hash, 0))
                    .hasMessage("RunSpec data sha256: expected 64 hexadecimal digits but was \"" + hash + "\"");
        }
    }

    @Test
    void aHostilelyLongHashIsNotRepeated() {
        assertRefused(() -> new DataSpec("blobs", "0".repeat(1_000_000), 0))
                .hasMessage("RunSpec data sha256: expected 64 hexadecimal digits but was 1000000 characters");
    }

    @Test
    void holdingOutLessThanNothingIsRefused() {
        assertRefused(() -> new DataSpec("blobs", Blobs.HASH, -1))
                .hasMessage("RunSpec holdOut: expected 0 or more but was -1");
    }

    @Test
    void seedAndEpochsChangeAlone() {
        assertThat(SPEC.withSeed(7).withEpochs(9)).isNotEqualTo(SPEC);
        assertThat(SPEC.withSeed(7).withEpochs(9).withSeed(1).withEpochs(3)).isEqualTo(SPEC);
    }

    private static RunSpec withBatchSize(NetworkSpec network, int size) {
        return new RunSpec(SPEC.data(), network, LossKind.SQUARED_ERROR, SPEC.optimiser(), size, 3, 1);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }
}
