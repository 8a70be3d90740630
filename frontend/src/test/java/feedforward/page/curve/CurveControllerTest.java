package feedforward.page.curve;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.optimiser.SgdSpec;
import feedforward.page.Phase;
import feedforward.train.Recipe;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurveControllerTest {
    private final Recorder asked = new Recorder();
    private final CurveController controller = new CurveController(asked);

    @Test
    void trainsTheRecipeUnlessTheLearningRateWasChanged() {
        controller.played();
        assertThat(asked.started).containsExactly(Recipe.CURVE_TANH.spec());

        controller.news(snapshot(RunState.CANCELLED));
        controller.resetWanted();
        controller.learningRateTyped("0.25");
        controller.played();
        assertThat(asked.started.get(1).optimiser()).isEqualTo(new SgdSpec(0.25f));
    }

    @Test
    void saysWhatIsWrongWithTheLearningRateAndStartsNothing() {
        controller.learningRateTyped("NaN");

        controller.played();

        assertThat(controller.state().message())
                .isEqualTo("Learning rate: a number above 0, up to 10, such as 0.9; not “NaN”");
        assertThat(asked.started).isEmpty();
    }

    @Test
    void aFinishedRunGoesOnTenTimesAsLongAndIsDescribedSo() {
        controller.played();
        controller.news(snapshot(RunState.FINISHED));

        controller.played();

        assertThat(asked.calls).endsWith("extend 100000", "worker resume");
        assertThat(controller.state().spec()).contains(Recipe.CURVE_TANH.spec().withEpochs(100_000));
    }

    @Test
    void aStepOfAFinishedRunIsTheFirstOfTheLongerOne() {
        controller.played();
        controller.news(snapshot(RunState.FINISHED));

        controller.stepped();

        assertThat(asked.calls).endsWith("extend 100000", "worker step");
    }

    @Test
    void aFinishedRunGoesOnOnlyAtTheLearningRateItWasRunWith() {
        controller.played();
        controller.news(snapshot(RunState.FINISHED));
        assertThat(controller.state().play()).isEqualTo(CurveState.Play.TRAIN_ON);

        controller.learningRateTyped(" 0.90 ");
        assertThat(controller.state().play()).isEqualTo(CurveState.Play.TRAIN_ON);
        controller.learningRateTyped("0.25");
        assertThat(controller.state().play()).isEqualTo(CurveState.Play.TRAIN);
        controller.played();

        assertThat(asked.calls).noneMatch(call -> call.startsWith("extend"));
        assertThat(asked.started).hasSize(2);
        assertThat(asked.started.get(1).optimiser()).isEqualTo(new SgdSpec(0.25f));
        assertThat(asked.started.get(1).epochs()).isEqualTo(10_000);
    }

    @Test
    void aPausedRunResumesOnlyAtTheLearningRateItWasBegunWith() {
        controller.played();
        controller.news(snapshot(RunState.PAUSED));
        assertThat(controller.state().play()).isEqualTo(CurveState.Play.RESUME);

        controller.learningRateTyped("0.25");
        controller.stepped();

        assertThat(asked.started).hasSize(2);
        assertThat(asked.calls).endsWith("worker step");
    }

    @Test
    void aRunOfAMillionEpochsGoesOnNoFurther() {
        controller.played();
        controller.news(snapshot(RunState.FINISHED));
        controller.played();
        controller.news(snapshot(RunState.FINISHED));
        controller.played();
        controller.news(snapshot(RunState.FINISHED));

        assertThat(controller.state().spec()).contains(Recipe.CURVE_TANH.spec().withEpochs(RunSpec.MOST_EPOCHS));
        assertThat(controller.state().play()).isEqualTo(CurveState.Play.TRAIN);
    }

    @Test
    void aStepWithAWrongLearningRateStepsNothing() {
        controller.played();
        controller.news(snapshot(RunState.PAUSED));
        controller.learningRateTyped("quick");
        int before = asked.calls.size();

        controller.stepped();

        assertThat(asked.calls).hasSize(before);
        assertThat(controller.state().message()).contains("“quick”");
    }

    @Test
    void aBrokenWorkerIsAFailureAndTheButtonTrainsAgain() {
        controller.broken("The training worker broke down");

        assertThat(controller.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(controller.state().message()).isEqualTo("The training worker broke down");
        assertThat(controller.state().play()).isEqualTo(CurveState.Play.TRAIN_AGAIN);
        controller.played();
        assertThat(asked.started).containsExactly(Recipe.CURVE_TANH.spec());
        assertThat(controller.state().message()).isEmpty();
    }

    @Test
    void resetStopsTheRunAndForgetsIt() {
        controller.played();
        controller.news(snapshot(RunState.RUNNING));
        controller.fitArrived(new float[81]);

        controller.resetWanted();
        controller.news(snapshot(RunState.CANCELLED));

        assertThat(asked.calls).endsWith("worker stop");
        assertThat(controller.state().phase()).isEqualTo(Phase.IDLE);
        assertThat(controller.state().fit()).isEmpty();
    }

    private static RunSnapshot snapshot(RunState state) {
        return new RunSnapshot(state, 10_000, 10_000, 100, 1, List.of(), List.of(), Optional.empty(), "");
    }

    /** Writes down what the controller asks for. */
    private static final class Recorder implements CurveActions {
        private final List<RunSpec> started = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();

        @Override
        public void start(RunSpec spec) {
            started.add(spec);
        }

        @Override
        public void extend(int epochs) {
            calls.add("extend " + epochs);
        }

        @Override
        public void tellWorker(String command) {
            calls.add("worker " + command);
        }

        @Override
        public void show() {
            // What is shown is the state, which the tests read.
        }
    }
}
