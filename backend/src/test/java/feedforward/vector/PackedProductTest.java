package feedforward.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackedProductTest {

    /** As a network's layers do in every step, which must not allocate. */
    @Test
    void productsOfFewLongAndManyShortPanelsFindTheirRoomAgain() {
        PackedProduct product = new PackedProduct();
        product.reserve(2, 256);
        float[] tile = product.tile();
        float[] first = product.panel(0);
        product.reserve(40, 8);
        float[] last = product.panel(39);

        product.reserve(2, 256);
        product.reserve(40, 8);

        assertThat(product.tile()).isSameAs(tile).hasSizeGreaterThanOrEqualTo(Panels.tileLength(256));
        assertThat(product.panel(0)).isSameAs(first).hasSizeGreaterThanOrEqualTo(256 * Tiles.WIDTH);
        assertThat(product.panel(39)).isSameAs(last).hasSizeGreaterThanOrEqualTo(8 * Tiles.WIDTH);
    }
}
