package feedforward.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import org.junit.jupiter.api.Test;

class TensorTest {
    private final Device device = new HeapDevice();

    @Test
    void aTensorKeepsItsValuesRowByRow() {
        Tensor tensor = Tensor.of(device, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        assertThat(tensor.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(tensor.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Tensor.zeros(device, Shape.of(2)).toArray()).containsExactly(0, 0);
    }

    @Test
    void valuesAreCopiedInAndOut() {
        float[] values = {1, 2};
        Tensor tensor = Tensor.of(device, Shape.of(2), values);
        values[0] = 9;
        tensor.toArray()[1] = 9;
        assertThat(tensor.toArray()).containsExactly(1, 2);
    }

    @Test
    void rowsAreAViewOnTheFirstRows() {
        Tensor tensor = Tensor.of(device, Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        Tensor view = tensor.rows(2);
        assertThat(view.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(view.toArray()).containsExactly(1, 2, 3, 4);
        view.set(7, 8, 9, 10);
        assertThat(tensor.toArray()).containsExactly(7, 8, 9, 10, 5, 6);
    }

    @Test
    void noRowsAreAnEmptyView() {
        assertThat(Tensor.zeros(device, Shape.of(3, 2)).rows(0).toArray()).isEmpty();
    }

    @Test
    void theSameNumberOfRowsGivesTheSameView() {
        Tensor tensor = Tensor.zeros(device, Shape.of(3, 2));
        assertThat(tensor.rows(3)).isSameAs(tensor);
        assertThat(tensor.rows(2)).isSameAs(tensor.rows(2));
        assertThat(tensor.rows(1).shape()).isEqualTo(Shape.of(1, 2));
    }

    @Test
    void moreRowsThanThereAreAreRefused() {
        Tensor tensor = Tensor.zeros(device, Shape.of(4, 2));
        assertThatThrownBy(() -> tensor.rows(5))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Tensor rows: expected 0 to 4 rows of [4, 2] but was 5");
        assertThatThrownBy(() -> tensor.rows(-1))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Tensor rows: expected 0 to 4 rows of [4, 2] but was -1");
    }

    @Test
    void tooFewOrTooManyValuesAreRefused() {
        assertThatThrownBy(() -> Tensor.of(device, Shape.of(2, 2), 1, 2, 3))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Tensor values: expected 4 for shape [2, 2] but was 3");
        assertThatThrownBy(() -> Tensor.zeros(device, Shape.of(1)).set(1, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Tensor values: expected 1 for shape [1] but was 2");
    }
}
