package feedforward.lesson.network;

import feedforward.course.TwoLayers;

/** A letter of the equations H = f(X·W₁ + b₁), Y = H·W₂ + b₂. */
enum NetworkTerm {
    X("x", "X"),
    W1("w1", "W₁"),
    B1("b1", "b₁"),
    H("h", "H"),
    W2("w2", "W₂"),
    B2("b2", "b₂"),
    Y("y", "Y");

    private final String id;
    private final String letter;

    NetworkTerm(String id, String letter) {
        this.id = id;
        this.letter = letter;
    }

    /** In links and roles. */
    String id() {
        return id;
    }

    String letter() {
        return letter;
    }

    /** The layer, from 0, that has this weight, bias or result; 0 for X. */
    int layer() {
        return switch (this) {
            case X, W1, B1, H -> 0;
            case W2, B2, Y -> 1;
        };
    }

    /** Such as "[4, 3]". */
    String shape(TwoLayers net) {
        return switch (this) {
            case X -> "[" + net.examples() + ", " + net.inputs() + "]";
            case W1 -> "[" + net.inputs() + ", " + net.hidden() + "]";
            case B1 -> "[" + net.hidden() + "]";
            case H -> "[" + net.examples() + ", " + net.hidden() + "]";
            case W2 -> "[" + net.hidden() + ", " + net.outputs() + "]";
            case B2 -> "[" + net.outputs() + "]";
            case Y -> "[" + net.examples() + ", " + net.outputs() + "]";
        };
    }

    /** What the letter stands for, in a sentence. */
    String words(TwoLayers net) {
        String start = letter + " " + shape(net) + ": ";
        return start
                + switch (this) {
                    case X ->
                        "one row for each of " + net.examples() + " examples, one column for each of " + net.inputs()
                                + " inputs.";
                    case W1 -> net.inputs() * net.hidden() + " weights. Row i, column j is the line from xᵢ to hⱼ.";
                    case B1 -> "one bias for each hidden unit, added to every row of X·W₁.";
                    case H -> "one row for each example, one column for each hidden unit.";
                    case W2 -> net.hidden() * net.outputs() + " weights. Row i, column j is the line from hᵢ to yⱼ.";
                    case B2 -> "one bias for each output, added to every row of H·W₂.";
                    case Y -> "one row for each example, one column for each output.";
                };
    }
}
