package feedforward.course;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.List;
import java.util.stream.IntStream;

/** Compares a formula for a gradient with central differences, on an example of each class, and says where it is wrong. */
public final class GradientReferee {
    private static final double TOLERANCE = 1e-6;
    private static final long SEED = 4;

    private GradientReferee() {}

    /** What the gradient is with respect to. */
    public enum Of {
        WEIGHTS(Shape.of(SoftmaxExample.INPUTS, SoftmaxExample.CLASSES)),
        BIASES(Shape.of(SoftmaxExample.CLASSES));

        private final Shape shape;

        Of(Shape shape) {
            this.shape = shape;
        }

        private Matrix slopes(SoftmaxExample example) {
            return this == WEIGHTS ? example.weightSlopes() : example.biasSlopes();
        }
    }

    /** One example's slopes, as the formula has them and as measured. */
    public record Comparison(SoftmaxExample example, Matrix formula, Matrix measured) {
        public boolean agrees(int index) {
            return Math.abs(formula.values()[index] - measured.values()[index]) <= TOLERANCE;
        }

        private boolean agrees() {
            return IntStream.range(0, measured.values().length).allMatch(this::agrees);
        }

        private boolean column(int c, double factor) {
            return IntStream.range(0, measured.values().length)
                    .filter(i -> i % SoftmaxExample.CLASSES == c)
                    .allMatch(i -> Math.abs(formula.values()[i] - factor * measured.values()[i]) <= TOLERANCE);
        }

        private boolean all(double factor) {
            return IntStream.range(0, SoftmaxExample.CLASSES).allMatch(c -> column(c, factor));
        }

        private boolean onlyTrueColumn() {
            return IntStream.range(0, SoftmaxExample.CLASSES).allMatch(c -> column(c, 1) == (c == example.label()));
        }
    }

    /**
     * What the referee says.
     *
     * @param comparisons for each class an example; empty where the formula has no value of the right shape
     */
    public record Verdict(boolean right, String reason, List<Comparison> comparisons) {
        public Verdict {
            comparisons = List.copyOf(comparisons);
        }

        private Verdict(String reason) {
            this(false, reason, List.of());
        }
    }

    /** The examples that the referee uses, of each class one. */
    public static List<SoftmaxExample> examples() {
        return IntStream.range(0, SoftmaxExample.CLASSES)
                .mapToObj(label -> SoftmaxExample.drawn(label, SEED))
                .toList();
    }

    public static Verdict judge(Formula formula, Of of) {
        if (!formula.complete()) {
            return new Verdict(
                    formula.pieces().isEmpty()
                            ? "There is nothing to check yet: put in a piece."
                            : "A place is still empty: " + formula.text() + ".");
        }
        List<Comparison> comparisons;
        try {
            Shape shape = formula.value(examples().get(0)).shape();
            if (!shape.equals(of.shape)) {
                return new Verdict(wrongShape(shape, of));
            }
            comparisons = examples().stream()
                    .map(example -> new Comparison(example, formula.value(example), of.slopes(example)))
                    .toList();
        } catch (ShapeException doesNotFit) {
            return new Verdict("This cannot be computed: " + doesNotFit.getMessage() + ".");
        }
        return comparisons.stream().allMatch(Comparison::agrees)
                ? new Verdict(true, "Every slope agrees with the measured one to six decimals.", comparisons)
                : new Verdict(false, reason(formula, of, comparisons), comparisons);
    }

    private static String wrongShape(Shape shape, Of of) {
        String is = "Your formula gives " + shape + ", but " + (of == Of.WEIGHTS ? "W" : "b") + " has " + of.shape
                + ", and needs a slope for each of its numbers. ";
        if (of == Of.BIASES) {
            return is + "b has one number a class; which vectors have that too?";
        }
        if (shape.rank() == 2) {
            boolean transposed = shape.equals(Shape.of(SoftmaxExample.CLASSES, SoftmaxExample.INPUTS));
            return is
                    + (transposed
                            ? "It is on its side: a row of W belongs to an input, a column to a class; so what has a"
                                    + " number for each input comes first."
                            : "One of the two vectors must have a number for each input, the other one for each class.");
        }
        return is + "Which operation makes a matrix of two vectors?";
    }

    private static String reason(Formula formula, Of of, List<Comparison> comparisons) {
        if (comparisons.stream().allMatch(each -> each.all(-1))) {
            return "Each slope has the right size and the wrong sign. This points downhill; the gradient points uphill, and"
                    + " the update W − η·gradient turns it round.";
        }
        if (comparisons.stream().allMatch(Comparison::onlyTrueColumn)) {
            return "Only the column of the true class is right; the others are not. The true class’s score is pushed up,"
                    + " but nothing pushes the wrong classes’ scores down, though each of them costs as well: they stand in"
                    + " the sum below the fraction of softmax.";
        }
        if (!formula.mentions(Piece.Y, Piece.P_MINUS_Y, Piece.Y_MINUS_P, Piece.Y_TIMES_ONE_MINUS_P)) {
            return "The label y is nowhere in it, so it asks for the same change whatever the picture shows."
                    + first(comparisons);
        }
        if (!formula.mentions(
                Piece.P,
                Piece.P_MINUS_Y,
                Piece.Y_MINUS_P,
                Piece.ONE_MINUS_P,
                Piece.Y_TIMES_ONE_MINUS_P,
                Piece.P_TIMES_ONE_MINUS_P)) {
            return "The prediction p is nowhere in it, so it goes on pushing when the answer is already right."
                    + first(comparisons);
        }
        if (of == Of.WEIGHTS && !formula.mentions(Piece.X, Piece.MINUS_X)) {
            return "The input x is nowhere in it, but a weight whose input is 0 can change nothing."
                    + first(comparisons);
        }
        return "The numbers are not the measured ones." + first(comparisons);
    }

    /** The first slope that is wrong, in words. */
    private static String first(List<Comparison> comparisons) {
        for (Comparison each : comparisons) {
            for (int i = 0; i < each.measured.values().length; i++) {
                if (!each.agrees(i)) {
                    boolean signs = each.formula.values()[i] * each.measured.values()[i] < 0;
                    return " Look at the marked numbers of the example of class " + (each.example.label() + 1) + ": "
                            + (signs ? "some even have the wrong sign." : "some are too large or too small.");
                }
            }
        }
        return "";
    }
}
