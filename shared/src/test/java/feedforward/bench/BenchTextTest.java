package feedforward.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.HostBatch;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.Pass;
import feedforward.loss.Loss;
import feedforward.model.Network;
import org.junit.jupiter.api.Test;

class BenchTextTest {

    /** Computed by the JavaScript original. */
    @Test
    void theTextIsTheOtherEngines() {
        int[] text = BenchText.text();
        assertThat(text).hasSize(81_952).startsWith(0, 0, 4, 19, 0, 4, 19, 21, 27, 9, 11, 27);
        long sum = 0;
        for (int i = 0; i < text.length; i++) {
            sum += (long) text[i] * (i + 1);
        }
        assertThat(sum).isEqualTo(112_427_048_726L);
    }

    @Test
    void eachWindowGoesOnWhereThatOf32RowsBeforeEnded() {
        int[] text = BenchText.text();
        HostBatch host = BenchText.windows();
        assertThat(host.x()).hasSize(40 * 32 * 64);
        // Row 3 of batch 2: stream 3 begins at 3·2,560, window 2 at 128.
        int from = 3 * 2560 + 128;
        int row = 2 * 32 + 3;
        for (int i = 0; i < 64; i++) {
            assertThat(host.x()[row * 64 + i]).isEqualTo(text[from + i]);
            for (int c = 0; c < 65; c++) {
                assertThat(host.t()[(row * 64 + i) * 65 + c]).isEqualTo(c == text[from + i + 1] ? 1 : 0);
            }
        }
    }

    /**
     * A second implementation in NumPy, in double precision from the same weights on the same text, with backpropagation through time
     * and Adam written out by hand, gave the losses 4.173398169 at first and 4.148691024 after four steps.
     */
    @Test
    void fourStepsEndWhereASecondImplementationEnds() {
        Device device = new HeapDevice();
        BenchNetwork description = Workload.W4.network();
        Network network = description.build(device);
        BenchData data = BenchData.text();
        BenchBatch batch = BenchBatch.of(device, description);
        Network scored = network.withoutSoftmax();
        Loss loss = new Loss(
                description.loss(),
                device,
                description.batch(),
                description.spec().output());
        data.copy(0, batch);
        assertThat(loss.evaluate(scored.forward(batch.x()), batch.t())).isCloseTo(4.173398169087086, within(1e-6));

        BenchStep step = BenchStep.training(device, description, network, data);
        for (int i = 0; i < 4; i++) {
            step.run(i);
        }

        data.copy(4, batch);
        double after =
                loss.evaluate(scored.forward(batch.x(), Pass.training(0, 4).continuing()), batch.t());
        assertThat(after).isCloseTo(4.148691023953452, within(2e-6));
    }
}
