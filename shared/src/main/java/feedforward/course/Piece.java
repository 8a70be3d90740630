package feedforward.course;

import java.util.Optional;

/** A piece that formulas for the gradient of softmax regression are made of: a vector, or an operation with empty places. */
public enum Piece {
    X("x", "x", 0),
    MINUS_X("-x", "−x", 0),
    Y("y", "y", 0),
    P("p", "p", 0),
    P_MINUS_Y("p-y", "p − y", 0),
    Y_MINUS_P("y-p", "y − p", 0),
    ONE_MINUS_P("1-p", "1 − p", 0),
    Y_TIMES_ONE_MINUS_P("y(1-p)", "y·(1 − p)", 0),
    P_TIMES_ONE_MINUS_P("p(1-p)", "p·(1 − p)", 0),
    /** All products of an element of the first vector with one of the second: a matrix. */
    OUTER("outer", "outer", 2),
    /** Element by element. */
    TIMES("times", "·", 2),
    NEGATIVE("minus", "−", 1);

    private final String id;
    private final String symbol;
    private final int places;

    Piece(String id, String symbol, int places) {
        this.id = id;
        this.symbol = symbol;
        this.places = places;
    }

    /** The name in links. */
    public String id() {
        return id;
    }

    /** As formulas write it, without its places. */
    public String symbol() {
        return symbol;
    }

    /** How many pieces it takes in. */
    public int places() {
        return places;
    }

    static Optional<Piece> named(String id) {
        for (Piece piece : values()) {
            if (piece.id.equals(id)) {
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }
}
