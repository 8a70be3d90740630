package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.loss.LossKind;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
    private final Device device = new HeapDevice();

    @Test
    void theNetworkIsJudgedBeforeTheFirstStepAfterTheLastAndBetween() {
        Run run = Run.start(Blobs.spec(), Blobs.dataset(), device);
        List<Integer> judged =
                evaluations(finish(run)).stream().map(EvaluationReport::step).toList();
        // 33 steps, 20 evaluations wanted: every second step, and the last.
        assertThat(judged).startsWith(0, 2, 4).endsWith(30, 32, 33).hasSize(18);
        assertThat(run.finished()).isTrue();
    }

    @Test
    void judgingChangesNothing() {
        Trainer trainer = Trainer.start(Blobs.spec(), Blobs.dataset(), device);
        while (trainer.stepsDone() < trainer.totalSteps()) {
            trainer.step();
        }
        Run run = Run.start(Blobs.spec(), Blobs.dataset(), device);
        finish(run);
        assertThat(run.network().sha256()).isEqualTo(trainer.network().sha256());
    }

    @Test
    void aSliceIsOneStepOrOneBatchOfAnEvaluation() {
        Run run = Run.start(Blobs.spec(), Blobs.dataset(), device);
        // 30 examples to judge by, in batches of 10.
        assertThat(run.advance()).isEmpty();
        assertThat(run.advance()).isEmpty();
        assertThat(run.advance()).get().isInstanceOf(EvaluationReport.class);
        assertThat(run.stepsDone()).isZero();
        assertThat(run.advance()).get().isInstanceOf(StepReport.class);
        assertThat(run.stepsDone()).isEqualTo(1);
    }

    @Test
    void trainingLearns() {
        Run run = Run.start(Blobs.spec().withEpochs(20), Blobs.dataset(), device);
        List<EvaluationReport> evaluations = evaluations(finish(run));
        EvaluationReport first = evaluations.get(0);
        EvaluationReport last = evaluations.get(evaluations.size() - 1);
        assertThat(last.loss()).isLessThan(0.2).isLessThan(first.loss());
        assertThat(last.accuracy().orElseThrow()).isGreaterThan(0.9);
    }

    @Test
    void lossAndAccuracyAreMeansOverAllExamplesHoweverTheyAreCut() {
        Run run = Run.start(Blobs.spec(), Blobs.dataset(), device);
        finish(run);
        Dataset data = Blobs.dataset();
        EvaluationReport whole = Evaluation.of(run.network(), LossKind.CROSS_ENTROPY, device, data.test(), 10);
        EvaluationReport cut = Evaluation.of(run.network(), LossKind.CROSS_ENTROPY, device, data.test(), 7);
        assertThat(cut.loss()).isCloseTo(whole.loss(), within(1e-12));
        assertThat(cut.accuracy()).isEqualTo(whole.accuracy());
    }

    @Test
    void aNetworkThatDoesNotClassifyHasNoAccuracy() {
        Run run = Run.start(Recipe.CURVE_TANH.spec().withEpochs(1), Curve.dataset(), device);
        assertThat(evaluations(finish(run)))
                .allMatch(report -> report.accuracy().isEmpty());
    }

    @Test
    void resumingAtAnyStepGivesTheBitsOfNeverStopping() {
        Run whole = Run.start(Blobs.spec(), Blobs.dataset(), device);
        List<Checkpoint> checkpoints = new ArrayList<>(List.of(whole.checkpoint()));
        while (!whole.finished()) {
            whole.advance().filter(StepReport.class::isInstance).ifPresent(step -> checkpoints.add(whole.checkpoint()));
        }
        assertThat(checkpoints).hasSize(34);
        for (Checkpoint checkpoint : checkpoints) {
            Run resumed = Run.resume(checkpoint, Blobs.dataset(), device);
            assertThat(resumed.stepsDone()).isEqualTo(checkpoint.step());
            finish(resumed);
            assertThat(resumed.network().sha256())
                    .as("resumed at step %s", checkpoint.step())
                    .isEqualTo(whole.network().sha256());
        }
    }

    @Test
    void heldOutExamplesAreJudgedByAndNotLearntFrom() {
        Run run = Run.start(Blobs.spec(25), Blobs.dataset(), device);
        // 103 − 25 = 78 examples: 8 batches in each of 3 epochs.
        assertThat(run.totalSteps()).isEqualTo(24);
        List<Report> reports = finish(run);
        int learnt = reports.stream()
                .filter(StepReport.class::isInstance)
                .mapToInt(report -> ((StepReport) report).examples())
                .sum();
        assertThat(learnt).isEqualTo(3 * 78);
        double correct = evaluations(reports).get(3).accuracy().orElseThrow() * 25;
        assertThat(correct).isCloseTo(Math.rint(correct), within(1e-9));
        assertThat(Run.start(Blobs.spec(102), Blobs.dataset(), device).totalSteps())
                .isEqualTo(3);
    }

    @Test
    void resumingARunThatHoldsOutHoldsOutTheSame() {
        Run whole = Run.start(Blobs.spec(25), Blobs.dataset(), device);
        while (whole.stepsDone() < 11) {
            whole.advance();
        }
        Run resumed = Run.resume(whole.checkpoint(), Blobs.dataset(), device);
        assertThat(last(evaluations(finish(resumed)))).isEqualTo(last(evaluations(finish(whole))));
        assertThat(resumed.network().sha256()).isEqualTo(whole.network().sha256());
    }

    @Test
    void dataOfAnotherHashAreRefused() {
        Dataset other = new Dataset(
                "blobs",
                "0".repeat(64),
                Blobs.dataset().train(),
                Blobs.dataset().test());
        String message = "RunSpec data: expected \"blobs\" with SHA-256 " + Blobs.HASH + " but was \"blobs\" with "
                + "0".repeat(64);
        assertThatThrownBy(() -> Run.start(Blobs.spec(), other, device))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        Checkpoint checkpoint = Run.start(Blobs.spec(), Blobs.dataset(), device).checkpoint();
        assertThatThrownBy(() -> Run.resume(checkpoint, other, device)).hasMessage(message);
        assertThatThrownBy(() -> Run.requireFit(Blobs.spec(), other)).hasMessage(message);
    }

    @Test
    void dataOfAnotherNameAreRefused() {
        assertThatThrownBy(() -> Run.start(Blobs.spec(), Curve.dataset(), device))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec data: expected \"blobs\" with SHA-256 " + Blobs.HASH + " but was \"curve\" with "
                        + Curve.SHA256);
    }

    @Test
    void aNetworkThatDoesNotFitIsRefusedBeforeAnythingIsBuilt() {
        RunSpec curve = Recipe.CURVE_TANH.spec();
        RunSpec misfit = new RunSpec(
                new DataSpec("blobs", Blobs.HASH, 0), curve.network(), curve.loss(), curve.optimiser(), 10, 1, 1);
        assertThatThrownBy(() -> Run.requireFit(misfit, Blobs.dataset()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Network input: expected [2], as data set \"blobs\" has, but was [1]");
    }

    @Test
    void holdingOutMoreThanThereIsIsRefused() {
        assertThatThrownBy(() -> Run.start(Blobs.spec(103), Blobs.dataset(), device))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec holdOut: expected an integer in [0, 102] but was 103");
    }

    @Test
    void theNetworkTakesNoLargerBatchThanTheDataMake() {
        RunSpec spec = Recipe.CURVE_TANH.spec();
        RunSpec large = new RunSpec(spec.data(), spec.network(), spec.loss(), spec.optimiser(), 81, 1, spec.seed());
        Run run = Run.start(large, Curve.dataset(), device);
        Tensor whole = Tensor.zeros(device, Shape.of(40, 1));
        assertThat(run.network().forward(whole).shape()).isEqualTo(Shape.of(40, 1));
        assertThatThrownBy(() -> run.network().forward(Tensor.zeros(device, Shape.of(41, 1))))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void aFinishedRunRefusesToGoOn() {
        Run run = Run.start(Blobs.spec(), Blobs.dataset(), device);
        finish(run);
        assertThatThrownBy(run::advance)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Run: all 33 steps are done");
    }

    private static List<Report> finish(Run run) {
        List<Report> reports = new ArrayList<>();
        while (!run.finished()) {
            run.advance().ifPresent(reports::add);
        }
        return reports;
    }

    private static List<EvaluationReport> evaluations(List<Report> reports) {
        return reports.stream()
                .filter(EvaluationReport.class::isInstance)
                .map(EvaluationReport.class::cast)
                .toList();
    }

    private static EvaluationReport last(List<EvaluationReport> reports) {
        return reports.get(reports.size() - 1);
    }
}
