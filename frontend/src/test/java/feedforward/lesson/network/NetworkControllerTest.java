package feedforward.lesson.network;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.TwoLayers;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkControllerTest {
    private final Outside outside = new Outside();
    private final NetworkController controller = new NetworkController(outside);

    /** What the controller asked for. */
    private static final class Outside implements NetworkActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void aLetterLightsAllOfItsWeightsAndOnlyThem() {
        controller.pointedAt(new NetworkSpot.Whole(NetworkTerm.W2));

        NetworkSpot lit = controller.state().lit().orElseThrow();

        assertThat(lit.lightsWeight(1, 3, 1)).isTrue();
        assertThat(lit.lightsWeight(0, 0, 0)).isFalse();
        assertThat(lit.lightsUnit(1, 0)).isFalse();
        assertThat(lit.words(controller.state().net()))
                .isEqualTo("W₂ [4, 2]: 8 weights. Row i, column j is the line from hᵢ to yⱼ.");
    }

    @Test
    void aBiasLightsTheUnitsThatItIsAddedTo() {
        NetworkSpot first = new NetworkSpot.Whole(NetworkTerm.B1);
        NetworkSpot second = new NetworkSpot.Whole(NetworkTerm.B2);

        assertThat(first.lightsUnit(1, 0)).isTrue();
        assertThat(first.lightsUnit(2, 0)).isFalse();
        assertThat(second.lightsUnit(2, 0)).isTrue();
        assertThat(second.lightsUnit(1, 0)).isFalse();
    }

    @Test
    void resetBringsBackTheSizesAndLightsNothing() {
        controller.hidden(1);
        controller.pinned(NetworkTerm.H);

        controller.reset();

        assertThat(controller.state()).isEqualTo(NetworkState.first());
    }

    @Test
    void aLineIsOneEntryOfItsMatrix() {
        controller.pointedAt(new NetworkSpot.Weight(0, 1, 2));

        NetworkSpot lit = controller.state().lit().orElseThrow();

        assertThat(lit.lights(NetworkTerm.W1)).isTrue();
        assertThat(lit.lights(NetworkTerm.W2)).isFalse();
        assertThat(lit.words(controller.state().net())).isEqualTo("W₁, row 2, column 3: the weight from x₂ to h₃.");
    }

    @Test
    void aUnitIsASumOfWhatReachesIt() {
        NetworkSpot unit = new NetworkSpot.Unit(1, 1);

        assertThat(unit.words(controller.state().net()))
                .isEqualTo("h₂ = f(x₁·w₁₂ + x₂·w₂₂ + x₃·w₃₂ + b₂). The lines that reach it are column 2 of W₁.");
        assertThat(unit.lightsWeight(0, 2, 1)).isTrue();
        assertThat(unit.lightsWeight(0, 2, 0)).isFalse();
        assertThat(unit.lights(NetworkTerm.B1)).isTrue();
        assertThat(unit.lights(NetworkTerm.W2)).isFalse();
        assertThat(new NetworkSpot.Unit(0, 1).lights(NetworkTerm.X)).isTrue();
        assertThat(new NetworkSpot.Unit(2, 0).lights(NetworkTerm.B2)).isTrue();
    }

    @Test
    void whatIsPinnedIsLitAgainWhenNothingIsPointedAt() {
        controller.pinned(NetworkTerm.B1);
        controller.pointedAt(new NetworkSpot.Whole(NetworkTerm.X));
        controller.left();
        assertThat(controller.state().lit()).contains(new NetworkSpot.Whole(NetworkTerm.B1));

        controller.pinned(NetworkTerm.B1);
        assertThat(controller.state().lit()).isEqualTo(Optional.empty());
    }

    @Test
    void sizesStayWithinOneAndSix() {
        controller.inputs(-9);
        controller.hidden(9);

        assertThat(controller.state().net()).isEqualTo(new TwoLayers(4, 1, 6, 2));
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    NetworkController other = new NetworkController(outside);
                    other.opened(link);
                    other.link();
                },
                "n",
                "in",
                "hidden",
                "out",
                "lit");
    }

    @Test
    void aLinkOpensTheSameNetwork() {
        controller.examples(2);
        controller.outputs(1);
        controller.pinned(NetworkTerm.W1);
        NetworkController other = new NetworkController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
    }

    @Test
    void aLinksUnknownLetterIsNoted() {
        LessonLink link = LessonLink.of("?lit=w9", text -> text);

        controller.opened(link);

        assertThat(link.trouble()).contains("“lit” could not be used").contains("“w9”");
    }

    @Test
    void wrongCountsAreToldWhatTheyLeaveOut() {
        controller.countChecked("101,632");
        assertThat(controller.state().counted().words()).contains("has a bias too");
        controller.countChecked("100352");
        assertThat(controller.state().counted().words()).contains("That is the first layer");
        controller.countChecked("922");
        assertThat(controller.state().counted().words()).contains("counts the circles");
        controller.countChecked("many");
        assertThat(controller.state().counted().words()).contains("but was “many”");
        assertThat(controller.state().counted().isRight()).isFalse();
    }

    @Test
    void theLessonIsDoneWithBothExercises() {
        controller.builtChecked();
        assertThat(controller.state().built().words()).contains("Your W₂ is [4, 2], and there are 26 parameters");
        controller.hidden(1);
        controller.outputs(1);
        controller.inputs(1);
        controller.builtChecked();
        assertThat(controller.state().built().words()).contains("there must be fewer");
        controller.inputs(-1);
        controller.builtChecked();
        assertThat(controller.state().built().isRight()).isTrue();
        assertThat(outside.solved).isZero();

        controller.countChecked("101,770");

        assertThat(outside.solved).isEqualTo(1);
    }
}
