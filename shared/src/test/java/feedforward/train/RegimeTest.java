package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.Dataset;
import feedforward.data.PointExamples;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.ActivationSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.model.StoredTensor;
import feedforward.optimiser.SgdSpec;
import feedforward.schedule.CosineSchedule;
import feedforward.schedule.StepSchedule;
import feedforward.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes along with the steps, on y = w·x + b with x = t = 1 or on two classes, by hand. */
class RegimeTest {
    private static final String HASH = "cd".repeat(32);

    private final Device device = new HeapDevice();

    @Test
    void theScheduleSetsTheRateOfEachStep() {
        Trainer trainer = trainer(line(Regime.PLAIN.with(new StepSchedule(0.5f, 1))), 2, 0);
        // y = 2, error 1, gradients 1 and 1, rate ¼.
        trainer.step();
        assertWeights(trainer, 1.75f, -0.25f);
        // y = 1.5, error ½, rate ⅛.
        trainer.step();
        assertWeights(trainer, 1.6875f, -0.3125f);
    }

    @Test
    void aCosineEndsAtTheLastStep() {
        Trainer trainer = trainer(line(Regime.PLAIN.with(new CosineSchedule(0))), 2, 0);
        // Two steps: factors 1 and ½.
        trainer.step();
        trainer.step();
        // y = 1.5, error ½, rate ⅛: as with the staircase.
        assertWeights(trainer, 1.6875f, -0.3125f);
    }

    @Test
    void theLossThatIsReportedHasNoPenalty() {
        Regime decaying = Regime.PLAIN.with(Regularisation.NONE.withPenalties(0, 0.5f));
        Trainer trainer = trainer(line(decaying), 2, 0);
        // Error 1: loss ½, not ½ + ½·½·2². Gradient of w: 1 + ½·2.
        assertThat(trainer.step().loss()).isEqualTo(0.5);
        assertWeights(trainer, 1.5f, -0.25f);
    }

    @Test
    void gradientsAreClippedBeforeTheUpdate() {
        // Gradient (1, 1)·√2 long, clipped to 1: each 1/√2.
        Trainer trainer = trainer(line(Regime.PLAIN.with(Regularisation.NONE.withClipNorm(1))), 2, 0);
        trainer.step();
        float clipped = (float) (1 / Math.sqrt(2));
        assertWeights(trainer, 2 - 0.25f * clipped, -0.25f * clipped);
    }

    @Test
    void theJudgedNetworkIsTheMovingMean() {
        Regularisation averaging = Regularisation.NONE.withAveraging(0.25f);
        Run run = Run.start(line(Regime.PLAIN.with(averaging)), ones(), device);
        float first = run.network().parameters().get(0).value().toArray()[0];
        while (run.stepsDone() < 1) {
            run.advance();
        }
        float trained = run.checkpoint().weights().get("fc1.weight").values()[0];
        // In step 1 the decay is min(¼, 2/11) = 2/11.
        float part = (float) (1 - 2 / 11.0);
        assertThat(run.network().parameters().get(0).value().toArray()[0])
                .isEqualTo(first * (1 - part) + trained * part)
                .isNotEqualTo(trained);
        float before = run.network().parameters().get(0).value().toArray()[0];
        while (run.stepsDone() < 2) {
            run.advance();
        }
        // In step 2 it is min(¼, 3/12): both.
        float last = run.checkpoint().weights().get("fc1.weight").values()[0];
        assertThat(run.network().parameters().get(0).value().toArray()[0]).isEqualTo(before * 0.25f + last * 0.75f);
        assertThat(run.checkpoint().judgedWeights()).isEqualTo(run.network().weights());
    }

    @Test
    void labelsAreSmoothedInTrainingAndNotInJudging() {
        NetworkSpec two = new NetworkSpec(Shape.of(1), List.of(new DenseSpec(2, Activation.LINEAR), new SoftmaxSpec()));
        OneExample data = new OneExample(new float[] {1, 0});
        RunSpec spec = new RunSpec(
                new DataSpec("two", HASH, 0),
                two,
                LossKind.CROSS_ENTROPY,
                new SgdSpec(1),
                1,
                2,
                1,
                Regime.PLAIN.with(Regularisation.NONE.withLabelSmoothing(0.25f)));
        Trainer trainer = Trainer.resume(
                new Checkpoint(
                        spec,
                        0,
                        Map.of(
                                "fc1.weight", new StoredTensor(Shape.of(2, 1), new float[] {0, 0}),
                                "fc1.bias", new StoredTensor(Shape.of(2), new float[] {0, 0}))),
                data.dataset(),
                device);
        // t = (0.75·1 + 0.125, 0.125), p = (½, ½): gradient −⅜, ⅜. One batch holds all: it must not be smoothed twice.
        trainer.step();
        assertWeights(trainer, 0.375f, 0.375f);
        double loss = trainer.step().loss();
        // z = ±¾: −⅞·ln σ(1.5) − ⅛·ln σ(−1.5).
        double right = Math.log(1 + Math.exp(-1.5));
        assertThat(loss).isCloseTo(right + 0.125 * 1.5, within(1e-6));
        Evaluation evaluation = new Evaluation(
                trainer.judged(),
                LossKind.CROSS_ENTROPY,
                trainer.loss(),
                device,
                data.dataset().test(),
                1);
        evaluation.advance();
        double z = 2
                * (trainer.network().weights().get("fc1.weight").values()[0]
                        + trainer.network().weights().get("fc1.bias").values()[0]);
        assertThat(evaluation.report(2).loss()).isCloseTo(Math.log(1 + Math.exp(-z)), within(1e-6));
    }

    @Test
    void binaryLabelsAreSmoothedTowardsAHalf() {
        NetworkSpec one = new NetworkSpec(
                Shape.of(1), List.of(new DenseSpec(1, Activation.LINEAR), new ActivationSpec(Activation.SIGMOID)));
        RunSpec spec = new RunSpec(
                new DataSpec("two", HASH, 0),
                one,
                LossKind.BINARY_CROSS_ENTROPY,
                new SgdSpec(1),
                1,
                1,
                1,
                Regime.PLAIN.with(Regularisation.NONE.withLabelSmoothing(0.25f)));
        Trainer trainer = Trainer.resume(
                new Checkpoint(spec, 0, weights(0, 0)), new OneExample(new float[] {1}).dataset(), device);
        // t = 0.75 + 0.125, p = ½: gradient −⅜.
        trainer.step();
        assertWeights(trainer, 0.375f, 0.375f);
    }

    @Test
    void smoothingNeedsTargetsThatAreProbabilities() {
        assertThatThrownBy(() -> line(Regime.PLAIN.with(Regularisation.NONE.withLabelSmoothing(0.1f))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec regularisation labelSmoothing: expected 0 for squared-error, whose targets are no"
                        + " probabilities, but was 0.1");
    }

    private Trainer trainer(RunSpec spec, float w, float b) {
        return Trainer.resume(new Checkpoint(spec, 0, weights(w, b)), ones(), device);
    }

    /** y = w·x + b, rate ¼, two steps on one example. */
    private static RunSpec line(Regime regime) {
        NetworkSpec network = new NetworkSpec(Shape.of(1), List.of(new DenseSpec(1, Activation.LINEAR)));
        DataSpec data = new DataSpec("two", HASH, 0);
        return new RunSpec(data, network, LossKind.SQUARED_ERROR, new SgdSpec(0.25f), 1, 2, 1, regime);
    }

    private static Dataset ones() {
        return new OneExample(new float[] {1}).dataset();
    }

    private static Map<String, StoredTensor> weights(float w, float b) {
        return Map.of(
                "fc1.weight", new StoredTensor(Shape.of(1, 1), new float[] {w}),
                "fc1.bias", new StoredTensor(Shape.of(1), new float[] {b}));
    }

    private static void assertWeights(Trainer trainer, float w, float b) {
        assertThat(trainer.network().weights().get("fc1.weight").values()[0]).isEqualTo(w);
        assertThat(trainer.network().weights().get("fc1.bias").values()[0]).isEqualTo(b);
    }

    /** One example, x = 1, to learn from and to judge by. */
    private record OneExample(float[] target) {
        Dataset dataset() {
            PointExamples example = new PointExamples(new float[] {1}, 1, target, target.length);
            return new Dataset("two", HASH, example, example);
        }
    }
}
