package feedforward.course;

import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A formula as the pieces in the order in which they were put in: an operation, then what fills its places, each whole before the
 * next. So a new piece goes into the first empty place.
 */
public record Formula(List<Piece> pieces) {
    public static final Formula EMPTY = new Formula(List.of());
    /** What a formula of the course never needs. */
    public static final int MOST_PIECES = 12;

    /** What the notebook computes: outer(−x, y·(1 − p)). */
    public static final Formula NOTEBOOK = new Formula(List.of(Piece.OUTER, Piece.MINUS_X, Piece.Y_TIMES_ONE_MINUS_P));

    private static final char BETWEEN = '.';
    private static final String EMPTY_PLACE = "□";

    /** @throws IllegalArgumentException if there are more than 12 pieces, or one that finds no empty place */
    public Formula {
        pieces = List.copyOf(pieces);
        if (pieces.size() > MOST_PIECES) {
            throw new IllegalArgumentException(
                    "Formula: expected at most " + MOST_PIECES + " pieces but was " + pieces.size());
        }
        int empty = 1;
        for (Piece piece : pieces) {
            if (empty == 0) {
                throw new IllegalArgumentException("Formula: expected an empty place for " + piece.symbol()
                        + " but there is none; take a piece out first");
            }
            empty += piece.places() - 1;
        }
    }

    /** The formula of a link, such as {@code outer.x.p-y}; none where it is malformed. */
    public static Optional<Formula> parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (String id : text.isEmpty() ? List.<String>of() : Parts.of(text, BETWEEN)) {
            Optional<Piece> piece = Piece.named(id);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(piece.get());
        }
        try {
            return Optional.of(new Formula(pieces));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** As links hold it. */
    public String id() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(text.isEmpty() ? "" : String.valueOf(BETWEEN)).append(piece.id());
        }
        return text.toString();
    }

    /** How many places are empty. */
    public int empty() {
        int empty = 1;
        for (Piece piece : pieces) {
            empty += piece.places() - 1;
        }
        return empty;
    }

    public boolean complete() {
        return empty() == 0;
    }

    public boolean takes() {
        return !complete() && pieces.size() < MOST_PIECES;
    }

    public Formula with(Piece piece) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(piece);
        return new Formula(more);
    }

    /** Without the piece put in last. */
    public Formula withoutLast() {
        return pieces.isEmpty() ? this : new Formula(pieces.subList(0, pieces.size() - 1));
    }

    boolean mentions(Piece... any) {
        return pieces.stream().anyMatch(List.of(any)::contains);
    }

    /** As one reads it, empty places as □. */
    public String text() {
        return new Reader().text();
    }

    /**
     * What it comes to for one example.
     *
     * @throws feedforward.tensor.ShapeException if two parts do not fit each other
     * @throws IllegalStateException if a place is empty
     */
    Matrix value(SoftmaxExample example) {
        if (!complete()) {
            throw new IllegalStateException("Formula: expected a complete one but was " + text());
        }
        return new Reader().value(example);
    }

    /** Goes through the pieces once. Mutable. */
    private final class Reader {
        private int next;

        String text() {
            if (next == pieces.size()) {
                return EMPTY_PLACE;
            }
            Piece piece = pieces.get(next++);
            return switch (piece) {
                case OUTER -> "outer(" + text() + ", " + text() + ")";
                case TIMES -> "(" + text() + ") · (" + text() + ")";
                case NEGATIVE -> "−(" + text() + ")";
                default -> piece.symbol();
            };
        }

        Matrix value(SoftmaxExample example) {
            Piece piece = pieces.get(next++);
            return switch (piece) {
                case OUTER -> value(example).outer(value(example));
                case TIMES -> value(example).times(value(example));
                case NEGATIVE -> value(example).times(-1);
                default -> example.vector(piece);
            };
        }
    }
}
