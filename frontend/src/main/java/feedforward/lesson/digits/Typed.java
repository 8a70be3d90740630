package feedforward.lesson.digits;

import java.util.OptionalDouble;

/** Numbers as students type them: with a comma for a point, grouped, with a per cent sign or a true minus. */
final class Typed {
    private Typed() {}

    /** Empty if it is no number. */
    static OptionalDouble number(String text) {
        String plain = text.replace("%", "").replace("−", "-").trim();
        try {
            return OptionalDouble.of(Double.parseDouble(plain.replace(',', '.')));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A whole number, 0 or more, grouped or not; −1 if it is none. */
    static int whole(String text) {
        try {
            return Math.max(
                    -1, Integer.parseInt(text.replace(",", "").replace(" ", "").trim()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
