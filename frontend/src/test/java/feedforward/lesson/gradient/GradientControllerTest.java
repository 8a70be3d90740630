package feedforward.lesson.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.Formula;
import feedforward.course.GradientReferee;
import feedforward.course.Piece;
import feedforward.data.Dataset;
import feedforward.data.ImageExamples;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.lesson.gradient.RaceState.Phase;
import org.junit.jupiter.api.Test;

class GradientControllerTest {
    private final Outside outside = new Outside();
    private final GradientController controller = new GradientController(outside);
    private final RaceController race = new RaceController(outside, outside::now);

    /** What the controllers asked for, and a clock on which each look takes 5 ms. */
    private static final class Outside implements GradientActions {
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
    void bothRightFormulasSolveTheExercise() {
        put(Piece.OUTER, Piece.X, Piece.P_MINUS_Y);
        controller.checked();
        assertThat(controller.state().weightsSolved()).isTrue();
        assertThat(outside.solved).isZero();

        controller.ofChosen(GradientReferee.Of.BIASES);
        put(Piece.P_MINUS_Y);
        controller.checked();
        controller.checked();

        assertThat(outside.solved).isEqualTo(1);
    }

    @Test
    void piecesGoInUntilTheFormulaIsFullAndComeOutAgain() {
        put(Piece.OUTER, Piece.X, Piece.Y, Piece.P);
        assertThat(controller.state().formula().text()).isEqualTo("outer(x, y)");

        controller.lastTakenOut();
        assertThat(controller.state().formula().text()).isEqualTo("outer(x, □)");
        controller.cleared();
        assertThat(controller.state().formula()).isEqualTo(Formula.EMPTY);
    }

    @Test
    void aChangedFormulaIsNoLongerJudged() {
        controller.notebookWanted();
        assertThat(controller.state().verdict().orElseThrow().reason()).startsWith("Only the column of the true class");

        controller.lastTakenOut();

        assertThat(controller.state().verdict()).isEmpty();
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    GradientController other = new GradientController(outside);
                    RaceController elsewhere = new RaceController(outside, outside::now);
                    other.opened(link);
                    elsewhere.opened(link);
                    elsewhere.played();
                    elsewhere.link(other.link(LessonLink.empty()));
                },
                "of",
                "formula",
                "example",
                "checked",
                "epochs");
    }

    @Test
    void aLinkBringsBackTheFormulaAndItsVerdict() {
        controller.notebookWanted();
        controller.exampleChosen(2);
        race.epochsTyped("3");
        LessonLink link =
                LessonLink.of(race.link(controller.link(LessonLink.empty())).query(text -> text), text -> text);
        GradientController other = new GradientController(outside);
        RaceController otherRace = new RaceController(outside, outside::now);

        other.opened(link);
        otherRace.opened(link);

        assertThat(other.state().formula()).isEqualTo(Formula.NOTEBOOK);
        assertThat(other.state().example()).isEqualTo(2);
        assertThat(other.state().verdict()).isPresent();
        assertThat(otherRace.state()).isEqualTo(race.state());
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void aLinkSaysWhatTheFormulaIsFor() {
        controller.ofChosen(GradientReferee.Of.BIASES);
        controller.pieceChosen(Piece.P_MINUS_Y);
        GradientController other = new GradientController(outside);

        other.opened(LessonLink.of(controller.link(LessonLink.empty()).query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
    }

    @Test
    void digitsThatComeAfterAResetStartNothing() {
        race.played();
        race.reset();

        race.arrived(digits());

        assertThat(race.state().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void aLinkForNeitherWeightsNorBiasesIsSaid() {
        LessonLink link = LessonLink.of("?of=inputs", text -> text);

        controller.opened(link);

        assertThat(link.trouble()).contains("“of” could not be used: expected biases but was “inputs”");
    }

    @Test
    void aFormulaThatIsNoneIsSaid() {
        LessonLink link = LessonLink.of("?formula=x.x", text -> text);

        controller.opened(link);

        assertThat(link.trouble()).contains("“formula” could not be used: expected pieces such as outer.x.p-y");
        assertThat(controller.state().formula()).isEqualTo(Formula.EMPTY);
    }

    @Test
    void trainsBothInSlicesAndTheSameAgain() {
        race.epochsTyped("2");
        race.played();
        assertThat(outside.fetched).isEqualTo(1);
        race.arrived(digits());
        race.ticked();
        assertThat(race.state().phase()).isEqualTo(Phase.RUNNING);
        race.played();
        race.ticked();
        assertThat(race.state().phase()).isEqualTo(Phase.PAUSED);
        race.played();
        runToTheEnd();
        String hashes = race.state().hashes();
        assertThat(race.state().points()).hasSize(3);

        race.played();
        race.arrived(digits());
        runToTheEnd();

        assertThat(race.state().hashes()).isEqualTo(hashes).contains("right ", "notebook’s ");
    }

    @Test
    void aLinkToARaceUnderWayRunsItAgainToTheSameNumbers() {
        race.epochsTyped("3");
        race.played();
        race.arrived(digits());
        while (race.state().updates() < 2) {
            race.ticked();
        }
        race.played();
        runToWhereItStands(race);
        LessonLink link = reread(race);
        RaceController other = new RaceController(outside, outside::now);

        other.opened(link);
        assertThat(outside.fetched).isEqualTo(2);
        assertThat(reread(other).text("step", "")).isEqualTo("2");
        other.arrived(digits());
        assertThat(other.state().message())
                .isEqualTo("Replaying the link you opened, up to update 2. Pause stops it sooner.");
        runToWhereItStands(other);

        assertThat(other.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(other.state().message()).isEqualTo("Replayed up to where the link was copied.");
        assertThat(other.state().updates()).isEqualTo(2);
        assertThat(other.state().part()).as("of the whole race").isEqualTo(2 / 3.0);
        assertThat(other.state().points()).isEqualTo(race.state().points()).hasSize(3);
        assertThat(other.state().hashes()).isEqualTo(race.state().hashes()).contains("right ");
        other.played();
        runToWhereItStands(other);
        assertThat(other.state().phase()).isEqualTo(Phase.DONE);
        assertThat(reread(other).text("step", "")).isEqualTo("3");
    }

    @Test
    void aReplayIsStoppedWhileTheDigitsComeOrWhileItRuns() {
        race.opened(LessonLink.empty().with("step", 3_000));
        race.played();
        assertThat(race.state()).isEqualTo(RaceState.idle("7"));
        race.arrived(digits());
        assertThat(race.state().phase()).isEqualTo(Phase.IDLE);
        assertThat(race.link(LessonLink.empty()).has("step")).isFalse();

        race.opened(LessonLink.empty().with("step", 3_000));
        race.arrived(digits());
        race.ticked();
        race.played();
        runToWhereItStands(race);

        assertThat(race.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(race.state().updates()).isLessThan(7);
    }

    @Test
    void aReplayWhoseDigitsDidNotComeIsTriedAgain() {
        race.opened(LessonLink.empty().with("epochs", 2).with("step", 1));
        race.failed("the server did not answer");
        assertThat(reread(race).text("step", "")).isEqualTo("1");

        race.played();
        race.arrived(digits());
        runToWhereItStands(race);

        assertThat(race.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(race.state().updates()).isEqualTo(1);
    }

    @Test
    void aStepBeyondTheLastEpochIsSaid() {
        LessonLink link = LessonLink.empty().with("epochs", 2).with("step", 1_001);

        race.opened(link);

        assertThat(link.trouble()).contains("“step” could not be used: expected a number in [0, 1000] but was “1001”");
        assertThat(race.state().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void saysWhatIsWrongWithEpochsAndWithTheDownload() {
        race.epochsTyped("many");
        race.played();
        assertThat(race.state().message()).isEqualTo("Epochs: expected a whole number from 1 to 50 but was “many”.");
        assertThat(outside.fetched).isZero();

        race.reset();
        race.played();
        race.loading(7_000_000, 54_000_000);
        assertThat(race.state().message()).isEqualTo("Fetching the digits: 7 of 54 MB.");
        race.failed("the server did not answer");
        assertThat(race.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(race.state().message()).isEqualTo("the server did not answer");
    }

    private void put(Piece... pieces) {
        for (Piece piece : pieces) {
            controller.pieceChosen(piece);
        }
    }

    private static LessonLink reread(RaceController race) {
        return LessonLink.of(race.link(LessonLink.empty()).query(text -> text), text -> text);
    }

    private static void runToWhereItStands(RaceController race) {
        while (race.state().phase() == Phase.RUNNING) {
            race.ticked();
        }
    }

    private void runToTheEnd() {
        runToWhereItStands(race);
        assertThat(race.state().phase()).isEqualTo(Phase.DONE);
    }

    private static Dataset digits() {
        ImageExamples images = new ImageExamples(new byte[12 * 4], new byte[12], 4, 10);
        return new Dataset("mnist", "", images, images);
    }
}
