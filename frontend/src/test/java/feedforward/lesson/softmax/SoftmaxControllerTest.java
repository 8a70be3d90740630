package feedforward.lesson.softmax;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftmaxControllerTest {
    private final Outside outside = new Outside();
    private final SoftmaxController controller = new SoftmaxController(outside);

    /** What the controller asked for. */
    private static final class Outside implements SoftmaxActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void theEndsOfTheTemperatureAreReadBack() {
        for (float end : new float[] {0.2f, 5}) {
            controller.heated(end);
            SoftmaxController other = new SoftmaxController(outside);
            LessonLink link = LessonLink.of(controller.link().query(text -> text), text -> text);

            other.opened(link);

            assertThat(link.trouble()).isEmpty();
            assertThat(other.state()).isEqualTo(controller.state());
        }
    }

    @Test
    void raisingAllScoresMovesNoProbability() {
        float[] before = controller.state().scores().probabilities();

        controller.shifted(1);

        assertThat(controller.state().scores().values()).containsExactly(3f, 2f, 1f, 0f);
        assertThat(controller.state().scores().probabilities()).isEqualTo(before);
    }

    @Test
    void aShiftThatWouldTakeAScoreOffItsSliderIsNotMade() {
        controller.scored(0, 9.5f);

        controller.shifted(1);

        assertThat(controller.state().canShift(1)).isFalse();
        assertThat(controller.state().scores().values()).containsExactly(9.5f, 1f, 0f, -1f);
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    SoftmaxController other = new SoftmaxController(outside);
                    other.opened(link);
                    other.state().scores().probabilities();
                    other.link();
                },
                "z",
                "pair",
                "t");
    }

    @Test
    void scoresAreHundredthsAndResetBringsBackBothFigures() {
        controller.scored(0, 0.126f);
        controller.paired(1, 2.344f);
        assertThat(controller.state().scores().values().get(0)).isEqualTo(0.13f);
        assertThat(controller.state().pair().values().get(1)).isEqualTo(2.34f);
        controller.heated(2);

        controller.reset();

        assertThat(controller.state()).isEqualTo(SoftmaxState.first());
    }

    @Test
    void aLinkOpensTheSameScores() {
        controller.scored(1, -3.15f);
        controller.shifted(-1);
        controller.heated(2.3f);
        controller.paired(1, 0.35f);
        SoftmaxController other = new SoftmaxController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
        assertThat(controller.link().query(text -> text)).contains("z=1.0_-4.15_-1.0_-2.0");
    }

    @Test
    void aLinkHoldsTheColdestTemperatureAndTheHottest() {
        for (float temperature : new float[] {0.2f, 5}) {
            controller.heated(temperature);
            SoftmaxController other = new SoftmaxController(outside);
            LessonLink link = LessonLink.of(controller.link().query(text -> text), text -> text);

            other.opened(link);

            assertThat(link.trouble()).isEmpty();
            assertThat(other.state()).isEqualTo(controller.state());
        }
    }

    @Test
    void aLinkWithScoresOutOfRangeIsNoted() {
        LessonLink link = LessonLink.of("?z=1_2_3_99", text -> text);

        controller.opened(link);

        assertThat(link.trouble()).contains("“z” could not be used: expected 4 scores");
        assertThat(controller.state().scores().values()).isEqualTo(List.of(2f, 1f, 0f, -1f));
    }

    @Test
    void theLessonIsDoneWithBothExercises() {
        controller.twiceChecked("2");
        assertThat(controller.state().twice().words()).contains("7.389 times");
        controller.twiceChecked("two");
        assertThat(controller.state().twice().words()).contains("but was “two”");
        controller.largeChecked("1");
        assertThat(controller.state().large().words()).contains("only their difference counts");
        controller.largeChecked("0.27");
        assertThat(controller.state().large().words()).contains("the first class");
        controller.twiceChecked("0,69");
        assertThat(outside.solved).isZero();

        controller.largeChecked("0.73");

        assertThat(outside.solved).isEqualTo(1);
    }
}
