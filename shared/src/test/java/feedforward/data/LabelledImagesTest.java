package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledImagesTest {
    private static final List<String> NAMES = List.of("images", "labels");
    private static final byte[] IMAGES = IdxFile.writeImages(new IdxImages(2, 1, 3, new byte[] {0, 51, -1, 0, 0, -1}));

    @Test
    void anImageAndItsLabelBecomeAnExample() {
        ImageExamples examples =
                LabelledImages.parse(NAMES, List.of(IMAGES, IdxFile.writeLabels(new byte[] {5, 0})), 10);
        assertThat(examples.count()).isEqualTo(2);
        assertThat(examples.features()).isEqualTo(Shape.of(3));
        assertThat(examples.targets()).isEqualTo(10);
        assertThat(examples.label(0)).isEqualTo(5);

        HostBatch batch = new HostBatch(new float[3], new float[10]);
        examples.copy(0, batch, 0);
        assertThat(batch.x()).containsExactly(0f, 0.2f, 1f); // 51 / 255 = 1/5
        assertThat(batch.t()).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    }

    @Test
    void aMissingLabelIsRefused() {
        assertThatThrownBy(() -> LabelledImages.parse(NAMES, List.of(IMAGES, IdxFile.writeLabels(new byte[] {5})), 10))
                .isInstanceOf(IdxException.class)
                .hasMessage("labels: expected 2 labels, one for each image in images, but was 1;"
                        + " take both files from the same set");
    }

    @Test
    void eachFileIsNamedInItsErrors() {
        assertThatThrownBy(() -> LabelledImages.parse(NAMES, List.of(new byte[0], new byte[0]), 10))
                .hasMessageStartingWith("images: expected idx images");
        assertThatThrownBy(() -> LabelledImages.parse(NAMES, List.of(IMAGES, new byte[0]), 10))
                .hasMessageStartingWith("labels: expected idx labels");
    }
}
