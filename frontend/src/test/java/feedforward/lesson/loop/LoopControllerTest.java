package feedforward.lesson.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Dataset;
import feedforward.data.ImageExamples;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.lesson.loop.TrainingState.Knobs;
import feedforward.lesson.loop.TrainingState.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopControllerTest {
    private final Outside outside = new Outside();
    private final LoopController controller = new LoopController(outside);
    private final TrainingController training = new TrainingController(outside, outside::now);

    /** What the controllers asked for, and a clock on which each look takes 5 ms. */
    private static final class Outside implements LoopActions {
        private int solved;
        private int fetched;
        private double now;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }

        @Override
        public void fetchDigits() {
            fetched++;
        }

        double now() {
            now += 5;
            return now;
        }
    }

    @Test
    void theLoopAndTheCountSolveTheExercises() {
        put("istflbuj");
        assertThat(controller.state().order().isRight()).isTrue();
        assertThat(controller.state().texts())
                .startsWith("Draw W and b at random (once)", "Shuffle the training images (each epoch)");
        put("istfbluj");
        assertThat(controller.state().order().isRight()).isTrue();
        assertThat(outside.solved).isZero();

        controller.updatesChecked("5,000");

        assertThat(controller.state().updates().isRight()).isTrue();
        assertThat(outside.solved).isEqualTo(1);
    }

    @Test
    void aWrongOrderIsToldWhy() {
        assertThat(words("sitflbuj")).startsWith("Step 1 comes too early. Inside the loop, new random weights");
        assertThat(words("istlfbuj"))
                .isEqualTo("Step 4 comes too early. The loss is computed from p, which the forward pass gives.");
        assertThat(words("istflubj")).startsWith("Step 6 comes too early. The update goes against the gradient");
        assertThat(words("istfbulj")).startsWith("Step 6 comes too early. The loss of this batch");
        assertThat(words("itsflbuj")).startsWith("Step 2 comes too early. Batches are cut from the shuffled");
        assertThat(words("istflbju")).startsWith("Step 7 comes too early. Judge after an epoch");
        assertThat(words("istflbuxj")).startsWith("The test images tell how the network does");
        assertThat(words("istflb")).isEqualTo("Right so far; 2 steps are still missing.");
        assertThat(words("istflbu")).isEqualTo("Right so far; one step is still missing.");
        assertThat(words("")).isEqualTo("Choose the step that comes first.");
    }

    @Test
    void aWrongCountIsToldWhy() {
        assertThat(counted("500")).startsWith("That is one epoch");
        assertThat(counted("500000")).startsWith("That would be an update for each image");
        assertThat(counted("50000")).startsWith("That is the number of images");
        assertThat(counted("10")).startsWith("That is the number of epochs");
        assertThat(counted("7")).startsWith("How many batches of 100");
        assertThat(counted("lots")).isEqualTo("Expected a whole number such as 250, but was “lots”.");
    }

    @Test
    void stepsGoInOnceAndComeOutAgain() {
        controller.stepChosen(LoopStep.TAKE);
        controller.stepChosen(LoopStep.TAKE);
        controller.stepChosen(LoopStep.LOSS);
        controller.stepTakenOut(LoopStep.TAKE);

        assertThat(controller.state().steps()).containsExactly(LoopStep.LOSS);
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    LoopController other = new LoopController(outside);
                    TrainingController elsewhere = new TrainingController(outside, outside::now);
                    other.opened(link);
                    elsewhere.opened(link);
                    elsewhere.played();
                    elsewhere.link(other.link(LessonLink.empty()));
                },
                "order",
                "start",
                "rate",
                "batch",
                "epochs");
    }

    @Test
    void aLinkBringsBackOrderVerdictAndKnobs() {
        put("sit");
        training.turned(new Knobs(Knobs.ZEROS, "3", "50", "2"));
        LessonLink link =
                LessonLink.of(training.link(controller.link(LessonLink.empty())).query(text -> text), text -> text);
        LoopController other = new LoopController(outside);
        TrainingController otherTraining = new TrainingController(outside, outside::now);

        other.opened(link);
        otherTraining.opened(link);

        assertThat(other.state()).isEqualTo(controller.state());
        assertThat(otherTraining.state()).isEqualTo(training.state());
        assertThat(link.trouble()).isEmpty();
        other.opened(LessonLink.of("?order=ii", text -> text));
        assertThat(other.state().steps()).isEqualTo(List.of());
    }

    @Test
    void trainsPausesAndGivesTheSameWeightsAgain() {
        training.turned(new Knobs(Knobs.RANDOM, "0,5", "5", "2"));
        training.played();
        assertThat(outside.fetched).isEqualTo(1);
        training.arrived(digits());
        training.ticked();
        training.played();
        training.ticked();
        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
        training.played();
        runToTheEnd();
        String hash = training.state().hash();
        assertThat(training.state().scores()).hasSize(3);
        assertThat(training.state().updates()).isEqualTo(6);

        training.played();
        training.arrived(digits());
        runToTheEnd();

        assertThat(training.state().hash()).isEqualTo(hash).hasSize(64);
    }

    @Test
    void weightsThatBeginAsZerosEndElsewhere() {
        assertThat(trained(Knobs.ZEROS)).isNotEqualTo(trained(Knobs.RANDOM));
    }

    @Test
    void aLinkToATrainingUnderWayRunsItAgainToTheSameNumbers() {
        training.turned(new Knobs(Knobs.RANDOM, "0.5", "5", "2"));
        training.played();
        training.arrived(digits());
        while (training.state().updates() < 4) {
            training.ticked();
        }
        training.played();
        runToWhereItStands(training);
        int updates = training.state().updates();
        TrainingController other = new TrainingController(outside, outside::now);

        other.opened(reread(training));
        assertThat(outside.fetched).isEqualTo(2);
        assertThat(reread(other).text("step", "")).isEqualTo(Integer.toString(updates));
        other.arrived(digits());
        assertThat(other.state().message()).startsWith("Replaying the link you opened, up to update " + updates);
        runToWhereItStands(other);

        assertThat(other.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(other.state().updates()).isEqualTo(updates).isLessThan(6);
        assertThat(other.state().scores()).isEqualTo(training.state().scores());
        assertThat(other.state().hash()).isEqualTo(training.state().hash()).hasSize(64);
    }

    @Test
    void aReplayIsStoppedWhileTheDigitsComeOrWhileItRuns() {
        training.opened(LessonLink.empty().with("step", 4_000));
        training.played();
        training.arrived(digits());
        assertThat(training.state()).isEqualTo(TrainingState.idle(Knobs.USUAL));
        assertThat(training.link(LessonLink.empty()).has("step")).isFalse();

        training.opened(LessonLink.empty().with("step", 4_000));
        training.arrived(digits());
        training.ticked();
        training.played();
        runToWhereItStands(training);

        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
    }

    @Test
    void aLinkThatCannotBeTrainedIsSaid() {
        LessonLink late =
                LessonLink.empty().with("batch", 300).with("epochs", 1).with("step", 168);
        training.opened(late);
        assertThat(late.trouble()).contains("“step” could not be used: expected a number in [0, 167]");

        LessonLink start = LessonLink.empty().with("start", "ones");
        training.opened(start);
        assertThat(start.trouble()).contains("“start” could not be used: expected random or zeros but was “ones”");

        training.opened(LessonLink.empty().with("rate", "fast").with("step", 3));
        assertThat(training.state().message()).contains("such as 0.2, but was “fast”");
        assertThat(outside.fetched).isZero();
    }

    @Test
    void saysWhichKnobIsWrong() {
        assertThat(trouble(new Knobs(Knobs.RANDOM, "fast", "100", "10")))
                .isEqualTo("Learning rate: expected a number above 0, up to 10, such as 0.2, but was “fast”.");
        assertThat(trouble(new Knobs(Knobs.RANDOM, "0.2", "0", "10")))
                .isEqualTo("Batch: expected a whole number from 1 to 1,000 but was “0”.");
        assertThat(trouble(new Knobs(Knobs.RANDOM, "0.2", "100", "99")))
                .isEqualTo("Epochs: expected a whole number from 1 to 50 but was “99”.");
        assertThat(outside.fetched).isZero();
    }

    private String trained(String start) {
        training.turned(new Knobs(start, "0.5", "5", "1"));
        training.played();
        training.arrived(digits());
        runToTheEnd();
        return training.state().hash();
    }

    private String trouble(Knobs knobs) {
        training.turned(knobs);
        training.played();
        return training.state().message();
    }

    private void put(String letters) {
        controller.cleared();
        LoopStep.parse(letters).orElseThrow().forEach(controller::stepChosen);
        controller.checked();
    }

    private String words(String letters) {
        put(letters);
        assertThat(controller.state().order().isRight()).isFalse();
        return controller.state().order().words();
    }

    private String counted(String text) {
        controller.updatesChecked(text);
        assertThat(controller.state().updates().isRight()).isFalse();
        return controller.state().updates().words();
    }

    private static LessonLink reread(TrainingController training) {
        return LessonLink.of(training.link(LessonLink.empty()).query(text -> text), text -> text);
    }

    private static void runToWhereItStands(TrainingController training) {
        while (training.state().phase() == Phase.RUNNING) {
            training.ticked();
        }
    }

    private void runToTheEnd() {
        runToWhereItStands(training);
        assertThat(training.state().phase()).isEqualTo(Phase.DONE);
    }

    private static Dataset digits() {
        ImageExamples images = new ImageExamples(new byte[12 * 4], new byte[12], 4, 10);
        return new Dataset("mnist", "", images, images);
    }
}
