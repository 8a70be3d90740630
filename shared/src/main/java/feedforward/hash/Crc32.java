package feedforward.hash;

/**
 * The checksum of zip files: the remainder of the bytes, read as a polynomial over GF(2) with the lowest bit first, divided by
 * x³² + x²⁶ + x²³ + x²² + x¹⁶ + x¹² + x¹¹ + x¹⁰ + x⁸ + x⁷ + x⁵ + x⁴ + x² + x + 1; begun with all ones, and inverted.
 * Source: ITU-T V.42, section 8.1.1.6.2; PKWARE's APPNOTE.TXT, section 4.4.7.
 */
public final class Crc32 {
    /** The polynomial less x³², lowest power in the highest bit. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private static final int[] REMAINDERS = remainders();

    private Crc32() {}

    /** Of all of {@code bytes}; its 32 bits as a signed number. */
    public static int of(byte[] bytes) {
        int remainder = -1;
        for (byte next : bytes) {
            remainder = remainder >>> 8 ^ REMAINDERS[(remainder ^ next) & 0xFF];
        }
        return ~remainder;
    }

    /** Of each single byte. */
    private static int[] remainders() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int remainder = i;
            for (int bit = 0; bit < 8; bit++) {
                remainder = remainder >>> 1 ^ ((remainder & 1) == 0 ? 0 : POLYNOMIAL);
            }
            table[i] = remainder;
        }
        return table;
    }
}
