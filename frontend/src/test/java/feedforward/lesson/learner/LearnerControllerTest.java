package feedforward.lesson.learner;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.page.Phase;
import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerControllerTest {
    private final Outside outside = new Outside();
    private final LearnerController controller = new LearnerController(outside);

    /** What the controller asked for, in words. */
    private static final class Outside implements LearnerActions {
        private final List<String> calls = new ArrayList<>();
        private final List<RunSpec> started = new ArrayList<>();
        private int solved;

        @Override
        public void start(RunSpec spec) {
            started.add(spec);
            calls.add("start");
        }

        @Override
        public void tellWorker(String command) {
            calls.add(command);
        }

        @Override
        public void runTo(int step) {
            calls.add("to " + step);
        }

        @Override
        public void use(byte[] file, String name) {
            calls.add("use " + name);
        }

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void theKnobsDescribeTheRunOnTheCoursesSplit() {
        controller.knobsSet(LearnerKnobs.USUAL.withRate("0,5").withBatch("20").withEpochs("2"));
        controller.played();

        RunSpec spec = outside.started.get(0);
        assertThat(spec.batchSize()).isEqualTo(20);
        assertThat(spec.epochs()).isEqualTo(2);
        assertThat(spec.optimiser().learningRate()).isEqualTo(0.5f);
        assertThat(spec.data().holdOut()).isEqualTo(10_000);
        assertThat(spec.network().parameters()).isEqualTo(7850);
        assertThat(controller.state().knobs().stepsPerEpoch()).isEqualTo(2500);
    }

    @Test
    void aKnobThatIsNoGoodSaysWhyAndNothingStarts() {
        controller.knobsSet(LearnerKnobs.USUAL.withRate("-1").withBatch("60000").withEpochs("many"));
        controller.played();

        assertThat(outside.calls).isEmpty();
        assertThat(controller.state().knobs().rateError())
                .isEqualTo("Learning rate: expected a number above 0, up to 10, such as 0.1, but was “-1”.");
        assertThat(controller.state().knobs().batchError())
                .isEqualTo("Batch: expected a whole number from 1 to 50,000, but was “60000”.");
        assertThat(controller.state().knobs().epochsError())
                .isEqualTo("Epochs: expected a whole number from 1 to 200, but was “many”.");
    }

    @Test
    void aRateThatIsZeroAsAFloatIsNoRate() {
        controller.knobsSet(LearnerKnobs.USUAL.withRate("1e-50"));

        assertThat(controller.state().knobs().rateError()).contains("above 0");
        assertThat(controller.state().knobs().spec()).isEmpty();
    }

    @Test
    void aRunIsPausedResumedAndCancelled() {
        controller.played();
        controller.news(snapshot(RunState.RUNNING, 10, 0.5));
        controller.played();
        assertThat(controller.state().phase()).isEqualTo(Phase.PAUSING);
        controller.news(snapshot(RunState.PAUSED, 12, 0.5));
        controller.played();
        controller.news(snapshot(RunState.RUNNING, 20, 0.5));
        controller.cancelled();

        assertThat(outside.calls).containsExactly("start", "resume", "pause", "save", "resume", "stop");
        assertThat(controller.state().phase()).isEqualTo(Phase.CANCELLED);
    }

    @Test
    void aFinishedRunsNetworkIsDrawnForAndJudgedOnce() {
        controller.played();
        controller.news(snapshot(RunState.FINISHED, 1500, 0.09));
        controller.news(snapshot(RunState.FINISHED, 1500, 0.09));
        controller.saved(new byte[] {1});

        assertThat(outside.calls).containsExactly("start", "resume", "save", "use the network just trained");
    }

    @Test
    void aNetworkThatComesAfterAResetIsNotUsed() {
        controller.played();
        controller.news(snapshot(RunState.PAUSED, 700, 0.1));
        controller.reset();
        controller.saved(new byte[] {1});

        assertThat(outside.calls).noneMatch(call -> call.startsWith("use"));
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    LearnerController other = new LearnerController(outside);
                    other.opened(link);
                    other.state().knobs().spec();
                    other.link();
                },
                "network",
                "rate",
                "batch",
                "epochs",
                "seed",
                "step");
    }

    @Test
    void aLinkRunsAgainUpToTheSameStep() {
        controller.knobsSet(LearnerKnobs.USUAL
                .withHidden(true)
                .withRate("0.3")
                .withBatch("50")
                .withEpochs("2")
                .withSeed(9));
        controller.played();
        controller.news(snapshot(RunState.PAUSED, 700, 0.1));
        Outside elsewhere = new Outside();
        LearnerController other = new LearnerController(elsewhere);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(elsewhere.started).isEqualTo(outside.started);
        assertThat(elsewhere.calls).containsExactly("start", "to 700");
        assertThat(other.link().query(text -> text))
                .as("while it runs it stays the same link")
                .isEqualTo(controller.link().query(text -> text));
        other.news(snapshot(RunState.RUNNING, 300, 0.3));
        assertThat(other.link().query(text -> text)).endsWith("step=700");
        other.played();
        other.news(snapshot(RunState.PAUSED, 310, 0.3));
        assertThat(other.link().query(text -> text)).endsWith("step=310");
    }

    @Test
    void aLinkToAFinishedRunRunsItToItsLastEvaluation() {
        controller.opened(LessonLink.of("?epochs=2&step=1000", text -> text));

        assertThat(outside.calls).containsExactly("start", "resume");
    }

    @Test
    void knobsTurnedAfterARunDoNotChangeItsLink() {
        controller.played();
        controller.news(snapshot(RunState.FINISHED, 1500, 0.09));
        controller.knobsSet(LearnerKnobs.USUAL.withRate("7"));

        assertThat(controller.link().query(text -> text)).isEqualTo("?step=1500");
    }

    @Test
    void theSameRunAgainHasItsNetworkUsedAgain() {
        for (int i = 0; i < 2; i++) {
            controller.played();
            controller.news(snapshot(RunState.FINISHED, 1500, 0.09));
        }

        assertThat(outside.calls).containsExactly("start", "resume", "save", "start", "resume", "save");
    }

    @Test
    void aGoalThatWasReachedStaysReached() {
        controller.played();
        controller.news(snapshot(RunState.FINISHED, 1500, 0.08));
        assertThat(controller.state().goal().isRight()).isTrue();

        controller.played();
        controller.news(snapshot(RunState.FINISHED, 1500, 0.2));

        assertThat(controller.state().goal().isRight()).isTrue();
    }

    @Test
    void theLastBatchOfAnEpochMayBeSmaller() {
        assertThat(LearnerKnobs.USUAL.withBatch("64").stepsPerEpoch()).isEqualTo(782);
        assertThat(LearnerKnobs.USUAL.withBatch("50,000").stepsPerEpoch()).isEqualTo(1);
    }

    @Test
    void theGoalKnowsWhyItWasMissed() {
        assertThat(LearnerAnswers.goal(LearnerKnobs.USUAL.withRate("0.001"), 0.25, losses(2, 1.5, 1.2, 1.0))
                        .words())
                .contains("still falling");
        assertThat(LearnerAnswers.goal(LearnerKnobs.USUAL.withRate("10"), 0.2, losses(9, 4, 8, 3))
                        .words())
                .contains("jumps");
        assertThat(LearnerAnswers.goal(LearnerKnobs.USUAL.withHidden(true), 0.03, losses(1, 0.2))
                        .words())
                .contains("without hidden layers");
        assertThat(LearnerAnswers.goal(LearnerKnobs.USUAL.withEpochs("9"), 0.08, losses(1, 0.3))
                        .words())
                .contains("in 9 epochs");
        assertThat(LearnerAnswers.goal(LearnerKnobs.USUAL, 0.0927, losses(1, 0.4))
                        .words())
                .startsWith("Validation error 9.27 %. Near.");
        assertThat(LearnerAnswers.goal(LearnerKnobs.USUAL, 0.085, losses(1, 0.3))
                        .isRight())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "600 | all 60,000",
                "100 | How many such steps",
                "50000 | a batch of 1",
                "1500 | three epochs",
                "a | whole number"
            })
    void aWrongNumberOfStepsIsToldWhy(String typed, String why) {
        controller.stepsChecked(typed);

        assertThat(controller.state().steps().isRight()).isFalse();
        assertThat(controller.state().steps().words()).contains(why);
    }

    @Test
    void theExercisesTogetherSolveTheLesson() {
        controller.played();
        controller.news(snapshot(RunState.FINISHED, 1500, 0.08));
        controller.stepsChecked("500");
        controller.batchChosen("better");
        assertThat(controller.state().batch().words()).contains("rougher estimate");
        assertThat(outside.solved).isZero();

        controller.batchChosen("more");

        assertThat(outside.solved).isEqualTo(1);
    }

    private static List<LossPoint> losses(double... values) {
        List<LossPoint> losses = new ArrayList<>();
        for (double value : values) {
            losses.add(new LossPoint(losses.size() + 1, value));
        }
        return losses;
    }

    private static RunSnapshot snapshot(RunState state, int step, double error) {
        boolean still = state == RunState.PAUSED || state == RunState.FINISHED;
        return new RunSnapshot(
                state,
                step,
                1500,
                1000,
                1,
                losses(1, 0.3),
                List.of(new EvaluationReport(step, 0.3, OptionalDouble.of(1 - error))),
                still ? Optional.of("hash" + step) : Optional.empty(),
                "");
    }
}
