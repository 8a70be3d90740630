package feedforward.lesson.playground;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.Ailment;
import feedforward.course.HealthMessage;
import feedforward.data.PlaneSet;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaygroundControllerTest {
    private final Outside outside = new Outside();
    private final PlaygroundController controller = controller();

    @Test
    void trainsAnEpochAFrameAndStandsWhenPaused() {
        controller.played();
        ticks(40);
        controller.played();
        controller.ticked();

        Snapshot now = snapshot();
        assertThat(now.step()).isEqualTo(1000);
        assertThat(now.test().accuracy().orElseThrow()).isGreaterThan(0.98);
        assertThat(now.hash()).hasSize(64);
        assertThat(now.health()).isEmpty();
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    PlaygroundController other = controller();
                    other.opened(link);
                    other.ticked();
                    other.link();
                },
                "data",
                "noise",
                "points",
                "dataseed",
                "share",
                "own",
                "layers",
                "optimiser",
                "rate",
                "batch",
                "l1",
                "l2",
                "start",
                "seed",
                "edits",
                "step");
    }

    @Test
    void aLinkReplaysEverythingDoneByHandToTheSameWeights() {
        controller.pointsChanged(points -> points.withSet("xor").withNoise(10).withShare(60));
        controller.layerChanged(0, new HiddenLayer(5, Activation.RELU));
        controller.layerRemoved();
        controller.trainingChanged(training -> training.with(Training.Method.ADAM));
        controller.chosen(new Chosen(0, 3, "a weight"));
        controller.weightTyped("−1,25");
        steps(30);
        controller.rateChosen("0.1");
        controller.penaltiesChosen("0", "0.001");
        controller.weightTyped("2");
        steps(12);

        PlaygroundController other = replayed(controller);

        assertThat(other.link().query(text -> text)).isEqualTo(controller.link().query(text -> text));
        assertThat(other.state().now()).isEqualTo(controller.state().now());
        assertThat(other.state().step()).isEqualTo(42);
        assertThat(other.state().snapshot().orElseThrow().hash())
                .isEqualTo(snapshot().hash());
        assertThat(other.state().snapshot().orElseThrow().trainingLosses())
                .isEqualTo(snapshot().trainingLosses());
        String edited = snapshot().hash();
        controller.reset();
        steps(42);
        assertThat(snapshot().hash()).isNotEqualTo(edited);
    }

    @Test
    void everySettingIsInTheLink() {
        controller.pointsChanged(points ->
                points.withSet("moons").withNoise(20).withCount(200).withSeed(7).withShare(10));
        controller.trainingChanged(training -> training.with(Training.Method.RMSPROP)
                .with(Training.Start.HE)
                .withRate("0.01")
                .withBatch("25")
                .withPenalties("0.0003", "0.003")
                .withSeed(5));
        controller.layerAdded();

        PlaygroundController other = replayed(controller);

        assertThat(other.state().settings()).isEqualTo(controller.state().settings());
        assertThat(other.state().settings().points().toLearnFrom()).isEqualTo(20);
    }

    @Test
    void aFrameGoesToTheEndOfTheEpoch() {
        steps(3);
        controller.played();
        controller.ticked();

        assertThat(controller.state().step()).isEqualTo(25);
    }

    @Test
    void whatIsChangedAfterADivergenceMayGoOn() {
        controller.presetChosen(Preset.DIVERGED);
        controller.played();
        ticks(10);
        assertThat(snapshot().spoiled()).isTrue();

        controller.rateChosen("0.001");

        assertThat(snapshot().spoiled()).isFalse();
    }

    @Test
    void resetGoesBackToTheSameInitialWeightsAndANewSeedDoesNot() {
        String initial = snapshot().hash();
        steps(3);
        assertThat(snapshot().hash()).isNotEqualTo(initial);

        controller.reset();
        assertThat(snapshot().hash()).isEqualTo(initial);
        assertThat(controller.state().journal()).isEmpty();

        controller.seeded();
        assertThat(snapshot().hash()).isNotEqualTo(initial);
    }

    @Test
    void anEditedWeightIsThatWeightFromThenOn() {
        controller.chosen(new Chosen(1, 2, "Bias of a₃"));

        controller.weightTyped("0.75");

        assertThat(snapshot().parameters().get(1)[2]).isEqualTo(0.75f);
        controller.weightTyped("much");
        assertThat(controller.state().message()).contains("“much”");
        assertThat(snapshot().parameters().get(1)[2]).isEqualTo(0.75f);
    }

    @Test
    void editsEndWhereTheAddressIsFull() {
        controller.chosen(new Chosen(1, 2, "Bias of a₃"));
        int edits = 0;
        while (controller.state().message().isEmpty() && edits < 1_000) {
            controller.weightTyped("0.123456");
            edits++;
        }

        assertThat(controller.state().message()).startsWith("Edits: this address cannot carry another");
        assertThat(controller.state().journal()).hasSize(edits - 1).hasSizeGreaterThan(200);
        assertThat(controller.link().query(text -> text).length()).isBetween(6_900, 7_000);
    }

    @Test
    void pointsAreDrawnErasedAndPastedAndTheCsvReadsBackTheSame() {
        controller.pointsChanged(points -> points.withSet("own"));
        assertThat(controller.state().snapshot()).isEmpty();
        assertThat(controller.state().message()).startsWith("Draw at least five points");
        for (int i = 0; i < 4; i++) {
            controller.penDown(1 + i, 2.005 + i / 3.0);
        }
        controller.brushChosen(2);
        controller.penDown(-1, -1);
        controller.penDown(-3, -1.5);
        controller.penDown(7, 0);
        assertThat(snapshot().outputs().get(snapshot().outputs().size() - 1))
                .hasSize(3 * snapshot().side() * snapshot().side());
        controller.brushChosen(-1);
        controller.penDown(-3.1, -1.4);

        String csv = controller.state().csv();
        assertThat(csv).startsWith("x,y,class\n1.0,2.01,0\n2.0,2.34,0\n").endsWith("-1.0,-1.0,2\n");
        controller.csvTyped(csv.replace("\n", "\r\n"));
        controller.csvUsed();
        assertThat(controller.state().csv()).isEqualTo(csv);
        steps(5);
        assertThat(replayed(controller).state().snapshot().orElseThrow().hash())
                .isEqualTo(snapshot().hash());
    }

    @Test
    void aLinkKeepsADrawingThatHasPointsOfOneClassSoFar() {
        controller.pointsChanged(points -> points.withSet("own"));
        controller.penDown(1, 2);
        LessonLink link = LessonLink.of(controller.link().query(text -> text), text -> text);

        controller.opened(link);

        assertThat(link.trouble()).isEmpty();
        assertThat(controller.state().csv()).isEqualTo("x,y,class\n1.0,2.0,0\n");
        controller.penDown(2, 2);
        assertThat(controller.state().csv()).endsWith("2.0,2.0,0\n");
    }

    @Test
    void pointsThatCannotBeUsedAreExplainedAndChangeNothing() {
        Settings before = controller.state().settings();

        controller.csvTyped("1,2,0\n3,x,1");
        controller.csvUsed();
        assertThat(controller.state().message()).contains("line 2, column y");
        controller.csvTyped("1,2,0\n30,2,1");
        controller.csvUsed();
        assertThat(controller.state().message()).contains("[-6, 6]");
        controller.csvTyped("1,2,0\n3,2,5");
        controller.csvUsed();
        assertThat(controller.state().message()).contains("at most 4 classes");

        assertThat(controller.state().settings()).isEqualTo(before);
    }

    @Test
    void aRunThatDivergesStopsAndIsExplained() {
        controller.presetChosen(Preset.DIVERGED);
        controller.played();
        ticks(10);

        assertThat(controller.state().running()).isFalse();
        assertThat(snapshot().health()).extracting(HealthMessage::ailment).containsExactly(Ailment.DIVERGED);
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
        ticks(300);

        assertThat(snapshot().training().accuracy().orElseThrow()).isGreaterThan(0.95);
        assertThat(snapshot().test().loss())
                .isGreaterThan(3 * snapshot().training().loss());
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
        ticks(60);
        controller.spiralChecked();
        assertThat(controller.state().spiral().words()).contains("Few units");
        assertThat(outside.solved).isZero();

        controller.presetChosen(Preset.SPIRAL);
        assertThat(controller.state().settings().points().set()).contains(PlaneSet.SPIRAL);
        controller.played();
        ticks(80);
        controller.spiralChecked();
        assertThat(controller.state().spiral().words()).contains("follows both arms");
        assertThat(outside.solved).isEqualTo(1);
    }

    @Test
    void aReplayCanBeEnded() {
        PlaygroundController other = new PlaygroundController(outside, new HeapDevice(), System::nanoTime);
        other.opened(LessonLink.of("?step=1000000", text -> text));
        other.ticked();

        other.played();

        assertThat(other.state().replaying()).isFalse();
        assertThat(other.state().running()).isFalse();
        assertThat(other.link().text("step", "0"))
                .isEqualTo(Integer.toString(other.state().step()));
    }

    @Test
    void aLinkHoldsPointsOfOneClassAsDrawingBegins() {
        controller.pointsChanged(points -> points.withSet("own"));
        controller.penDown(1, 1);
        controller.penDown(2, -1);
        LessonLink link = LessonLink.of(controller.link().query(text -> text), text -> text);
        PlaygroundController other = controller();

        other.opened(link);

        assertThat(link.trouble()).isEmpty();
        assertThat(other.state().settings()).isEqualTo(controller.state().settings());
    }

    @Test
    void aDamagedLinkIsExplainedAndTheRestOfItCounts() {
        LessonLink link = LessonLink.of("?data=ring&rate=0.1&layers=99_tanh", text -> text);

        controller.opened(link);

        assertThat(link.trouble()).contains("could not be used");
        assertThat(controller.state().settings()).isEqualTo(Settings.USUAL.with(Training.USUAL.withRate("0.1")));
        LessonLink edits = LessonLink.of("?edits=5_weight_40_0_1&step=9", text -> text);
        controller.opened(edits);
        assertThat(edits.trouble()).contains("“edits”");
        assertThat(controller.state().journal()).isEmpty();
    }

    private Optional<Ailment> ailment(Preset preset, int frames) {
        controller.presetChosen(preset);
        controller.played();
        ticks(frames);
        return snapshot().health().stream().map(HealthMessage::ailment).findFirst();
    }

    private PlaygroundController replayed(PlaygroundController original) {
        PlaygroundController other = controller();
        other.opened(LessonLink.of(original.link().query(text -> text), text -> text));
        while (other.state().replaying()) {
            other.ticked();
        }
        return other;
    }

    private PlaygroundController controller() {
        PlaygroundController fresh = new PlaygroundController(outside, new HeapDevice(), () -> 0);
        fresh.opened(LessonLink.empty());
        return fresh;
    }

    private Snapshot snapshot() {
        return controller.state().snapshot().orElseThrow();
    }

    private void ticks(int frames) {
        for (int i = 0; i < frames; i++) {
            controller.ticked();
        }
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            controller.stepped();
        }
    }

    /** What the controller asked for. */
    private static final class Outside implements PlaygroundActions {
        private int solved;

        @Override
        public void show() {
            // What is shown is the state, which the tests read.
        }

        @Override
        public void solved() {
            solved++;
        }
    }
}
