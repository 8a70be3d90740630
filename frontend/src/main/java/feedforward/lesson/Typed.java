package feedforward.lesson;

import java.util.Optional;

/** Numbers as students type them: with a comma for a point or, where there is a point, between thousands; with a per cent sign or a true minus. */
public final class Typed {
    private Typed() {}

    /** A finite number; empty if it is none. */
    public static Optional<Double> number(String text) {
        String signs = text.replace("%", "").replace("−", "-").trim();
        String plain = signs.indexOf('.') >= 0 ? signs.replace(",", "") : signs.replace(',', '.');
        try {
            return Optional.of(Double.parseDouble(plain)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * What to say of a text that is no number.
     *
     * @param field as the page names it
     * @param usual a number such as could stand there
     */
    public static String noNumber(String field, String text, String usual) {
        return field + ": expected a number such as " + usual + ", but was “" + text.trim() + "”.";
    }

    /** A float above 0, up to 10, as learning rates are; empty if it is none, also because no float is that small. */
    public static Optional<Float> learningRate(String text) {
        return number(text).map(Double::floatValue).filter(rate -> rate > 0 && rate <= 10);
    }

    /**
     * What to say of a text that is no learning rate.
     *
     * @param usual a rate such as the lesson begins with
     */
    public static String noLearningRate(String text, String usual) {
        return noLearningRate(text, usual, "above 0, up to 10");
    }

    /**
     * The same where a lesson takes other rates than {@link #learningRate}.
     *
     * @param limits such as "from 0.01 to 1"
     */
    public static String noLearningRate(String text, String usual, String limits) {
        return "Learning rate: expected a number " + limits + ", such as " + usual + ", but was “" + text.trim() + "”.";
    }

    /** A whole number, 0 or more, its thousands grouped or not; −1 if it is none. */
    public static int whole(String text) {
        return whole(text, 0, Integer.MAX_VALUE).map(Long::intValue).orElse(-1);
    }

    /** A whole number from the least to the most, its thousands grouped or not; empty if it is none. */
    static Optional<Long> whole(String text, long least, long most) {
        try {
            return Optional.of(Long.parseLong(
                            text.replace(",", "").replace(" ", "").trim()))
                    .filter(number -> number >= least && number <= most);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
