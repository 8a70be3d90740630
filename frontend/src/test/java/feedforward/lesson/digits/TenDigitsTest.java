package feedforward.lesson.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.data.IdxException;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import org.junit.jupiter.api.Test;

class TenDigitsTest {
    @Test
    void tenImagesAndTheirLabelsAreRead() {
        byte[] pixels = new byte[10 * 784];
        pixels[9 * 784 + 783] = (byte) 255;

        TenDigits ten = parse(new IdxImages(10, 28, 28, pixels), 10);

        assertThat(ten.value(9, 783)).isEqualTo(255);
        assertThat(ten.label(9)).isEqualTo(9);
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> parse(new IdxImages(9, 28, 28, new byte[9 * 784]), 9))
                .isInstanceOf(IdxException.class)
                .hasMessage("First images: expected 10 images of 28×28 but was 9 images of 28×28");
        assertThatThrownBy(() -> parse(new IdxImages(10, 14, 56, new byte[10 * 784]), 10))
                .isInstanceOf(IdxException.class)
                .hasMessageContaining("10 images of 14×56");
        assertThatThrownBy(() -> parse(new IdxImages(10, 28, 28, new byte[10 * 784]), 9))
                .isInstanceOf(IdxException.class)
                .hasMessageStartingWith("First labels: expected 10 labels");
    }

    private static TenDigits parse(IdxImages images, int labelCount) {
        byte[] labels = new byte[labelCount];
        for (int i = 0; i < labelCount; i++) {
            labels[i] = (byte) i;
        }
        return TenDigits.parse(IdxFile.writeImages(images), IdxFile.writeLabels(labels));
    }
}
