package feedforward.lesson.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.CurvePoints;
import org.junit.jupiter.api.Test;

class CurveEditorTest {
    private final OpenCurve lesson = new OpenCurve();
    private final CurveController controller = lesson.controller();
    private final CurveEditor editor = controller.editor();

    @Test
    void aPointIsDraggedWhileItTrainsAndLearnedTenTimesASecond() {
        lesson.started();
        CurvePoints before = controller.state().now().points();
        editor.penDown(before.x(20) + 0.01, before.y(20));
        assertThat(controller.state().chosen()).isEqualTo(20);
        for (int i = 1; i <= 50; i++) {
            editor.penMoved(before.x(20) + 0.01, before.y(20) + 0.004 * i);
            assertThat((double) controller.state().now().points().y(20))
                    .isCloseTo(before.y(20) + 0.004 * i, within(1e-3));
            lesson.timePasses(5_000_000);
            controller.ticked();
        }
        editor.penLifted();

        assertThat((double) controller.state().now().points().x(20)).isCloseTo(before.x(20), within(1e-3));
        long moves = lesson.query().chars().filter(c -> c == 'm').count();
        assertThat(moves).isBetween(2L, 6L);
    }

    @Test
    void aClickBesideAllPointsMakesOneAndTheKeyboardMovesAndRemovesIt() {
        editor.penDown(0.5, 0.1);
        editor.penLifted();
        assertThat(controller.state().now().points().count()).isEqualTo(41);
        assertThat(controller.state().chosen()).isEqualTo(40);

        editor.pointMoved(0.005, -0.2);
        assertThat(controller.state().now().points().x(40)).isEqualTo(0.505f);
        assertThat(controller.state().now().points().y(40)).isZero();
        assertThat(lesson.query()).isEqualTo("?points=0to39~505_0");

        editor.removeWanted();
        assertThat(controller.state().now().points()).isEqualTo(CurvePoints.ofTheCourse());
        assertThat(lesson.query()).isEmpty();
        editor.chosenMoved(1);
        assertThat(controller.state().chosen()).isZero();
    }

    @Test
    void twoPointsAreTheFewest() {
        controller.opened(OpenCurve.link("?points=0to1"));
        editor.chosenMoved(1);

        editor.removeWanted();

        assertThat(controller.state().message()).isEqualTo("Two points are the fewest there can be.");
    }
}
