package feedforward.lesson.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.ChainFit;
import feedforward.course.ChainFit.Weights;
import feedforward.course.LineFit;
import feedforward.device.Activation;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class LayersControllerTest {
    private final Outside outside = new Outside();
    private final LayersController controller = new LayersController(outside);

    /** What the controller asked for. */
    private static final class Outside implements LayersActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void linearLayersSettleAtTheBestLineHoweverManyTheyAre() {
        controller.layerAdded();
        controller.played();
        runUntilItStands();

        assertThat(controller.cost()).isCloseTo(0.0012657, within(1e-6));
        assertThat(ChainFit.lineOf(controller.state().now()).m()).isCloseTo(0.148f, within(1e-3f));
        assertThat(controller.state().message()).startsWith("Settled at a cost of 0.00126");
    }

    @Test
    void aSliderMovesTheModelAtOnce() {
        controller.slopeMoved(0, 2);
        controller.offsetMoved(1, -0.5f);

        // 0.6·(2·1 + 0.1) − 0.5 = 0.76
        assertThat(controller.outputs(1)[0]).isCloseTo(0.76f, within(1e-6f));
    }

    @Test
    void layersAreAddedAndRemovedWithinBounds() {
        for (int i = 0; i < 5; i++) {
            controller.layerAdded();
        }
        assertThat(controller.state().now()).hasSize(4);

        for (int i = 0; i < 5; i++) {
            controller.layerRemoved();
        }
        assertThat(controller.state().now()).containsExactly(new Weights(0.8f, 0.1f));
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    LayersController other = new LayersController(outside);
                    other.opened(link);
                    other.ticked();
                    LayersLink.of(other.state());
                },
                "layers",
                "f",
                "step");
    }

    @Test
    void aLinkReplaysTheDescentToTheBit() {
        controller.activationChosen("tanh");
        controller.slopeMoved(1, -0.73f);
        for (int i = 0; i < 9; i++) {
            controller.stepped();
        }
        LayersController other = new LayersController(outside);

        other.opened(LessonLink.of(LayersLink.of(controller.state()).query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
        assertThat(other.state().between()).isEqualTo(Activation.TANH);
    }

    /** One layer is the line of the first lesson, and its descent the same. */
    @Test
    void oneLayerDescendsAsTheLineDoesAtTheRateOfOneTenth() {
        controller.layerRemoved();
        Weights first = controller.state().now().get(0);
        LineFit line = new LineFit(first.m(), first.b(), 0.1f, 40, 1);

        controller.stepped();
        line.step();

        assertThat(controller.state().now()).containsExactly(new Weights(line.m(), line.b()));
    }

    @Test
    void resetBringsBackTwoLinearLayers() {
        controller.layerAdded();
        controller.activationChosen("tanh");
        controller.stepped();

        controller.reset();

        assertThat(controller.state()).isEqualTo(LayersState.fresh());
    }

    @Test
    void aLinkHoldsWeightsBeyondTheSliders() {
        LessonLink link = LessonLink.of("?layers=5.5,-7;1,0", text -> text);

        controller.opened(link);

        assertThat(link.trouble()).isEmpty();
        assertThat(controller.state().now()).containsExactly(new Weights(5.5f, -7), new Weights(1, 0));
    }

    @Test
    void whatALinkGetsWrongIsNoted() {
        LessonLink link = LessonLink.of("?layers=1,2;3&f=cubic", text -> text);

        controller.opened(link);

        assertThat(controller.state().now()).isEqualTo(LayersState.usual(2));
        assertThat(link.trouble()).contains("“f”", "linear, tanh or sigmoid");
        LessonLink tooMany = LessonLink.of("?layers=1,0;1,0;1,0;1,0;1,0", text -> text);
        controller.opened(tooMany);
        assertThat(tooMany.trouble()).contains("one to four pairs");
    }

    @Test
    void weightsThatMakeDescentDivergeAreExplained() {
        controller.layerAdded();
        for (int layer = 0; layer < 3; layer++) {
            controller.slopeMoved(layer, 4);
        }
        controller.played();
        runUntilItStands();

        assertThat(controller.state().message()).contains("steps grow instead of shrinking");
    }

    @Test
    void answersAreJudgedWithReasons() {
        controller.countsChecked("2", "3", "4");
        assertThat(controller.state().counted().words()).contains("an offset of its own");
        controller.countsChecked("2", "4", "8");
        assertThat(controller.state().counted().state()).isEqualTo("wrong");
        controller.lineChecked("-1", "1.2");
        assertThat(controller.state().composed().words()).contains("−2 times 0.2");
        controller.lineChecked("one", "");
        assertThat(controller.state().composed().words()).isEqualTo("m: expected a number such as 0.5, but was “one”.");
        controller.lineChecked("-1", "");
        assertThat(controller.state().composed().words()).isEqualTo("b: expected a number such as 0.5, but was “”.");

        controller.countsChecked("2", "4", "6");
        assertThat(outside.solved).isZero();
        controller.lineChecked("−1", "0,6");

        assertThat(outside.solved).isEqualTo(1);
    }

    private void runUntilItStands() {
        for (int frame = 0; frame < 3_000 && controller.state().running(); frame++) {
            controller.ticked();
        }
        assertThat(controller.state().running()).isFalse();
    }
}
