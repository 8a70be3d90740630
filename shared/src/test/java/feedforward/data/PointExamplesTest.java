package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class PointExamplesTest {
    @Test
    void rowsAreCopiedToTheRowAskedFor() {
        Examples points = new PointExamples(new float[] {1, 2, 3, 4}, 2, new float[] {5, 6}, 1);
        assertThat(points.count()).isEqualTo(2);
        assertThat(points.features()).isEqualTo(Shape.of(2));
        assertThat(points.targets()).isEqualTo(1);
        HostBatch batch = new HostBatch(new float[6], new float[3]);
        points.copy(1, batch, 0);
        points.copy(0, batch, 2);
        assertThat(batch.x()).containsExactly(3, 4, 0, 0, 1, 2);
        assertThat(batch.t()).containsExactly(6, 0, 5);
    }

    @Test
    void pointsShareNoArrayWithTheirCaller() {
        float[] x = {1};
        float[] t = {2};
        Examples points = new PointExamples(x, 1, t, 1);
        x[0] = 9;
        t[0] = 9;
        HostBatch batch = new HostBatch(new float[1], new float[1]);
        points.copy(0, batch, 0);
        assertThat(batch.x()).containsExactly(1);
        assertThat(batch.t()).containsExactly(2);
    }

    @Test
    void pointsAndTargetsOfDifferentNumberAreRefused() {
        assertThatThrownBy(() -> new PointExamples(new float[6], 2, new float[2], 1))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "Points: expected as many targets as points but were 6 values in rows of 2 and 2 in rows of 1");
        assertThatThrownBy(() -> new PointExamples(new float[5], 2, new float[2], 1))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> new PointExamples(new float[4], 2, new float[5], 2))
                .isInstanceOf(ShapeException.class);
    }
}
