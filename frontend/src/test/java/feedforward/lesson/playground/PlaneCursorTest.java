package feedforward.lesson.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaneCursorTest {
    @Test
    void arrowsMoveThePenAndShiftMovesItFarther() {
        PlaneCursor cursor = PlaneCursor.MIDDLE.after("ArrowRight", false).after("ArrowDown", true);

        assertThat(cursor.words()).isEqualTo("Pen at x₁ = 0.25, x₂ = −1.00");
        assertThat(cursor.after("Home", false)).isEqualTo(cursor);
    }

    @Test
    void thePenStaysOnThePlane() {
        PlaneCursor cursor = PlaneCursor.MIDDLE;
        for (int i = 0; i < 7; i++) {
            cursor = cursor.after("ArrowUp", true).after("ArrowLeft", true);
        }

        assertThat(cursor).isEqualTo(new PlaneCursor(-PlanePoints.REACH, PlanePoints.REACH));
    }
}
