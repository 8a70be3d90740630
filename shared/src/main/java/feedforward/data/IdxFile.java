package feedforward.data;

import feedforward.text.Digits;
import feedforward.text.Hex;

/**
 * MNIST's file format, both ways: big-endian 32-bit sizes, then unsigned bytes.
 *
 * <p>Images: magic number 0x00000803, N, H, W, then N·H·W pixels. Labels: 0x00000801, N, then N classes. No size of the
 * header is believed, nor memory taken for it, before it fits the file's real length.
 * Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits".
 */
public final class IdxFile {
    /** A label is a byte. */
    public static final int MOST_CLASSES = 256;

    static final int IMAGES_MAGIC = 0x00000803;
    static final int LABELS_MAGIC = 0x00000801;
    private static final int IMAGES_HEADER = 16;
    private static final int LABELS_HEADER = 8;
    private static final int DIGITS = 10;

    private IdxFile() {}

    /**
     * @param where the file's name, the first word of every message
     * @throws IdxException if {@code file} is no idx file of images, has images without pixels or more than 2³¹ − 1
     *     pixels, is cut short, or goes on after the last pixel
     */
    public static IdxImages parseImages(String where, byte[] file) {
        requireHeader(where, file, IMAGES_MAGIC, IMAGES_HEADER);
        long count = size(file, 4);
        long rows = size(file, 8);
        long columns = size(file, 12);
        if (rows == 0 || columns == 0) {
            throw new IdxException(
                    where + ": expected at least 1 row and 1 column but was " + IdxImages.sizes(count, rows, columns));
        }
        long bytes = pixels(where, count, rows, columns);
        requireLength(where, file, IMAGES_HEADER, bytes, IdxImages.sizes(count, rows, columns));
        return new IdxImages((int) count, (int) rows, (int) columns, behind(file, IMAGES_HEADER));
    }

    /** The digits' labels: {@link #parseLabels(String, byte[], int)} with 10 classes. */
    public static byte[] parseLabels(String where, byte[] file) {
        return parseLabels(where, file, DIGITS);
    }

    /**
     * The class of each example, as an unsigned byte.
     *
     * @param where the file's name, the first word of every message
     * @param classes in [1, {@value #MOST_CLASSES}]
     * @throws IdxException if {@code file} is no idx file of labels, is cut short, goes on after the last label, or has
     *     a label outside 0 … classes − 1
     */
    public static byte[] parseLabels(String where, byte[] file, int classes) {
        if (classes < 1 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "IdxFile classes: expected 1 to " + MOST_CLASSES + " but was " + classes);
        }
        requireHeader(where, file, LABELS_MAGIC, LABELS_HEADER);
        long count = size(file, 4);
        requireLength(where, file, LABELS_HEADER, count, Digits.grouped(count) + " labels");
        for (int i = LABELS_HEADER; i < file.length; i++) {
            if ((file[i] & 0xFF) >= classes) {
                throw new IdxException(where + ": expected labels in 0 … " + (classes - 1) + " but was "
                        + (file[i] & 0xFF) + " at index " + Digits.grouped(i - LABELS_HEADER));
            }
        }
        return behind(file, LABELS_HEADER);
    }

    /** @throws IdxException if there is not one label for each image */
    public static void requirePaired(String imagesWhere, IdxImages images, String labelsWhere, byte[] labels) {
        if (images.count() != labels.length) {
            throw new IdxException(labelsWhere + ": expected " + Digits.grouped(images.count())
                    + " labels, one for each image in " + imagesWhere + ", but was " + Digits.grouped(labels.length)
                    + "; take both files from the same set");
        }
    }

    /** @throws IdxException if there are not as many images of that size */
    public static void requireSizes(String where, IdxImages images, int count, int rows, int columns) {
        if (images.count() != count || images.rows() != rows || images.columns() != columns) {
            throw new IdxException(
                    where + ": expected " + IdxImages.sizes(count, rows, columns) + " but was " + images);
        }
    }

    /** The file that {@link #parseImages} reads. */
    public static byte[] writeImages(IdxImages images) {
        byte[] file = file(IMAGES_MAGIC, IMAGES_HEADER, images.pixels());
        put(file, 4, images.count());
        put(file, 8, images.rows());
        put(file, 12, images.columns());
        return file;
    }

    /** The file that {@link #parseLabels} reads. */
    public static byte[] writeLabels(byte[] labels) {
        byte[] file = file(LABELS_MAGIC, LABELS_HEADER, labels);
        put(file, 4, labels.length);
        return file;
    }

    private static void requireHeader(String where, byte[] file, int magic, int headerBytes) {
        String expected = where + ": expected idx " + (magic == IMAGES_MAGIC ? "images" : "labels");
        if (file.length >= 2 && (file[0] & 0xFF) == 0x1F && (file[1] & 0xFF) == 0x8B) {
            throw new IdxException(expected + " but was gzip data, which begins 0x1f8b; decompress it first");
        }
        if (file.length >= 4 && get(file, 0) != magic) {
            int other = magic == IMAGES_MAGIC ? LABELS_MAGIC : IMAGES_MAGIC;
            throw new IdxException(expected + ", magic number " + Hex.of(magic, 8) + ", but was "
                    + Hex.of(get(file, 0), 8)
                    + (get(file, 0) == other ? "; images and labels are swapped" : "; is it another kind of file?"));
        }
        if (file.length < headerBytes) {
            throw new IdxException(expected + ", whose header has " + headerBytes + " bytes, but the file has "
                    + file.length + "; the download was cut short");
        }
    }

    /** N·H·W, no step of which overflows: each is below 2³², and H·W below 2³¹ before N multiplies it. */
    private static long pixels(String where, long count, long rows, long columns) {
        if (columns > Integer.MAX_VALUE / rows || count * (rows * columns) > Integer.MAX_VALUE) {
            throw new IdxException(where + ": expected at most 2,147,483,647 pixels but the header says "
                    + IdxImages.sizes(count, rows, columns));
        }
        return count * rows * columns;
    }

    private static void requireLength(String where, byte[] file, int headerBytes, long bytes, String content) {
        long actual = (long) file.length - headerBytes;
        if (actual < bytes) {
            throw new IdxException(where + ": header says " + content + ", " + Digits.grouped(bytes)
                    + " bytes, but the file ends after " + Digits.grouped(actual) + "; the download was cut short");
        }
        if (actual > bytes) {
            throw new IdxException(where + ": header says " + content + ", " + Digits.grouped(bytes)
                    + " bytes, but the file goes on for another " + Digits.grouped(actual - bytes));
        }
    }

    private static byte[] behind(byte[] file, int headerBytes) {
        byte[] content = new byte[file.length - headerBytes];
        System.arraycopy(file, headerBytes, content, 0, content.length);
        return content;
    }

    private static byte[] file(int magic, int headerBytes, byte[] content) {
        if (content.length > Integer.MAX_VALUE - headerBytes) {
            throw new IdxException("IdxFile: expected at most " + Digits.grouped(Integer.MAX_VALUE - headerBytes)
                    + " bytes behind the header but was " + Digits.grouped(content.length));
        }
        byte[] file = new byte[headerBytes + content.length];
        put(file, 0, magic);
        System.arraycopy(content, 0, file, headerBytes, content.length);
        return file;
    }

    private static long size(byte[] file, int at) {
        return get(file, at) & 0xFFFFFFFFL;
    }

    private static int get(byte[] file, int at) {
        return file[at] << 24 | (file[at + 1] & 0xFF) << 16 | (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
    }

    private static void put(byte[] file, int at, int value) {
        for (int i = 0; i < 4; i++) {
            file[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }
}
