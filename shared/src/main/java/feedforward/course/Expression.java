package feedforward.course;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A formula together with the values of its symbols, so that it can be written both ways: x₁·w₁₁ and 0.5·0.3. */
public record Expression(List<Part> parts) {
    private static final String OPENING = "(";

    public Expression {
        parts = List.copyOf(parts);
    }

    /** A piece of a formula. */
    public sealed interface Part {}

    /** What is written alike both ways: +, ·, a bracket, the name of a function. */
    public record Sign(String text) implements Part {}

    /** A symbol and what it stands for. */
    public record Quantity(String symbol, double value) implements Part {}

    /** An expression of these pieces: texts are signs. */
    public static Expression of(Object... pieces) {
        List<Part> parts = new ArrayList<>();
        for (Object piece : pieces) {
            parts.add(piece instanceof Part part ? part : new Sign(piece.toString()));
        }
        return new Expression(parts);
    }

    public Expression and(Object... pieces) {
        List<Part> longer = new ArrayList<>(parts);
        longer.addAll(of(pieces).parts);
        return new Expression(longer);
    }

    /** With symbols. */
    public String symbols() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part instanceof Quantity quantity ? quantity.symbol() : ((Sign) part).text());
        }
        return text.toString();
    }

    /** With values; a negative one is bracketed, unless it stands first or just behind a bracket. */
    public String numbers(DoubleFunction<String> format) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Quantity quantity) {
                boolean bare = quantity.value() >= 0
                        || text.isEmpty()
                        || text.toString().endsWith(OPENING);
                String number = format.apply(quantity.value());
                text.append(bare ? number : OPENING + number + ")");
            } else {
                text.append(((Sign) part).text());
            }
        }
        return text.toString();
    }
}
