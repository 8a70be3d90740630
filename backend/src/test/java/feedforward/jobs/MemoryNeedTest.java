package feedforward.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.CountingDevice;
import feedforward.data.Dataset;
import feedforward.data.TextCorpus;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.SimpleRnnSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.EarlyStopping;
import feedforward.train.Regime;
import feedforward.train.Regularisation;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryNeedTest {
    private static final int WINDOW = 16;
    private static final TextCorpus CORPUS = TextCorpus.of("letters", "abcdefgh".repeat(200));
    private static final Dataset DATA = CORPUS.dataset(WINDOW);
    private static final int LETTERS = 8;
    private static final Regime AVERAGED =
            Regime.PLAIN.with(Regularisation.NONE.withAveraging(0.9f)).with(new EarlyStopping(3));

    /** Never less than the device's part, and not much more: the rest is copies outside of the device. */
    @ParameterizedTest
    @MethodSource("readers")
    void theNeedIsNearlyWhatARunAllocates(LayerSpec reader) {
        for (Regime regime : List.of(Regime.PLAIN, AVERAGED)) {
            RunSpec spec = spec(reader, regime);
            CountingDevice device = new CountingDevice();
            Run.start(spec, DATA, device);
            long allocated = 4 * device.allocated();
            assertThat(MemoryNeed.bytes(spec, spec.batchSize())).isBetween(allocated, allocated * 3 / 2);
        }
    }

    @Test
    void aRunThatNeedsMoreIsRefusedWithItsNeed() {
        RunSpec spec = spec(new LstmSpec(128, LETTERS, true), Regime.PLAIN);
        // Weights 4·128·(8 + 128 + 2) + 129·8 = 71,688, each with its gradient and Adam's two moments. Of each of 10
        // examples 16 ids,
        // 25,472 + 16 values in the LSTM and 2,048 as its output, 2·128 + 2,048 in the dense layer, 2·128 in the
        // softmax, and six
        // copies of 16 + 128: 286,752 + 10·30,976 values of 4 bytes.
        long need = 4 * (286_752 + 309_760);
        assertThatThrownBy(() -> MemoryNeed.requireWithin(need - 1, spec, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec: expected a run of at most 2 MB but batches of 10 with this network need about 2"
                        + " MB; make the batch or the layers smaller");
        assertThatCode(() -> MemoryNeed.requireWithin(need, spec, 10)).doesNotThrowAnyException();
    }

    private static List<LayerSpec> readers() {
        return List.of(
                new SimpleRnnSpec(20, LETTERS, true), new LstmSpec(20, LETTERS, true), new GruSpec(20, LETTERS, true));
    }

    private static RunSpec spec(LayerSpec reader, Regime regime) {
        return new RunSpec(
                new DataSpec(DATA.name(), DATA.sha256(), 10),
                new NetworkSpec(
                        Shape.of(WINDOW),
                        List.of(reader, new DenseSpec(LETTERS, Activation.LINEAR), new SoftmaxSpec())),
                LossKind.CROSS_ENTROPY,
                AdamSpec.of(0.01f),
                12,
                2,
                1,
                regime);
    }
}
