package feedforward;

import java.util.function.DoubleSupplier;

/**
 * Compares a gradient with central differences of a loss in double precision: for each value v,
 * g ≈ (loss(v + ε) − loss(v − ε)) / 2ε with ε = 10⁻⁶, within 10⁻⁵ + 10⁻³·|g|.
 */
public final class GradientCheck {
    private static final double EPSILON = 1e-6;
    private static final double ABSOLUTE = 1e-5;
    private static final double RELATIVE = 1e-3;

    private GradientCheck() {}

    /**
     * @param gradient what is checked
     * @param values what the gradient is with respect to; moved and put back
     * @param loss a function of the values
     */
    public static void assertMatches(String what, float[] gradient, double[] values, DoubleSupplier loss) {
        if (gradient.length != values.length) {
            throw new AssertionError(what + ": expected " + values.length + " slopes but was " + gradient.length);
        }
        for (int i = 0; i < values.length; i++) {
            double slope = slope(values, i, loss);
            if (!(Math.abs(gradient[i] - slope) <= ABSOLUTE + RELATIVE * Math.abs(slope))) {
                throw new AssertionError(what + "[" + i + "]: expected " + slope + " but was " + gradient[i]);
            }
        }
    }

    private static double slope(double[] values, int i, DoubleSupplier loss) {
        double value = values[i];
        values[i] = value + EPSILON;
        double above = loss.getAsDouble();
        values[i] = value - EPSILON;
        double below = loss.getAsDouble();
        values[i] = value;
        return (above - below) / (2 * EPSILON);
    }
}
