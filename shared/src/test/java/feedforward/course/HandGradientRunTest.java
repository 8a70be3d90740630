package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.HandGradientRun.Rule;
import feedforward.course.HandGradientRun.Settings;
import feedforward.data.Dataset;
import feedforward.data.Examples;
import feedforward.data.HostBatch;
import feedforward.data.ImageExamples;
import feedforward.data.PointExamples;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.Initialiser;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandGradientRunTest {
    private static final Initialiser ZEROS = Initialiser.ZEROS;

    @Test
    void aStepOfTheRightRuleMovesEveryClassOfTheNotebooksOnlyTheTrueOne() {
        // One example x = [2], class 0 of 2, W = b = 0, so p = [½, ½] and C = ln 2. Right: p − y = [−½, ½]; with η =
        // 0.1, W = [0.1, −0.1],
        // b = [0.05, −0.05], scores ±0.25, C = ln(1 + e^−0.5) = 0.474077. Notebook: [−½, 0]: scores [0.25, 0], C = ln(1
        // + e^−0.25) = 0.575939.
        assertThat(lossAfterOneStep(Rule.RIGHT)).isCloseTo(0.474077, within(1e-6));
        assertThat(lossAfterOneStep(Rule.NOTEBOOK)).isCloseTo(0.575939, within(1e-6));
    }

    @Test
    void theNotebooksPixelsAreParts256() {
        Examples images = new ImageExamples(new byte[] {0, (byte) 255, 1, 2}, new byte[] {1, 0}, 2, 2);
        HostBatch batch = new HostBatch(new float[2], new float[2]);

        new NotebookExamples(images, 0, 2).copy(0, batch, 0);
        assertThat(batch.x()).containsExactly(0, 0.99609375f);
        assertThat(batch.t()).containsExactly(0, 1);
        new NotebookExamples(images, 1, 1).copy(0, batch, 0);
        assertThat(batch.x()).containsExactly(1 / 256f, 2 / 256f);
    }

    @Test
    void aRaceJudgesBothBeforeTheFirstEpochAndAfterEach() {
        Examples images = new ImageExamples(new byte[] {0, 10, 20, (byte) 200, 90, 3}, new byte[] {0, 1, 1}, 2, 2);
        GradientRace race = new GradientRace(
                new Dataset("tiny", "", images, images), new Settings(ZEROS, 0.5f, 2, 1), 3, new HeapDevice());
        while (!race.finished()) {
            race.advance();
        }

        assertThat(race.points()).hasSize(4);
        assertThat(race.epochsDone()).isEqualTo(3);
        assertThat(race.points().get(0).right()).isEqualTo(race.points().get(0).notebook());
        assertThat(race.points().get(0).right().testLoss()).isCloseTo(Math.log(2), within(1e-6));
        // Alike probabilities are answered with the first class, which one of the three is.
        assertThat(race.points().get(0).right().testError()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(race.points().get(3).right().trainLoss())
                .isLessThan(race.points().get(2).right().trainLoss());
        assertThat(race.sha256(Rule.RIGHT)).isNotEqualTo(race.sha256(Rule.NOTEBOOK));
    }

    /** By the right formula it is the engine's own run, whose epochs are shuffled anew. */
    @Test
    void eachEpochHasAnOrderOfItsOwn() {
        float[] x = new float[16];
        float[] targets = new float[32];
        for (int i = 0; i < 16; i++) {
            x[i] = i - 7.5f;
            targets[2 * i + (i % 3 == 0 ? 0 : 1)] = 1;
        }
        Examples examples = new PointExamples(x, 1, targets, 2);
        Settings settings = new Settings(ZEROS, 0.1f, 1, 1);
        HandGradientRun run = new HandGradientRun(Rule.RIGHT, settings, examples, new HeapDevice());
        Run engine = Run.start(
                new RunSpec(
                        new DataSpec("sixteen", "0".repeat(64), 0),
                        new NetworkSpec(
                                Shape.of(1), List.of(new DenseSpec(2, Activation.LINEAR, ZEROS), new SoftmaxSpec())),
                        LossKind.CROSS_ENTROPY,
                        new SgdSpec(0.1f),
                        1,
                        3,
                        1),
                new Dataset("sixteen", "0".repeat(64), examples, examples),
                new HeapDevice());
        while (!engine.finished()) {
            engine.advance();
        }
        for (int i = 0; i < 48; i++) {
            run.step();
        }

        assertThat(run.sha256()).isEqualTo(engine.network().sha256());
    }

    private static double lossAfterOneStep(Rule rule) {
        Examples one = new PointExamples(new float[] {2}, 1, new float[] {1, 0}, 2);
        HandGradientRun run = new HandGradientRun(rule, new Settings(ZEROS, 0.1f, 1, 1), one, new HeapDevice());
        run.step();
        return run.judge(one).loss();
    }
}
