package feedforward.lesson.playground;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class PlaygroundLinkTest {
    private final OpenPlayground lesson = new OpenPlayground();
    private final PlaygroundController controller = lesson.controller();

    @Test
    void aLinkReplaysEverythingDoneByHandToTheSameWeights() {
        controller.pointsChanged(points -> points.withSet("xor").withNoise(10).withShare(60));
        controller.layerChanged(0, new HiddenLayer(5, Activation.RELU));
        controller.layerRemoved();
        controller.trainingChanged(training -> training.with(Training.Method.ADAM));
        controller.chosen(new Chosen(0, 3, "a weight"));
        controller.weightTyped("−1,25");
        lesson.steps(30);
        controller.rateChosen("0.1");
        controller.penaltiesChosen("0", "0.001");
        controller.weightTyped("2");
        lesson.steps(12);

        PlaygroundController other = lesson.replayed(controller);

        assertThat(other.link().query(text -> text)).isEqualTo(controller.link().query(text -> text));
        assertThat(other.state().now()).isEqualTo(controller.state().now());
        assertThat(other.state().step()).isEqualTo(42);
        assertThat(other.state().snapshot().orElseThrow().hash())
                .isEqualTo(lesson.snapshot().hash());
        assertThat(other.state().snapshot().orElseThrow().trainingLosses())
                .isEqualTo(lesson.snapshot().trainingLosses());
        String edited = lesson.snapshot().hash();
        controller.reset();
        lesson.steps(42);
        assertThat(lesson.snapshot().hash()).isNotEqualTo(edited);
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

        PlaygroundController other = lesson.replayed(controller);

        assertThat(other.state().settings()).isEqualTo(controller.state().settings());
        assertThat(other.state().settings().points().toLearnFrom()).isEqualTo(20);
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
    void aReplayCanBeEnded() {
        PlaygroundController other = new PlaygroundController(lesson, new HeapDevice(), System::nanoTime);
        other.opened(LessonLink.of("?step=1000000", text -> text));
        other.ticked();

        other.played();

        assertThat(other.state().replaying()).isFalse();
        assertThat(other.state().running()).isFalse();
        assertThat(other.link().text("step", "0"))
                .isEqualTo(Integer.toString(other.state().step()));
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

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    PlaygroundController other = lesson.another();
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
}
