package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class ImageExamplesTest {
    @Test
    void pixelsAreScaledToOneAndClassesAreOneHot() {
        byte[] pixels = {0, 51, (byte) 128, (byte) 255, 1, 2, 3, 4};
        Examples images = new ImageExamples(pixels, new byte[] {2, 0}, 4, 3);
        assertThat(images.count()).isEqualTo(2);
        assertThat(images.features()).isEqualTo(Shape.of(4));
        assertThat(images.targets()).isEqualTo(3);

        HostBatch batch = new HostBatch(new float[8], new float[6]);
        images.copy(0, batch, 1);
        images.copy(1, batch, 0);
        // 51 / 255 = 0.2; 128 / 255 = 0.501960784…
        assertThat(batch.x()).containsExactly(1 / 255f, 2 / 255f, 3 / 255f, 4 / 255f, 0, 0.2f, 0.5019608f, 1);
        assertThat(batch.t()).containsExactly(1, 0, 0, 0, 0, 1);
    }

    @Test
    void copyingOverAnOlderImageLeavesNothingOfIt() {
        Examples images = new ImageExamples(new byte[] {9, 0}, new byte[] {0, 1}, 1, 2);
        HostBatch batch = new HostBatch(new float[1], new float[2]);
        images.copy(0, batch, 0);
        images.copy(1, batch, 0);
        assertThat(batch.x()).containsExactly(0);
        assertThat(batch.t()).containsExactly(0, 1);
    }

    @Test
    void labelsAreUnsigned() {
        ImageExamples images = new ImageExamples(new byte[1], new byte[] {(byte) 200}, 1, 201);
        assertThat(images.label(0)).isEqualTo(200);
        HostBatch batch = new HostBatch(new float[1], new float[201]);
        images.copy(0, batch, 0);
        assertThat(batch.t()[200]).isEqualTo(1);
    }

    @Test
    void aLabelThatIsNoClassIsRefused() {
        assertThatThrownBy(() -> new ImageExamples(new byte[2], new byte[] {9, 10}, 1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Images: expected labels from 0 to 9 but was 10 for image 1");
        assertThatThrownBy(() -> new ImageExamples(new byte[1], new byte[] {-1}, 1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Images: expected labels from 0 to 9 but was 255 for image 0");
    }

    @Test
    void imagesAndLabelsOfDifferentNumberAreRefused() {
        assertThatThrownBy(() -> new ImageExamples(new byte[10], new byte[2], 4, 10))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Images: expected 2 of 4 pixels, one for each label, but 10 pixels make 2.5");
    }
}
