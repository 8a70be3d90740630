package feedforward.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.SlicedTraining;
import feedforward.data.Dataset;
import feedforward.data.ImageExamples;
import feedforward.lesson.TrainingProgress.Phase;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
    private static final ImageExamples IMAGES = new ImageExamples(new byte[4], new byte[1], 4, 10);
    private static final Dataset DIGITS = new Dataset("mnist", "", IMAGES, IMAGES);

    private final Outside outside = new Outside();
    private final TrainingRun<Steps> run = new TrainingRun<>(outside, outside::now, digits -> new Steps());

    /** What the run asked for, and a clock on which each look takes 5 ms: time for two slices a frame, eight in a replay. */
    private static final class Outside implements TrainingActions {
        private int fetched;
        private double now;

        @Override
        public void show() {}

        @Override
        public void fetchDigits() {
            fetched++;
        }

        double now() {
            now += 5;
            return now;
        }
    }

    /** Two epochs of three steps; before the first and after each, three slices judge. */
    private static final class Steps implements SlicedTraining {
        private int steps;
        private int judged;

        @Override
        public void advance() {
            assertThat(finished()).isFalse();
            if (settled()) {
                steps++;
            } else {
                judged++;
            }
        }

        @Override
        public boolean finished() {
            return judged == 9;
        }

        @Override
        public boolean settled() {
            return judged == 3 + steps / 3 * 3;
        }

        @Override
        public int steps() {
            return steps;
        }

        @Override
        public int totalSteps() {
            return 6;
        }

        @Override
        public double epochsDone() {
            return steps / 3.0;
        }
    }

    @Test
    void trainsAFewSlicesEachFrameToTheEnd() {
        run.played();
        assertThat(outside.fetched).isEqualTo(1);
        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.LOADING, "Fetching the digits.", 0, 0, 0));
        run.arrived(DIGITS);
        run.ticked();
        run.ticked();
        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.RUNNING, "Training.", 1 / 6.0, 1, 1 / 3.0));
        assertThat(run.standing()).isEmpty();

        toWhereItStands();

        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.DONE, "", 1, 6, 2));
        assertThat(run.standing()).isPresent();
    }

    @Test
    void trainsAgainFromTheFirstStep() {
        begin();
        toWhereItStands();

        begin();

        assertThat(outside.fetched).isEqualTo(2);
        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.RUNNING, "Training.", 0, 0, 0));
    }

    @Test
    void pauseStandsAtOnceWhereAllIsJudgedAndGoesOn() {
        begin();
        run.ticked();
        run.ticked();

        run.played();

        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.PAUSED, "Paused.", 1 / 6.0, 1, 1 / 3.0));
        assertThat(run.standing()).isPresent();
        run.played();
        assertThat(progress().message()).isEqualTo("Training.");
        toWhereItStands();
        assertThat(progress().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void pauseWaitsUntilAllIsJudged() {
        begin();
        run.ticked();

        run.played();

        assertThat(progress().phase()).isEqualTo(Phase.RUNNING);
        assertThat(progress().message()).isEqualTo("Pausing, once all digits are judged.");
        run.ticked();
        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.PAUSED, "Paused.", 0, 0, 0));
        assertThat(run.training().orElseThrow().judged).isEqualTo(3);
    }

    @Test
    void aLinkRunsItAgainToTheSameStepAndAllThatIsJudgedThere() {
        run.opened(LessonLink.empty().with("step", 3), 6);
        assertThat(outside.fetched).isEqualTo(1);
        assertThat(step()).isEqualTo("3");
        run.arrived(DIGITS);
        assertThat(progress().message())
                .isEqualTo("Replaying the link you opened, up to update 3. Pause stops it sooner.");

        run.ticked();
        assertThat(run.training().orElseThrow().judged)
                .as("eight slices a frame")
                .isEqualTo(5);
        assertThat(progress().part()).as("of the replay").isEqualTo(1);
        assertThat(step()).isEqualTo("3");
        run.ticked();

        assertThat(progress())
                .isEqualTo(
                        new TrainingProgress(Phase.PAUSED, "Replayed up to where the link was copied.", 3 / 6.0, 3, 1));
        assertThat(run.training().orElseThrow().judged).isEqualTo(6);
        run.played();
        toWhereItStands();
        assertThat(progress().phase()).isEqualTo(Phase.DONE);
        assertThat(step()).isEqualTo("6");
    }

    @Test
    void aLinkToTheFirstStepReplaysItsJudgement() {
        run.opened(LessonLink.empty().with("step", 0), 6);
        run.arrived(DIGITS);
        assertThat(progress().part()).isZero();

        run.ticked();

        assertThat(progress().phase()).isEqualTo(Phase.PAUSED);
        assertThat(run.training().orElseThrow().judged).isEqualTo(3);
    }

    @Test
    void aReplayIsStoppedWhileTheDigitsComeOrWhileItRuns() {
        run.opened(LessonLink.empty().with("step", 6), 6);
        run.played();
        run.arrived(DIGITS);
        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.IDLE, "", 0, 0, 0));
        assertThat(run.link(LessonLink.empty()).has("step")).isFalse();

        run.opened(LessonLink.empty().with("step", 6), 6);
        run.arrived(DIGITS);
        run.ticked();
        run.played();
        assertThat(progress().part()).as("of the whole training").isEqualTo(3 / 6.0);
        run.ticked();

        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.PAUSED, "Paused.", 3 / 6.0, 3, 1));
    }

    @Test
    void aReplayWhoseDigitsDidNotComeIsTriedAgain() {
        run.opened(LessonLink.empty().with("step", 1), 6);
        run.failed("the server did not answer");
        assertThat(progress().phase()).isEqualTo(Phase.FAILED);
        assertThat(progress().message()).isEqualTo("the server did not answer");
        assertThat(step()).isEqualTo("1");

        begin();
        toWhereItStands();

        assertThat(outside.fetched).isEqualTo(2);
        assertThat(progress().steps()).isEqualTo(1);
    }

    @Test
    void aStepBeyondTheEndIsSaid() {
        LessonLink link = LessonLink.empty().with("step", 7);

        run.opened(link, 6);

        assertThat(link.trouble()).contains("“step” could not be used: expected a number in [0, 6] but was “7”");
        assertThat(outside.fetched).isZero();
    }

    @Test
    void aLinkWithoutAStepStartsNothing() {
        run.opened(LessonLink.empty(), 6);

        assertThat(outside.fetched).isZero();
        assertThat(run.link(LessonLink.empty()).has("step")).isFalse();
    }

    @Test
    void whatIsInTroubleIsNotTrained() {
        run.reset("Epochs: too many.");

        run.played();
        run.opened(LessonLink.empty().with("step", 1), 6);

        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.IDLE, "Epochs: too many.", 0, 0, 0));
        assertThat(outside.fetched).isZero();
        run.reset("");
        run.played();
        assertThat(outside.fetched).isEqualTo(1);
    }

    @Test
    void aResetDropsATrainingThatWasPausing() {
        begin();
        run.ticked();
        run.played();

        run.reset("");
        assertThat(run.training()).isEmpty();
        begin();
        run.ticked();
        run.ticked();

        assertThat(progress().phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void theDownloadIsCountedAfterItsStart() {
        run.played();
        assertThat(progress().counting()).isFalse();

        run.loading(7_000_000, 56_000_000);

        assertThat(progress().message()).isEqualTo("Fetching the digits: 7 of 56 MB.");
        assertThat(progress().part()).isEqualTo(1 / 8.0);
        assertThat(progress().counting()).isTrue();
        run.failed("the server did not answer");
        assertThat(progress().counting()).isFalse();
        begin();
        run.ticked();
        run.ticked();
        assertThat(progress().counting()).isFalse();
    }

    @Test
    void aSecondDownloadIsCountedFromItsOwnStart() {
        run.played();
        run.loading(7_000_000, 56_000_000);
        run.failed("the server did not answer");

        run.played();

        assertThat(progress()).isEqualTo(new TrainingProgress(Phase.LOADING, "Fetching the digits.", 0, 0, 0));
    }

    @Test
    void whatComesOfADownloadAfterAResetChangesNothing() {
        run.played();
        run.reset("");
        TrainingProgress idle = progress();

        run.loading(1_000_000, 54_000_000);
        run.failed("the server did not answer");
        run.arrived(DIGITS);
        run.ticked();

        assertThat(progress()).isEqualTo(idle);
    }

    private void begin() {
        run.played();
        run.arrived(DIGITS);
    }

    private TrainingProgress progress() {
        return run.progress();
    }

    private String step() {
        return run.link(LessonLink.empty()).text("step", "");
    }

    private void toWhereItStands() {
        while (run.progress().phase() == Phase.RUNNING) {
            run.ticked();
        }
    }
}
