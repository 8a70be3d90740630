package feedforward.text;

/** Bit patterns as messages show them: {@code 0x00000803}. */
public final class Hex {
    private Hex() {}

    /** The low {@code digits} hexadecimal digits of {@code bits}, at most 8, after "0x". */
    public static String of(int bits, int digits) {
        StringBuilder text = new StringBuilder("0x");
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            text.append(Character.forDigit(bits >>> shift & 0xF, 16));
        }
        return text.toString();
    }
}
