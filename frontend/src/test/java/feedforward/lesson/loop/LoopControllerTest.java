package feedforward.lesson.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.DigitTraining;
import feedforward.data.Dataset;
import feedforward.data.ImageExamples;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.lesson.TrainingProgress.Phase;
import feedforward.lesson.TrainingRun;
import feedforward.lesson.loop.TrainingState.Knobs;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopControllerTest {
    private final Outside outside = new Outside();
    private final LoopController controller = new LoopController(outside);
    private final TrainingController training = new TrainingController(outside, outside::now);
    private final TrainingRun<DigitTraining> run = training.run();

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
                    elsewhere.run().played();
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
    void trainsAndGivesTheSameWeightsAgain() {
        Knobs knobs = new Knobs(Knobs.RANDOM, "0,5", "5", "2");
        TrainingState first = trained(knobs);
        assertThat(first.scores()).hasSize(3);
        assertThat(first.progress().steps()).isEqualTo(6);
        assertThat(first.hash()).hasSize(64);

        assertThat(trained(knobs)).isEqualTo(first);
    }

    @Test
    void otherKnobsGiveOtherWeights() {
        String hash = trained(new Knobs(Knobs.RANDOM, "0.5", "5", "1")).hash();

        assertThat(trained(new Knobs(Knobs.ZEROS, "0.5", "5", "1")).hash()).isNotEqualTo(hash);
        assertThat(trained(new Knobs(Knobs.RANDOM, "0.6", "5", "1")).hash()).isNotEqualTo(hash);
        assertThat(trained(new Knobs(Knobs.RANDOM, "0.5", "6", "1")).hash()).isNotEqualTo(hash);
    }

    @Test
    void aLinkTrainsAgainToTheSameNumbers() {
        training.opened(LessonLink.of("?rate=0.5&batch=5&epochs=2&step=3", text -> text));
        run.arrived(digits());
        assertThat(training.state().hash()).isEmpty();
        runToWhereItStands();
        TrainingState replayed = training.state();
        assertThat(training.link(LessonLink.empty()).query(text -> text))
                .isEqualTo("?rate=0.5&batch=5&epochs=2&step=3");

        TrainingState done = trained(new Knobs(Knobs.RANDOM, "0.5", "5", "1"));

        assertThat(replayed.scores()).isEqualTo(done.scores()).hasSize(2);
        assertThat(replayed.hash()).isEqualTo(done.hash());
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
        assertThat(run.progress().message()).contains("such as 0.2, but was “fast”");
        assertThat(outside.fetched).isZero();
    }

    @Test
    void saysWhichKnobIsWrong() {
        assertThat(played(new Knobs(Knobs.RANDOM, "fast", "100", "10")))
                .isEqualTo("Learning rate: expected a number from 0.000001 to 10, such as 0.2, but was “fast”.");
        assertThat(played(new Knobs(Knobs.RANDOM, "0.0000009", "100", "10"))).endsWith("but was “0.0000009”.");
        assertThat(played(new Knobs(Knobs.RANDOM, "10.1", "100", "10"))).endsWith("but was “10.1”.");
        assertThat(played(new Knobs(Knobs.RANDOM, "0.2", "0", "10")))
                .isEqualTo("Batch: expected a whole number from 1 to 1,000, but was “0”.");
        assertThat(played(new Knobs(Knobs.RANDOM, "0.2", "100", "99")))
                .isEqualTo("Epochs: expected a whole number from 1 to 50, but was “99”.");
        assertThat(outside.fetched).isZero();
    }

    @Test
    void theLeastAndTheLargestRateAreTrained() {
        assertThat(played(new Knobs(Knobs.RANDOM, "0.000001", "100", "10"))).isEqualTo("Fetching the digits.");
        assertThat(played(new Knobs(Knobs.RANDOM, "10", "100", "10"))).isEqualTo("Fetching the digits.");
    }

    private TrainingState trained(Knobs knobs) {
        training.turned(knobs);
        run.played();
        run.arrived(digits());
        runToWhereItStands();
        assertThat(training.state().progress().phase()).isEqualTo(Phase.DONE);
        return training.state();
    }

    private String played(Knobs knobs) {
        training.turned(knobs);
        run.played();
        return run.progress().message();
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

    private void runToWhereItStands() {
        while (run.progress().phase() == Phase.RUNNING) {
            run.ticked();
        }
    }

    private static Dataset digits() {
        ImageExamples images = new ImageExamples(new byte[12 * 4], new byte[12], 4, 10);
        return new Dataset("mnist", "", images, images);
    }
}
