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

    private final TrainingRun<Slices> run = new TrainingRun<>(new Outside(), this::now, digits -> new Slices());
    private int fetched;
    private int shown;
    private double now;

    private final class Outside implements TrainingActions {
        @Override
        public void show() {
            shown++;
        }

        @Override
        public void fetchDigits() {
            fetched++;
        }
    }

    /** Three slices that judge and three steps by turns: two epochs, judged before the first and after each. */
    private static final class Slices implements SlicedTraining {
        private int done;

        @Override
        public void advance() {
            assertThat(finished()).isFalse();
            done++;
        }

        @Override
        public boolean finished() {
            return done == 15;
        }

        @Override
        public boolean settled() {
            return done % 6 >= 3;
        }

        @Override
        public int steps() {
            return done / 6 * 3 + Math.max(0, done % 6 - 3);
        }

        @Override
        public int totalSteps() {
            return 6;
        }

        @Override
        public double epochsDone() {
            return steps() / 3.0;
        }
    }

    @Test
    void trainsAFewSlicesEachFrameToTheEnd() {
        run.played();
        assertThat(fetched).isEqualTo(1);
        assertThat(run.progress()).isEqualTo(new TrainingProgress(Phase.LOADING, "Fetching the digits.", 0, 0, 0));
        run.arrived(DIGITS);
        run.ticked();
        int before = shown;
        run.ticked();
        assertThat(shown).isGreaterThan(before);
        assertThat(run.progress()).isEqualTo(new TrainingProgress(Phase.RUNNING, "Training.", 1 / 6.0, 1, 1 / 3.0));
        assertThat(run.standing()).isEmpty();

        toWhereItStands();

        assertThat(run.progress()).isEqualTo(new TrainingProgress(Phase.DONE, "", 1, 6, 2));
        assertThat(run.standing()).isPresent();
    }

    @Test
    void pauseStandsAtOnceWhereAllIsJudgedAndGoesOn() {
        begin();
        run.ticked();
        run.ticked();

        run.played();

        assertThat(run.progress()).isEqualTo(new TrainingProgress(Phase.PAUSED, "Paused.", 1 / 6.0, 1, 1 / 3.0));
        assertThat(run.standing()).isPresent();
        run.played();
        assertThat(run.progress().message()).isEqualTo("Training.");
        toWhereItStands();
        assertThat(run.progress().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void pauseWaitsUntilAllIsJudged() {
        begin();
        run.ticked();

        run.played();

        assertThat(run.progress().phase()).isEqualTo(Phase.RUNNING);
        assertThat(run.progress().message()).isEqualTo("Pausing, once all digits are judged.");
        run.ticked();
        assertThat(run.progress()).isEqualTo(new TrainingProgress(Phase.PAUSED, "Paused.", 0, 0, 0));
        assertThat(slices()).isEqualTo(3);
    }

    @Test
    void aLinkRunsItAgainToTheSameStepAndAllThatIsJudgedThere() {
        run.opened(LessonLink.empty().with("step", 3), 6);
        assertThat(fetched).isEqualTo(1);
        assertThat(step()).isEqualTo("3");
        run.arrived(DIGITS);
        assertThat(run.progress().message())
                .isEqualTo("Replaying the link you opened, up to update 3. Pause stops it sooner.");

        run.ticked();
        assertThat(slices()).isEqualTo(8);
        assertThat(run.progress().part()).as("of the replay").isEqualTo(1);
        assertThat(step()).isEqualTo("3");
        run.ticked();

        assertThat(run.progress())
                .isEqualTo(
                        new TrainingProgress(Phase.PAUSED, "Replayed up to where the link was copied.", 3 / 6.0, 3, 1));
        assertThat(slices()).isEqualTo(9);
        run.played();
        toWhereItStands();
        assertThat(run.progress().phase()).isEqualTo(Phase.DONE);
        assertThat(step()).isEqualTo("6");
    }

    @Test
    void aLinkBeyondTheEndStartsNothing() {
        run.opened(LessonLink.empty().with("step", 7), 6);

        assertThat(fetched).isZero();
        assertThat(run.progress().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void aLinkToTheFirstStepReplaysItsJudgement() {
        run.opened(LessonLink.empty().with("step", 0), 6);
        run.arrived(DIGITS);
        assertThat(run.progress().part()).isZero();

        run.ticked();

        assertThat(run.progress().phase()).isEqualTo(Phase.PAUSED);
        assertThat(slices()).isEqualTo(3);
    }

    @Test
    void aReplayIsStoppedWhileTheDigitsComeOrWhileItRuns() {
        run.opened(LessonLink.empty().with("step", 6), 6);
        run.played();
        run.arrived(DIGITS);
        assertThat(run.progress()).isEqualTo(new TrainingProgress(Phase.IDLE, "", 0, 0, 0));
        assertThat(run.link(LessonLink.empty()).has("step")).isFalse();

        run.opened(LessonLink.empty().with("step", 6), 6);
        run.arrived(DIGITS);
        run.ticked();
        run.played();
        assertThat(run.progress().part()).as("of the whole training").isEqualTo(3 / 6.0);
        run.ticked();

        assertThat(run.progress()).isEqualTo(new TrainingProgress(Phase.PAUSED, "Paused.", 3 / 6.0, 3, 1));
    }

    @Test
    void aReplayWhoseDigitsDidNotComeIsTriedAgain() {
        run.opened(LessonLink.empty().with("step", 1), 6);
        run.failed("the server did not answer");
        assertThat(run.progress().phase()).isEqualTo(Phase.FAILED);
        assertThat(run.progress().message()).isEqualTo("the server did not answer");
        assertThat(step()).isEqualTo("1");

        begin();
        toWhereItStands();

        assertThat(fetched).isEqualTo(2);
        assertThat(run.progress().steps()).isEqualTo(1);
    }

    @Test
    void whatIsInTroubleIsNotTrained() {
        run.reset("Epochs: too many.");

        run.played();
        run.opened(LessonLink.empty().with("step", 1), 6);

        assertThat(run.progress()).isEqualTo(new TrainingProgress(Phase.IDLE, "Epochs: too many.", 0, 0, 0));
        assertThat(fetched).isZero();
        run.reset("");
        run.opened(LessonLink.empty(), 6);
        assertThat(fetched).isZero();
        run.played();
        assertThat(fetched).isEqualTo(1);
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

        assertThat(run.progress().phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void theDownloadIsCountedFromItsStart() {
        run.played();
        TrainingProgress start = run.progress();
        assertThat(start.counting()).isFalse();

        run.loading(7_000_000, 56_000_000);

        assertThat(run.progress().message()).isEqualTo("Fetching the digits: 7 of 56 MB.");
        assertThat(run.progress().part()).isEqualTo(1 / 8.0);
        assertThat(run.progress().counting()).isTrue();
        run.failed("the server did not answer");
        assertThat(run.progress().counting()).isFalse();
        run.played();
        assertThat(run.progress()).isEqualTo(start);
        run.arrived(DIGITS);
        run.ticked();
        run.ticked();
        assertThat(run.progress().counting()).isFalse();
    }

    @Test
    void whatComesOfADownloadAfterAResetChangesNothing() {
        run.played();
        run.reset("");
        TrainingProgress idle = run.progress();

        run.loading(1_000_000, 54_000_000);
        run.failed("the server did not answer");
        run.arrived(DIGITS);
        run.ticked();

        assertThat(run.progress()).isEqualTo(idle);
    }

    private void begin() {
        run.played();
        run.arrived(DIGITS);
    }

    /** A clock on which each look takes 5 ms: time for two slices a frame, eight in a replay. */
    private double now() {
        now += 5;
        return now;
    }

    private int slices() {
        return run.training().orElseThrow().done;
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
