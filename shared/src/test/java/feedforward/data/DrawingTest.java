package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DrawingTest {
    @Test
    void undoTakesTheNewestStrokeAway() {
        Drawing one = Drawing.empty().penDown(0.1f, 0.2f).penTo(0.3f, 0.4f);
        Drawing two = one.penDown(0.5f, 0.5f);

        assertThat(two.strokes()).hasSize(2);
        assertThat(two.undo()).isEqualTo(one);
        assertThat(one.undo().isEmpty()).isTrue();
        assertThat(Drawing.empty().undo()).isEqualTo(Drawing.empty());
    }

    @Test
    void movingThePenLeavesTheOldDrawingAsItWas() {
        Drawing before = Drawing.empty().penDown(0.1f, 0.2f);
        Drawing after = before.penTo(0.3f, 0.4f);

        assertThat(before.strokes().get(0).size()).isEqualTo(1);
        assertThat(after.strokes().get(0).size()).isEqualTo(2);
        assertThat(after.strokes().get(0).x(1)).isEqualTo(0.3f);
        assertThat(after.strokes().get(0).y(1)).isEqualTo(0.4f);
    }

    @Test
    void aPointThatRepeatsTheLastIsNotKept() {
        Drawing drawing = Drawing.empty().penDown(0.1f, 0.2f).penTo(0.1f, 0.2f);

        assertThat(drawing.strokes().get(0).size()).isEqualTo(1);
    }

    @Test
    void thePenMustComeDownFirst() {
        assertThatThrownBy(() -> Drawing.empty().penTo(0.5f, 0.5f))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Drawing: expected a stroke to lead on but there is none; call penDown first");
    }

    @Test
    void coordinatesMustBeFinite() {
        assertThatThrownBy(() -> Drawing.empty().penDown(Float.NaN, 0.5f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Stroke x: expected a finite number but was NaN");
        assertThatThrownBy(() -> Stroke.at(0, 0).to(0, Float.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Stroke y: expected a finite number but was Infinity");
    }
}
