package feedforward.model;

import feedforward.tensor.Shape;
import feedforward.text.Utf8;
import java.util.Arrays;
import java.util.Map;

/**
 * Weights as numpy reads them: {@code numpy.load("weights.npz")["fc1.weight"]}.
 *
 * <p>A zip with a file {@code <name>.npy} for each tensor: the magic number 0x93 "NUMPY", version 1.0, the header's length as a
 * 16-bit integer, a Python dictionary of type, order and shape, padded with spaces and a line feed to a multiple of 64 bytes, and
 * the values, little-endian float32, row-major.
 * Source: NEP 1, "A simple file format for NumPy arrays".
 */
public final class NpzExport {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private NpzExport() {}

    /** @param weights by name, in files' layout */
    public static byte[] write(Map<String, StoredTensor> weights) {
        StoredZip zip = new StoredZip();
        weights.forEach((name, tensor) -> zip.add(name + ".npy", npy(tensor)));
        return zip.toBytes();
    }

    private static byte[] npy(StoredTensor tensor) {
        byte[] header = header(tensor.shape());
        return new LittleEndian(
                        MAGIC.length + 2 + header.length + 4 * tensor.shape().elements())
                .bytes(MAGIC)
                .int16(header.length)
                .bytes(header)
                .values(tensor)
                .bytes();
    }

    private static byte[] header(Shape shape) {
        byte[] text = Utf8.encode("{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple(shape) + ", }");
        int before = MAGIC.length + 2;
        int padded = (before + text.length + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
        byte[] header = Arrays.copyOf(text, padded);
        Arrays.fill(header, text.length, padded, (byte) ' ');
        header[padded - 1] = '\n';
        return header;
    }

    /** As Python writes it: (), (10,), (10, 784). */
    private static String tuple(Shape shape) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < shape.rank(); i++) {
            text.append(i == 0 ? "" : " ").append(shape.size(i)).append(i == shape.rank() - 1 && i > 0 ? "" : ",");
        }
        return text.append(')').toString();
    }
}
