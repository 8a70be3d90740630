package feedforward.text;

/** Whole numbers as a person reads them in a message: 7850 becomes {@code 7,850}, whatever the locale. */
public final class Digits {
    private Digits() {}

    /** {@code number} in decimal, a comma before every third digit from the right. */
    public static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        int firstDigit = number < 0 ? 1 : 0;
        for (int comma = text.length() - 3; comma > firstDigit; comma -= 3) {
            text.insert(comma, ',');
        }
        return text.toString();
    }
}
