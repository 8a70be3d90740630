package feedforward.lesson.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.Formula;
import feedforward.course.GradientReferee;
import feedforward.course.Piece;
import feedforward.data.Dataset;
import feedforward.data.ImageExamples;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.lesson.TrainingProgress.Phase;
import java.util.List;
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
                    elsewhere.run().played();
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
    void trainsBothAndTheSameAgain() {
        race.epochsTyped("2");
        RaceState first = trained(race);
        assertThat(first.progress().steps()).isEqualTo(2);
        assertThat(first.points()).hasSize(3);
        assertThat(first.hashes()).contains("right ", "notebook’s ");

        assertThat(trained(race)).isEqualTo(first);
    }

    @Test
    void aLinkRunsTheRaceAgainToTheSameNumbers() {
        race.opened(LessonLink.empty().with("epochs", 2).with("step", 1));
        race.run().arrived(digits());
        assertThat(race.state().hashes()).isEmpty();
        runToWhereItStands(race);
        RaceController other = new RaceController(outside, outside::now);

        other.epochsTyped("1");

        RaceState done = trained(other);
        assertThat(race.state().points()).isEqualTo(done.points()).hasSize(2);
        assertThat(race.state().hashes()).isEqualTo(done.hashes());
        assertThat(race.link(LessonLink.empty()).query(text -> text)).isEqualTo("?epochs=2&step=1");
    }

    @Test
    void aStepBeyondTheLastEpochIsSaid() {
        LessonLink link = LessonLink.empty().with("epochs", 2).with("step", 1_001);

        race.opened(link);

        assertThat(link.trouble()).contains("“step” could not be used: expected a number in [0, 1000] but was “1001”");
    }

    @Test
    void saysWhatIsWrongWithTheEpochs() {
        for (String text : List.of("many", "0", "51")) {
            race.epochsTyped(text + " ");
            race.run().played();
            assertThat(race.state().progress().message())
                    .isEqualTo("Epochs: expected a whole number from 1 to 50, but was “" + text + "”.");
        }
        assertThat(outside.fetched).isZero();

        race.reset();
        race.run().played();

        assertThat(race.state().epochs()).isEqualTo("7");
        assertThat(outside.fetched).isEqualTo(1);
    }

    private void put(Piece... pieces) {
        for (Piece piece : pieces) {
            controller.pieceChosen(piece);
        }
    }

    private static RaceState trained(RaceController race) {
        race.run().played();
        race.run().arrived(digits());
        runToWhereItStands(race);
        assertThat(race.state().progress().phase()).isEqualTo(Phase.DONE);
        return race.state();
    }

    private static void runToWhereItStands(RaceController race) {
        while (race.state().progress().phase() == Phase.RUNNING) {
            race.run().ticked();
        }
    }

    private static Dataset digits() {
        ImageExamples images = new ImageExamples(new byte[12 * 4], new byte[12], 4, 10);
        return new Dataset("mnist", "", images, images);
    }
}
