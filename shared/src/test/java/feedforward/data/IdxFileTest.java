package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.tensor.ShapeException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class IdxFileTest {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static AbstractThrowableAssert<?, ?> assertImagesRefused(String file) {
        return assertThatThrownBy(() -> IdxFile.parseImages("train-images", hex(file)))
                .isInstanceOf(IdxException.class);
    }

    private static AbstractThrowableAssert<?, ?> assertLabelsRefused(String file) {
        return assertThatThrownBy(() -> IdxFile.parseLabels("train-labels", hex(file)))
                .isInstanceOf(IdxException.class);
    }

    @Test
    void readsImagesWrittenByHand() {
        // magic number, 2 images, of 1 row, of 3 columns, 6 pixels
        IdxImages images = IdxFile.parseImages("x", hex("00000803 00000002 00000001 00000003 00017f80feff"));
        assertThat(images.count()).isEqualTo(2);
        assertThat(images.rows()).isEqualTo(1);
        assertThat(images.columns()).isEqualTo(3);
        assertThat(images.pixels()).containsExactly(0, 1, 127, -128, -2, -1);
        assertThat(images).hasToString("2 images of 1×3");
    }

    @Test
    void readsLabelsWrittenByHand() {
        assertThat(IdxFile.parseLabels("x", hex("00000801 00000003 050009"))).containsExactly(5, 0, 9);
    }

    @Test
    void writesWhatItReads() {
        byte[] images = hex("00000803 00000002 00000001 00000003 00017f80feff");
        assertThat(IdxFile.writeImages(IdxFile.parseImages("x", images))).isEqualTo(images);
        byte[] labels = hex("00000801 00000003 050009");
        assertThat(IdxFile.writeLabels(IdxFile.parseLabels("x", labels))).isEqualTo(labels);
    }

    @Test
    void sizesOfMoreThanOneByteComeBack() {
        IdxImages images = new IdxImages(300, 2, 257, new byte[300 * 2 * 257]);
        new SplittableRandom(1).nextBytes(images.pixels());
        assertThat(IdxFile.parseImages("x", IdxFile.writeImages(images))).isEqualTo(images);
        byte[] labels = new byte[70_000];
        labels[69_999] = 7;
        assertThat(IdxFile.parseLabels("x", IdxFile.writeLabels(labels))).isEqualTo(labels);
    }

    @Test
    void noImagesAndNoLabelsAreFilesToo() {
        assertThat(IdxFile.parseImages("x", hex("00000803 00000000 0000001c 0000001c"))
                        .count())
                .isZero();
        assertThat(IdxFile.parseLabels("x", hex("00000801 00000000"))).isEmpty();
    }

    @Test
    void anotherMagicNumberIsRefused() {
        assertImagesRefused("89504e47 0d0a1a0a 00000000 00000000")
                .hasMessage("train-images: expected idx images, magic number 0x00000803, but was 0x89504e47;"
                        + " is it another kind of file?");
        assertLabelsRefused("00000d01 00000000")
                .hasMessage("train-labels: expected idx labels, magic number 0x00000801, but was 0x00000d01;"
                        + " is it another kind of file?");
    }

    @Test
    void swappedFilesAreRecognised() {
        assertImagesRefused("00000801 00000001 05")
                .hasMessage("train-images: expected idx images, magic number 0x00000803, but was 0x00000801;"
                        + " images and labels are swapped");
        assertLabelsRefused("00000803 00000000 00000001 00000001").hasMessageEndingWith("are swapped");
    }

    @Test
    void gzipDataMustBeDecompressedFirst() {
        assertImagesRefused("1f8b0800")
                .hasMessage("train-images: expected idx images but was gzip data, which begins 0x1f8b;"
                        + " decompress it first");
        assertLabelsRefused("1f8b")
                .hasMessage("train-labels: expected idx labels but was gzip data, which begins 0x1f8b;"
                        + " decompress it first");
    }

    @Test
    void aHeaderCutShortIsRefused() {
        assertImagesRefused("00000803 00000001 00000001 000000")
                .hasMessage("train-images: expected idx images, whose header has 16 bytes, but the file has 15;"
                        + " the download was cut short");
        assertLabelsRefused("00000801 000000").hasMessageContaining("whose header has 8 bytes, but the file has 7;");
        assertLabelsRefused("").hasMessageContaining("but the file has 0;");
        assertLabelsRefused("1f").hasMessageContaining("but the file has 1;");
    }

    @Test
    void imagesWithoutPixelsAreRefused() {
        assertImagesRefused("00000803 00000005 00000000 0000001c")
                .hasMessage("train-images: expected at least 1 row and 1 column but was 5 images of 0×28");
        assertImagesRefused("00000803 00000005 0000001c 00000000").hasMessageEndingWith("but was 5 images of 28×0");
    }

    @Test
    void morePixelsThanAnArrayHoldsAreRefused() {
        assertImagesRefused("00000803 0000ea60 00010000 00010000")
                .hasMessage("train-images: expected at most 2,147,483,647 pixels but the header says"
                        + " 60,000 images of 65,536×65,536");
        assertImagesRefused("00000803 ffffffff ffffffff ffffffff")
                .hasMessageEndingWith("4,294,967,295 images of 4,294,967,295×4,294,967,295");
        // 2³² pixels in all, which is 0 in 32 bits
        assertImagesRefused("00000803 00000004 00008000 00008000").hasMessageContaining("at most 2,147,483,647 pixels");
        // rows·columns = 2⁶⁴ − 2³³ + 1, which is negative in 64 bits
        assertImagesRefused("00000803 00000000 ffffffff ffffffff").hasMessageContaining("at most 2,147,483,647 pixels");
        // N·rows·columns = 2⁶⁴ − 2³⁴ + 4, negative too
        assertImagesRefused("00000803 00000004 7fffffff 7fffffff").hasMessageContaining("at most 2,147,483,647 pixels");
        assertImagesRefused("00000803 80000000 00000001 00000001").hasMessageContaining("at most 2,147,483,647 pixels");
    }

    @Test
    void aFileCutShortIsRefusedBeforeMemoryIsTakenForIt() {
        assertImagesRefused("00000803 0000ea60 0000001c 0000001c 000000")
                .hasMessage("train-images: header says 60,000 images of 28×28, 47,040,000 bytes,"
                        + " but the file ends after 3; the download was cut short");
        assertImagesRefused("00000803 7fffffff 00000001 00000001 000000")
                .hasMessageContaining("2,147,483,647 bytes, but the file ends after 3;");
        assertLabelsRefused("00000801 ffffffff 0505")
                .hasMessage("train-labels: header says 4,294,967,295 labels, 4,294,967,295 bytes,"
                        + " but the file ends after 2; the download was cut short");
    }

    @Test
    void bytesAfterTheLastAreRefused() {
        assertImagesRefused("00000803 00000001 00000001 00000002 aabbcc")
                .hasMessage("train-images: header says 1 images of 1×2, 2 bytes, but the file goes on for another 1");
        assertLabelsRefused("00000801 00000001 050505")
                .hasMessage("train-labels: header says 1 labels, 1 bytes, but the file goes on for another 2");
    }

    @Test
    void labelsMustBeDigits() {
        assertLabelsRefused("00000801 00000003 05090a")
                .hasMessage("train-labels: expected labels in 0 … 9 but was 10 at index 2");
        assertLabelsRefused("00000801 00000001 ff").hasMessageEndingWith("but was 255 at index 0");
    }

    @Test
    void otherSetsMayHaveOtherNumbersOfClasses() {
        byte[] file = hex("00000801 00000002 19ff");
        assertThat(IdxFile.parseLabels("x", file, 256)).containsExactly(25, -1);
        assertThatThrownBy(() -> IdxFile.parseLabels("x", file, 25))
                .isInstanceOf(IdxException.class)
                .hasMessage("x: expected labels in 0 … 24 but was 25 at index 0");
        for (int classes : new int[] {0, 257}) {
            assertThatThrownBy(() -> IdxFile.parseLabels("x", file, classes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("IdxFile classes: expected 1 to 256 but was " + classes);
        }
    }

    @Test
    void imagesAndLabelsOfDifferentLengthAreRefused() {
        IdxImages images = new IdxImages(1_200, 1, 1, new byte[1_200]);
        IdxFile.requirePaired("train-images", images, "train-labels", new byte[1_200]);
        assertThatThrownBy(() -> IdxFile.requirePaired("train-images", images, "t10k-labels", new byte[1_000]))
                .isInstanceOf(IdxException.class)
                .hasMessage("t10k-labels: expected 1,200 labels, one for each image in train-images, but was 1,000;"
                        + " take both files from the same set");
    }

    @Test
    void imagesOfOtherNumberOrSizeAreRefused() {
        IdxImages images = new IdxImages(1_200, 2, 3, new byte[7_200]);
        IdxFile.requireSizes("train-images", images, 1_200, 2, 3);
        assertThatThrownBy(() -> IdxFile.requireSizes("train-images", images, 1_000, 2, 3))
                .isInstanceOf(IdxException.class)
                .hasMessage("train-images: expected 1,000 images of 2×3 but was 1,200 images of 2×3");
        assertThatThrownBy(() -> IdxFile.requireSizes("train-images", images, 1_200, 3, 2))
                .isInstanceOf(IdxException.class);
        assertThatThrownBy(() -> IdxFile.requireSizes("train-images", images, 1_200, 2, 2))
                .isInstanceOf(IdxException.class);
    }

    @Test
    void thePixelsOfImagesMustFillThem() {
        assertThatThrownBy(() -> new IdxImages(2, 28, 28, new byte[1_567]))
                .isInstanceOf(ShapeException.class)
                .hasMessage("IdxImages: expected 2 images of 28×28 but was 1,567 pixels");
        assertThatThrownBy(() -> new IdxImages(65_536, 65_536, 1, new byte[0])).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> new IdxImages(1, 0, 28, new byte[0]))
                .isInstanceOf(ShapeException.class)
                .hasMessage("IdxImages: expected [0 or more, 1 or more, 1 or more] but was [1, 0, 28]");
    }

    /** Every cut and 20,000 seeded changes of good files: read, or refused in our words. */
    @Test
    void aDamagedFileIsNeverMoreThanRefused() {
        byte[] good = hex("00000803 00000002 00000001 00000003 00017f80feff");
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> IdxFile.parseImages("x", cut)).isInstanceOf(IdxException.class);
        }
        SplittableRandom random = new SplittableRandom(1);
        int read = 0;
        for (int run = 0; run < 20_000; run++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            read += readable(damaged) ? 1 : 0;
        }
        assertThat(read).isBetween(1_000, 19_000);
    }

    private static boolean readable(byte[] file) {
        try {
            IdxFile.parseImages("x", file);
            return true;
        } catch (IdxException e) {
            assertThat(e).hasMessageStartingWith("x: ");
            return false;
        }
    }
}
