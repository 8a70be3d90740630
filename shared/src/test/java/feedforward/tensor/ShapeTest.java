package feedforward.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void elementsAreTheProductOfTheSizes() {
        assertThat(Shape.of(2, 3, 4).elements()).isEqualTo(24);
        assertThat(Shape.of(2, 3, 4).rank()).isEqualTo(3);
        assertThat(Shape.of(2, 3, 4).size(1)).isEqualTo(3);
        assertThat(Shape.of(5, 0).elements()).isZero();
    }

    @Test
    void theScalarShapeHasOneElement() {
        assertThat(Shape.of().elements()).isEqualTo(1);
        assertThat(Shape.of().rank()).isZero();
        assertThat(Shape.of()).hasToString("[]");
    }

    @Test
    void aBatchComesInFront() {
        assertThat(Shape.of(28, 14).withBatch(32)).isEqualTo(Shape.of(32, 28, 14));
        assertThat(Shape.of().withBatch(7)).isEqualTo(Shape.of(7));
    }

    @Test
    void aBatchOfExamplesIsKnownByWhatFollowsItsSize() {
        assertThat(Shape.of(32, 28, 14).isBatchOf(Shape.of(28, 14))).isTrue();
        assertThat(Shape.of(7).isBatchOf(Shape.of())).isTrue();
        assertThat(Shape.of(32, 28, 15).isBatchOf(Shape.of(28, 14))).isFalse();
        assertThat(Shape.of(28, 14).isBatchOf(Shape.of(28, 14))).isFalse();
        assertThat(Shape.of(2, 32, 28, 14).isBatchOf(Shape.of(28, 14))).isFalse();
        assertThat(Shape.of().isBatchOf(Shape.of())).isFalse();
    }

    @Test
    void shapesAreEqualByTheirSizesInOrder() {
        assertThat(Shape.of(2, 3)).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(6));
        assertThat(Shape.of(32, 784)).hasToString("[32, 784]");
    }

    @Test
    void aShapeSharesNoArrayWithItsCaller() {
        int[] sizes = {2, 3};
        Shape shape = Shape.of(sizes);
        sizes[0] = 9;
        shape.sizes()[1] = 9;
        assertThat(shape).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void theLargestShapeHasTwoToThe31MinusOneElements() {
        assertThat(Shape.of(1, Integer.MAX_VALUE).elements()).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Shape.of(65_536, 32_768))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Shape: expected at most 2,147,483,647 elements but was [65536, 32768]; split the tensor");
        // Whose product is 2⁹³, which is 2²⁹ modulo 2⁶⁴.
        assertThatThrownBy(() -> Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void aNegativeSizeIsRefused() {
        assertThatThrownBy(() -> Shape.of(3, -1))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Shape: expected sizes of 0 or more but was [3, -1]");
        assertThatThrownBy(() -> Shape.of(0, -1)).isInstanceOf(ShapeException.class);
    }
}
