package feedforward.lesson.playground;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.Ailment;
import feedforward.course.HealthMessage;
import feedforward.data.PlaneSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaygroundControllerTest {
    private final OpenPlayground lesson = new OpenPlayground();
    private final PlaygroundController controller = lesson.controller();

    @Test
    void trainsAnEpochAFrameAndStandsWhenPaused() {
        controller.played();
        lesson.ticks(40);
        controller.played();
        controller.ticked();

        Snapshot now = lesson.snapshot();
        assertThat(now.step()).isEqualTo(1000);
        assertThat(now.test().accuracy().orElseThrow()).isGreaterThan(0.98);
        assertThat(now.hash()).hasSize(64);
        assertThat(now.health()).isEmpty();
    }

    @Test
    void aFrameGoesToTheEndOfTheEpoch() {
        lesson.steps(3);
        controller.played();
        controller.ticked();

        assertThat(controller.state().step()).isEqualTo(25);
    }

    @Test
    void whatIsChangedAfterADivergenceMayGoOn() {
        controller.presetChosen(Preset.DIVERGED);
        controller.played();
        lesson.ticks(10);
        assertThat(lesson.snapshot().spoiled()).isTrue();

        controller.rateChosen("0.001");

        assertThat(lesson.snapshot().spoiled()).isFalse();
    }

    @Test
    void resetGoesBackToTheSameInitialWeightsAndANewSeedDoesNot() {
        String initial = lesson.snapshot().hash();
        lesson.steps(3);
        assertThat(lesson.snapshot().hash()).isNotEqualTo(initial);

        controller.reset();
        assertThat(lesson.snapshot().hash()).isEqualTo(initial);
        assertThat(controller.state().journal()).isEmpty();

        controller.seeded();
        assertThat(lesson.snapshot().hash()).isNotEqualTo(initial);
    }

    @Test
    void anEditedWeightIsThatWeightFromThenOn() {
        controller.chosen(new Chosen(1, 2, "Bias of a₃"));

        controller.weightTyped("0.75");

        assertThat(lesson.snapshot().parameters().get(1)[2]).isEqualTo(0.75f);
        controller.weightTyped("much");
        assertThat(controller.state().message()).contains("“much”");
        assertThat(lesson.snapshot().parameters().get(1)[2]).isEqualTo(0.75f);
    }

    @Test
    void aRunThatDivergesStopsAndIsExplained() {
        controller.presetChosen(Preset.DIVERGED);
        controller.played();
        lesson.ticks(10);

        assertThat(controller.state().running()).isFalse();
        assertThat(lesson.snapshot().health())
                .extracting(HealthMessage::ailment)
                .containsExactly(Ailment.DIVERGED);
    }

    @Test
    void eachPresetThatGoesWrongGetsItsMessage() {
        assertThat(ailment(Preset.SYMMETRIC, 1)).contains(Ailment.SYMMETRIC);
        assertThat(ailment(Preset.VANISHING, 21)).contains(Ailment.NOT_LEARNING);
        assertThat(ailment(Preset.DEAD, 10)).contains(Ailment.DEAD);
        assertThat(ailment(Preset.SATURATED, 1)).contains(Ailment.SATURATED);
    }

    @Test
    void learnedByHeartMeansRightOnTheTrainingPointsOnly() {
        controller.presetChosen(Preset.BY_HEART);
        controller.played();
        lesson.ticks(300);

        assertThat(lesson.snapshot().training().accuracy().orElseThrow()).isGreaterThan(0.95);
        assertThat(lesson.snapshot().test().loss())
                .isGreaterThan(3 * lesson.snapshot().training().loss());
    }

    @Test
    void bothExercisesSayWhatIsWrongAndTickTheLessonOnceSolved() {
        controller.copiesChecked("8");
        assertThat(controller.state().copies().words()).contains("compare their heat maps");
        controller.copiesChecked("1");
        assertThat(controller.state().copies().isRight()).isTrue();

        controller.spiralChecked();
        assertThat(controller.state().spiral().words()).contains("no spiral");
        controller.pointsChanged(points -> points.withSet("spiral"));
        controller.spiralChecked();
        assertThat(controller.state().spiral().words()).contains("press Train");
        controller.played();
        lesson.ticks(60);
        controller.spiralChecked();
        assertThat(controller.state().spiral().words()).contains("Few units");
        assertThat(lesson.timesSolved()).isZero();

        controller.presetChosen(Preset.SPIRAL);
        assertThat(controller.state().settings().points().set()).contains(PlaneSet.SPIRAL);
        controller.played();
        lesson.ticks(80);
        controller.spiralChecked();
        assertThat(controller.state().spiral().words()).contains("follows both arms");
        assertThat(lesson.timesSolved()).isEqualTo(1);
    }

    private Optional<Ailment> ailment(Preset preset, int frames) {
        controller.presetChosen(preset);
        controller.played();
        lesson.ticks(frames);
        return lesson.snapshot().health().stream().map(HealthMessage::ailment).findFirst();
    }
}
