package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.Dataset;
import feedforward.data.HostBatch;
import feedforward.data.TextCorpus;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.Pass;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs on texts, whose network carries a state from batch to batch. */
class TextRunTest {
    private static final int WINDOW = 4;
    private static final int LETTERS = 5;
    private static final TextCorpus CORPUS = TextCorpus.of("letters", "abcabdabcabe".repeat(12));

    private final Device device = new HeapDevice();
    private final Dataset data = CORPUS.dataset(WINDOW);

    @Test
    void aNetworkLearnsAText() {
        Run run = Run.start(spec(40), data, device);
        List<Report> reports = finish(run);
        EvaluationReport first = (EvaluationReport) reports.get(0);
        EvaluationReport last = (EvaluationReport) reports.get(reports.size() - 1);
        assertThat(first.loss()).isCloseTo(Math.log(LETTERS), within(0.2));
        assertThat(last.loss()).isLessThan(0.7);
        assertThat(last.accuracy().orElseThrow()).isGreaterThan(0.8);
    }

    /** 130 characters make 32 windows: streams of 11, 11 and 10. */
    @Test
    void resumingAtAnyStepGivesTheBitsOfNeverStopping() {
        Run whole = Run.start(spec(2), data, device);
        assertThat(whole.totalSteps()).isEqualTo(22);
        List<Checkpoint> checkpoints = new ArrayList<>(List.of(whole.checkpoint()));
        while (!whole.finished()) {
            whole.advance().filter(StepReport.class::isInstance).ifPresent(step -> checkpoints.add(whole.checkpoint()));
        }
        for (Checkpoint checkpoint : checkpoints) {
            Run resumed = Run.resume(checkpoint, data, device);
            finish(resumed);
            assertThat(resumed.network().sha256())
                    .as("resumed at step %s", checkpoint.step())
                    .isEqualTo(whole.network().sha256());
        }
    }

    @Test
    void theStateThatACheckpointCarriesMatters() {
        Run whole = Run.start(spec(1), data, device);
        while (whole.stepsDone() < 5) {
            whole.advance();
        }
        Checkpoint forgetful = new Checkpoint(
                whole.spec(),
                5,
                whole.checkpoint().weights(),
                Run.start(spec(1), data, device).checkpoint().memory(),
                whole.checkpoint().best());
        Run resumed = Run.resume(forgetful, data, device);
        finish(resumed);
        finish(whole);
        assertThat(resumed.network().sha256()).isNotEqualTo(whole.network().sha256());
    }

    /** Each stream read in one go, by a network built for all its characters. */
    @Test
    void judgingWindowByWindowIsJudgingEachStreamInOneGo() {
        Run run = Run.start(spec(3), data, device);
        finish(run);
        Dataset whole = CORPUS.dataset(WINDOW * 3);
        // 13 characters to judge by hold 3 windows, or one of three times the length.
        assertThat(data.test().count()).isEqualTo(3);
        NetworkSpec network = network(WINDOW * 3);
        Network longer = Network.build(network, device, 1, 1);
        longer.setWeights(run.network().weights());
        EvaluationReport expected = Evaluation.of(longer, LossKind.CROSS_ENTROPY, device, whole.test(), 1);
        EvaluationReport actual = Evaluation.of(run.network(), LossKind.CROSS_ENTROPY, device, data.test(), 1);
        assertThat(actual.loss()).isCloseTo(expected.loss(), within(1e-12));
        assertThat(actual.accuracy()).isEqualTo(expected.accuracy());
        // Three streams begin three times at zero.
        EvaluationReport apart = Evaluation.of(run.network(), LossKind.CROSS_ENTROPY, device, data.test(), 3);
        assertThat(apart.loss()).isNotCloseTo(expected.loss(), within(1e-4));
    }

    @Test
    void accuracyCountsEveryStep() {
        Run run = Run.start(spec(3), data, device);
        finish(run);
        HostBatch host = new HostBatch(new float[WINDOW], new float[WINDOW * LETTERS]);
        int correct = 0;
        for (int i = 0; i < 3; i++) {
            data.test().copy(i, host, 0);
            Tensor x = Tensor.of(device, Shape.of(1, WINDOW), host.x());
            float[] p = run.network()
                    .forward(x, i == 0 ? Pass.INFERENCE : Pass.CONTINUED_INFERENCE)
                    .toArray();
            for (int t = 0; t < WINDOW; t++) {
                correct += largest(p, t) == largest(host.t(), t) ? 1 : 0;
            }
        }
        assertThat(Evaluation.of(run.network(), LossKind.CROSS_ENTROPY, device, data.test(), 1)
                        .accuracy())
                .hasValue(correct / 12.0);
    }

    @Test
    void aNetworkForAnotherVocabularyIsRefused() {
        NetworkSpec six = new NetworkSpec(
                Shape.of(WINDOW),
                List.of(new EmbeddingSpec(6, 3), new DenseSpec(LETTERS, Activation.LINEAR), new SoftmaxSpec()));
        assertThatThrownBy(() -> Run.requireFit(spec(six, 1), data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Network vocabulary: expected 5, as data set \"letters\" has, but the first layer's was 6, where 0"
                                + " says numbers in place of ids");
        NetworkSpec numbers = new NetworkSpec(
                Shape.of(WINDOW), List.of(new DenseSpec(LETTERS, Activation.LINEAR), new SoftmaxSpec()));
        assertThatThrownBy(() -> Run.requireFit(spec(numbers, 1), data))
                .hasMessageContaining("but the first layer's was 0");
    }

    @Test
    void anOutputOfTheLastStepAloneIsRefused() {
        NetworkSpec last = new NetworkSpec(
                Shape.of(WINDOW),
                List.of(
                        new LstmSpec(4, LETTERS, false),
                        new DenseSpec(WINDOW * LETTERS, Activation.LINEAR),
                        new SoftmaxSpec()));
        assertThatThrownBy(() -> Run.requireFit(spec(last, 1), data))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Network output: expected [4, 5], as data set \"letters\" has, but was [20]");
    }

    private static RunSpec spec(int epochs) {
        return spec(network(WINDOW), epochs);
    }

    private static RunSpec spec(NetworkSpec network, int epochs) {
        return new RunSpec(
                new DataSpec(CORPUS.name(), CORPUS.sha256(), 0),
                network,
                LossKind.CROSS_ENTROPY,
                AdamSpec.of(0.02f),
                3,
                epochs,
                1);
    }

    private static NetworkSpec network(int window) {
        List<LayerSpec> layers = List.of(
                new LstmSpec(8, LETTERS, true),
                new GruSpec(8, 0, true),
                new DenseSpec(LETTERS, Activation.LINEAR),
                new SoftmaxSpec());
        return new NetworkSpec(Shape.of(window), layers);
    }

    private static int largest(float[] rows, int row) {
        int best = 0;
        for (int c = 1; c < LETTERS; c++) {
            best = rows[row * LETTERS + c] > rows[row * LETTERS + best] ? c : best;
        }
        return best;
    }

    private static List<Report> finish(Run run) {
        List<Report> reports = new ArrayList<>();
        while (!run.finished()) {
            run.advance().ifPresent(reports::add);
        }
        return reports;
    }
}
