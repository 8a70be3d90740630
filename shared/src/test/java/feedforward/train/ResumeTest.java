package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.data.Augmentation;
import feedforward.data.Dataset;
import feedforward.data.TextCorpus;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.ActivationSpec;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.DropoutSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.model.StoredTensor;
import feedforward.model.WeightsException;
import feedforward.optimiser.AdagradSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.AdamWSpec;
import feedforward.optimiser.MomentumSpec;
import feedforward.optimiser.NesterovSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.optimiser.RmsPropSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.schedule.OneCycleSchedule;
import feedforward.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run taken up at every one of its slices ends with the bits of the run that never stopped. */
class ResumeTest {
    private static final int WINDOW = 6;
    private static final TextCorpus TEXT = TextCorpus.of(
            "rhyme",
            "Shall I compare thee to a summer's day? Thou art more lovely and more temperate: rough winds do shake the"
                    + " darling buds of May, and summer's lease hath all too short a date.");

    private final Device device = new HeapDevice();

    static Stream<RunSpec> runs() {
        Stream<OptimiserSpec> optimisers = Stream.of(
                new SgdSpec(0.5f),
                new MomentumSpec(0.1f, 0.9f),
                new NesterovSpec(0.1f, 0.9f),
                AdagradSpec.of(0.1f),
                RmsPropSpec.of(0.02f),
                AdamSpec.of(0.02f),
                AdamWSpec.of(0.02f, 0.1f));
        return Stream.concat(
                optimisers.map(optimiser -> Blobs.spec().with(optimiser)),
                Stream.of(withEverything(1), withEverything(9), reader(), varied()));
    }

    /** Images varied anew for each epoch. */
    static RunSpec varied() {
        NetworkSpec network =
                new NetworkSpec(Shape.of(36), List.of(new DenseSpec(3, Activation.LINEAR), new SoftmaxSpec()));
        return new RunSpec(
                        new DataSpec("stripes", Stripes.HASH, 0),
                        network,
                        LossKind.CROSS_ENTROPY,
                        new SgdSpec(0.1f),
                        20,
                        3,
                        1)
                .with(Regime.PLAIN.with(new Augmentation(15, 0.1f, 0.1f, 1, 0.5f, 0.5f, 1)));
    }

    /** Dropout, batch normalisation, one-cycle, penalties, clipping, smoothing, averaging, early stopping. */
    static RunSpec withEverything(int patience) {
        NetworkSpec network = new NetworkSpec(
                Shape.of(2),
                List.of(
                        new DenseSpec(8, Activation.LINEAR),
                        new BatchNormSpec(),
                        new ActivationSpec(Activation.RELU),
                        new DropoutSpec(0.3f),
                        new DenseSpec(3, Activation.LINEAR),
                        new SoftmaxSpec()));
        Regime regime = Regime.PLAIN
                .with(OneCycleSchedule.DEFAULT)
                .with(new Regularisation(1e-4f, 1e-3f, 0.5f, 0.1f, 0.9f))
                .with(new EarlyStopping(patience));
        DataSpec data = new DataSpec("blobs", Blobs.HASH, 25);
        return new RunSpec(data, network, LossKind.CROSS_ENTROPY, AdamWSpec.of(3, 0.1f), 10, 6, 1, regime);
    }

    /** An LSTM and a GRU that carry their state from window to window, averaged and stopped early. */
    static RunSpec reader() {
        int characters = TEXT.vocabulary().size();
        NetworkSpec network = new NetworkSpec(
                Shape.of(WINDOW),
                List.of(
                        new LstmSpec(5, characters, true),
                        new GruSpec(4, 0, true),
                        new DenseSpec(characters, Activation.LINEAR),
                        new SoftmaxSpec()));
        Regime regime = Regime.PLAIN
                .with(Regularisation.NONE
                        .withClipNorm(1)
                        .withLabelSmoothing(0.1f)
                        .withAveraging(0.9f))
                .with(new EarlyStopping(3));
        DataSpec data = new DataSpec(TEXT.name(), TEXT.sha256(), 5);
        return new RunSpec(data, network, LossKind.CROSS_ENTROPY, AdamSpec.of(0.02f), 3, 3, 1, regime);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void resumingAtAnySliceGivesTheBitsOfNeverStopping(RunSpec spec) {
        Run whole = Run.start(spec, data(spec), device);
        List<Checkpoint> checkpoints = new ArrayList<>(List.of(whole.checkpoint()));
        while (!whole.finished()) {
            whole.advance();
            checkpoints.add(whole.checkpoint());
        }
        assertThat(checkpoints.size()).isGreaterThan(whole.stepsDone());
        for (Checkpoint checkpoint : checkpoints) {
            Run resumed = Run.resume(checkpoint, data(spec), device);
            assertThat(resumed.checkpoint()).isEqualTo(checkpoint);
            while (!resumed.finished()) {
                resumed.advance();
            }
            assertThat(resumed.network().sha256())
                    .as("resumed at step %s", checkpoint.step())
                    .isEqualTo(whole.network().sha256());
            assertThat(resumed.checkpoint()).isEqualTo(whole.checkpoint());
        }
    }

    @Test
    void oneOfTheseRunsStopsEarlyAndOneDoesNot() {
        assertThat(stepsOf(withEverything(1))).isLessThan(48);
        assertThat(stepsOf(withEverything(9))).isEqualTo(48);
    }

    @Test
    void memoryIsNamedAfterWhatItIsAndWhose() {
        Checkpoint start = Run.start(withEverything(1), Blobs.dataset(), device).checkpoint();
        assertThat(start.memory())
                .containsKeys(
                        "optimiser.m.fc1.weight",
                        "optimiser.v.bn1.bias",
                        "average.fc2.bias",
                        "average.bn1.running_mean")
                .doesNotContainKey("optimiser.m.bn1.running_mean");
        assertThat(start.judgedWeights()).isEqualTo(start.weights());
    }

    @Test
    void memoryThatIsMissingIsRefused() {
        Checkpoint start = Run.start(withEverything(1), Blobs.dataset(), device).checkpoint();
        Map<String, StoredTensor> memory = new LinkedHashMap<>(start.memory());
        memory.remove("optimiser.v.fc2.bias");
        Checkpoint broken = new Checkpoint(start.spec(), 0, start.weights(), memory, Optional.empty());
        assertThatThrownBy(() -> Run.resume(broken, Blobs.dataset(), device))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(
                        "Checkpoint memory: expected a tensor \"optimiser.v.fc2.bias\" of shape [3] but found only [");
    }

    @Test
    void memoryThatTheRunDoesNotHaveIsRefused() {
        Checkpoint start = Run.start(Blobs.spec(), Blobs.dataset(), device).checkpoint();
        Map<String, StoredTensor> memory =
                Map.of("optimiser.u.fc1.bias", start.weights().get("fc1.bias"));
        Checkpoint broken = new Checkpoint(start.spec(), 0, start.weights(), memory, Optional.empty());
        assertThatThrownBy(() -> Run.resume(broken, Blobs.dataset(), device))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Checkpoint memory: expected 0 tensors [] but found [optimiser.u.fc1.bias]");
    }

    @Test
    void aBestThatContradictsTheRunIsRefused() {
        Checkpoint start = Run.start(withEverything(1), Blobs.dataset(), device).checkpoint();
        BestSoFar later = new BestSoFar(8, 1, 16, 1, start.weights());
        assertThatThrownBy(() -> new Checkpoint(start.spec(), 8, start.weights(), start.memory(), Optional.of(later)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Checkpoint best: expected a judgedStep of at most 8, the steps that are done, but was 16");
        BestSoFar other = new BestSoFar(8, 1, 8, 0, Map.of());
        assertThatThrownBy(() -> new Checkpoint(start.spec(), 8, start.weights(), start.memory(), Optional.of(other)))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("Checkpoint best: expected the tensors {fc1.weight=[8, 2]");
        BestSoFar none = new BestSoFar(8, 1, 8, 0, start.weights());
        assertThatThrownBy(() -> new Checkpoint(Blobs.spec(), 8, start.weights(), Map.of(), Optional.of(none)))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Checkpoint best: expected none, since the run has no early stopping");
        assertThatThrownBy(() -> new BestSoFar(8, Double.NaN, 8, 0, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Checkpoint best: expected a finite loss, 1 ≤ step ≤ judgedStep and waited of 0 or more but was"
                                + " loss NaN, step 8, judgedStep 8, waited 0");
    }

    private static Dataset data(RunSpec spec) {
        return switch (spec.data().name()) {
            case "rhyme" -> TEXT.dataset(WINDOW);
            case "stripes" -> Stripes.dataset();
            default -> Blobs.dataset();
        };
    }

    private int stepsOf(RunSpec spec) {
        Run run = Run.start(spec, Blobs.dataset(), device);
        while (!run.finished()) {
            run.advance();
        }
        return run.stepsDone();
    }
}
