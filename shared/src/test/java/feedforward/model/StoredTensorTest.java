package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class StoredTensorTest {
    @Test
    void valuesAreCopiedOnTheWayInAndOut() {
        float[] values = {1, 2};
        StoredTensor tensor = new StoredTensor(Shape.of(2), values);
        values[0] = 9;
        tensor.values()[1] = 9;
        assertThat(tensor.values()).containsExactly(1, 2);
    }

    @Test
    void theNumberOfValuesMustFitTheShape() {
        assertThatThrownBy(() -> new StoredTensor(Shape.of(2, 3), new float[5]))
                .isInstanceOf(ShapeException.class)
                .hasMessage("StoredTensor: expected 6 values for shape [2, 3] but was 5");
    }

    @Test
    void equalMeansSameShapeAndSameBits() {
        StoredTensor tensor = new StoredTensor(Shape.of(2), new float[] {0f, 1f});
        assertThat(tensor).isEqualTo(new StoredTensor(Shape.of(2), new float[] {0f, 1f}));
        assertThat(tensor).hasSameHashCodeAs(new StoredTensor(Shape.of(2), new float[] {0f, 1f}));
        assertThat(tensor).isNotEqualTo(new StoredTensor(Shape.of(2), new float[] {-0f, 1f}));
        assertThat(tensor).isNotEqualTo(new StoredTensor(Shape.of(1, 2), new float[] {0f, 1f}));
        assertThat(tensor).hasToString("StoredTensor[2]");
    }
}
