package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.loss.LossKind;
import feedforward.optimiser.SgdSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the blobs with a rate so high that the held-out loss goes up and down: 78 examples, 8 steps an epoch, 25 held out. */
class EarlyStoppingTest {
    private static final int HELD_OUT = 25;
    private static final int STEPS_PER_EPOCH = 8;
    private static final RunSpec WILD = Blobs.spec(HELD_OUT).withEpochs(12).with(new SgdSpec(2));

    private final Device device = new HeapDevice();

    /** A run without early stopping, looked at after each epoch, says where one with it must end and with which weights. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 0.9", "12, 0"})
    void theRunEndsAfterItsPatienceWithTheBestWeights(int patience, float averaging) {
        Regime plain = Regime.PLAIN.with(Regularisation.NONE.withAveraging(averaging));
        List<Epoch> epochs = epochs(WILD.with(plain));
        Epoch best = epochs.get(0);
        int last = 0;
        for (int i = 0; i < epochs.size() && last - epochs.indexOf(best) < patience; i++) {
            best = epochs.get(i).loss < best.loss ? epochs.get(i) : best;
            last = i;
        }

        Run run = Run.start(WILD.with(plain.with(new EarlyStopping(patience))), Blobs.dataset(), device);
        List<EvaluationReport> told = evaluations(run);
        assertThat(run.stepsDone()).isEqualTo((last + 1) * STEPS_PER_EPOCH);
        assertThat(run.network().sha256()).isEqualTo(best.weights);
        EvaluationReport end = told.get(told.size() - 1);
        assertThat(end.step()).isEqualTo(run.stepsDone());
        assertThat(end.loss()).isEqualTo(best.loss);
    }

    @Test
    void theProblemIsOneWhereTheLossRises() {
        List<Epoch> epochs = epochs(WILD);
        assertThat(epochs.get(11).loss)
                .isGreaterThan(epochs.stream().mapToDouble(Epoch::loss).min().orElseThrow());
    }

    @Test
    void noMoreEvaluationsAreToldThanAnybodyWantsToRead() {
        RunSpec spec = WILD.withEpochs(100).with(Regime.PLAIN.with(new EarlyStopping(100)));
        Run run = Run.start(spec, Blobs.dataset(), device);
        assertThat(evaluations(run)).hasSizeLessThanOrEqualTo(22);
        assertThat(run.checkpoint().best().orElseThrow().judgedStep()).isEqualTo(run.stepsDone());
    }

    @Test
    void aRunThatStoppedRefusesToGoOn() {
        Run run = Run.start(WILD.with(Regime.PLAIN.with(new EarlyStopping(1))), Blobs.dataset(), device);
        evaluations(run);
        assertThat(run.stepsDone()).isLessThan(run.totalSteps());
        assertThatThrownBy(run::advance)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Run: all " + run.stepsDone() + " steps are done");
    }

    @Test
    void somethingMustBeHeldOut() {
        assertThatThrownBy(() -> Blobs.spec().with(Regime.PLAIN.with(new EarlyStopping(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec earlyStopping: expected examples held out to judge by but holdOut was 0");
    }

    @Test
    void patienceOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new EarlyStopping(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec earlyStopping patience: expected an integer in [1, 1000000] but was 0");
    }

    private List<Epoch> epochs(RunSpec spec) {
        Dataset data = Blobs.dataset().holdOut(HELD_OUT, spec.seed());
        Trainer trainer = Trainer.start(spec, data, device);
        List<Epoch> epochs = new ArrayList<>();
        while (trainer.stepsDone() < trainer.totalSteps()) {
            trainer.step();
            if (trainer.stepsDone() % STEPS_PER_EPOCH == 0) {
                EvaluationReport report =
                        Evaluation.of(trainer.judged(), LossKind.CROSS_ENTROPY, device, data.test(), 10);
                epochs.add(new Epoch(report.loss(), trainer.judged().sha256()));
            }
        }
        return epochs;
    }

    private static List<EvaluationReport> evaluations(Run run) {
        List<EvaluationReport> told = new ArrayList<>();
        while (!run.finished()) {
            run.advance()
                    .filter(EvaluationReport.class::isInstance)
                    .ifPresent(report -> told.add((EvaluationReport) report));
        }
        return told;
    }

    /** The held-out loss after an epoch and the hash of the judged weights. */
    private record Epoch(double loss, String weights) {}
}
