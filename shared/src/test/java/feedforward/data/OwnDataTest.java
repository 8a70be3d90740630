package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.hash.Sha256;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnDataTest {
    private static final List<String> NAMES = List.of("images", "labels", "test-images", "test-labels");
    private static final byte[] IMAGES = images(10, 2);
    private static final byte[] LABELS = labels(10);

    @Test
    void imagesWithATestSetAreJudgedByIt() {
        List<byte[]> files = List.of(IMAGES, LABELS, images(3, 2), labels(3));
        Dataset data = OwnData.images(NAMES, files, 3);

        assertThat(data.name()).isEqualTo("own images");
        assertThat(data.sha256()).isEqualTo(hash(files));
        assertThat(data.train().count()).isEqualTo(10);
        assertThat(data.train().targets()).isEqualTo(3);
        assertThat(data.test().count()).isEqualTo(3);
    }

    @Test
    void aFifthOfImagesWithoutATestSetIsKeptToJudgeBy() {
        Dataset data = OwnData.images(NAMES.subList(0, 2), List.of(IMAGES, LABELS), 3);

        assertThat(data.sha256()).isEqualTo(hash(List.of(IMAGES, LABELS)));
        assertThat(data.train().count()).isEqualTo(8);
        assertThat(data.test().count()).isEqualTo(2);
        assertThat(firstPixels(data.train()))
                .doesNotContainAnyElementsOf(firstPixels(data.test()))
                .isSorted();
    }

    @Test
    void imagesThatDoNotFitAreRefusedByTheirFilesNames() {
        assertThatThrownBy(() -> OwnData.images(NAMES.subList(0, 2), List.of(IMAGES, LABELS), 2))
                .isInstanceOf(IdxException.class)
                .hasMessage("labels: expected labels in 0 … 1 but was 2 at index 2");
        assertThatThrownBy(() -> OwnData.images(NAMES, List.of(IMAGES, LABELS, images(3, 1), labels(3)), 3))
                .isInstanceOf(ShapeException.class)
                .hasMessage("test-images: expected images of [2] pixels, as images has, but was [1]");
        assertThatThrownBy(() -> OwnData.images(NAMES, List.of(IMAGES, LABELS, images(0, 2), labels(0)), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test-images: expected at least one image but there are none");
        assertThatThrownBy(() -> OwnData.images(NAMES.subList(0, 2), List.of(images(4, 2), labels(4)), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("images: expected at least 5 examples, a fifth of which is kept to judge by, but was 4");
    }

    @Test
    void aFifthOfPointsIsKeptToJudgeBy() {
        float[] xy = new float[20];
        for (int i = 0; i < 20; i++) {
            xy[i] = i;
        }
        LabelledPoints points = new LabelledPoints(xy, new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, 2);
        Dataset data = OwnData.points(points);

        assertThat(data.name()).isEqualTo("own points");
        assertThat(data.sha256()).isEqualTo(points.sha256());
        assertThat(data.train().count()).isEqualTo(8);
        assertThat(data.test().count()).isEqualTo(2);
        assertThat(data.train().features()).isEqualTo(Shape.of(2));
        assertThat(data.train().targets()).isEqualTo(2);
        assertThatThrownBy(() -> OwnData.points(new LabelledPoints(new float[4], new int[] {0, 1}, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Points: expected at least 5 examples, a fifth of which is kept to judge by, but was 2");
    }

    @Test
    void aTextHasTheVocabularyOfItsCharacters() {
        Dataset data = OwnData.text("abcabcabcabcabcabcabcabcabcabc", 2);

        assertThat(data.name()).isEqualTo("own text");
        assertThat(data.train().vocabulary()).isEqualTo(3);
        assertThat(data.train().count()).isEqualTo(13);
        assertThat(data.test().count()).isEqualTo(1);
    }

    @Test
    void namesOfOwnDataAreKnown() {
        assertThat(List.of("own images", "own points", "own text")).allMatch(OwnData::names);
        assertThat(OwnData.names("mnist")).isFalse();
    }

    /** Images of one row whose first pixel is their place. */
    private static byte[] images(int count, int columns) {
        byte[] pixels = new byte[count * columns];
        for (int i = 0; i < count; i++) {
            pixels[i * columns] = (byte) i;
        }
        return IdxFile.writeImages(new IdxImages(count, 1, columns, pixels));
    }

    private static byte[] labels(int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 3);
        }
        return IdxFile.writeLabels(labels);
    }

    private static List<Float> firstPixels(Examples examples) {
        Float[] pixels = new Float[examples.count()];
        HostBatch batch = new HostBatch(new float[2], new float[3]);
        for (int i = 0; i < pixels.length; i++) {
            examples.copy(i, batch, 0);
            pixels[i] = batch.x()[0];
        }
        return Arrays.asList(pixels);
    }

    private static String hash(List<byte[]> files) {
        Sha256 hash = new Sha256();
        files.forEach(hash::update);
        return hash.digestHex();
    }
}
