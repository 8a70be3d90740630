package feedforward.data;

import java.util.Arrays;

/**
 * One movement of the pen: its points in the order drawn, joined by straight segments.
 *
 * <p>Immutable. Units: the canvas's side is 1, x grows to the right, y downwards; a pen that is dragged off the canvas
 * gives coordinates outside [0, 1]. A stroke has at least one point: a tap.
 */
public final class Stroke {
    private final float[] xs;
    private final float[] ys;

    private Stroke(float[] xs, float[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** @throws IllegalArgumentException if a coordinate is not finite */
    public static Stroke at(float x, float y) {
        return new Stroke(new float[] {finite("x", x)}, new float[] {finite("y", y)});
    }

    /**
     * This stroke led on to (x, y); a point that repeats the last one changes nothing.
     *
     * @throws IllegalArgumentException if a coordinate is not finite
     */
    public Stroke to(float x, float y) {
        int last = xs.length - 1;
        if (xs[last] == x && ys[last] == y) {
            return this;
        }
        return new Stroke(append(xs, finite("x", x)), append(ys, finite("y", y)));
    }

    private static float[] append(float[] values, float value) {
        float[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return longer;
    }

    private static float finite(String axis, float value) {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("Stroke " + axis + ": expected a finite number but was " + value);
        }
        return value;
    }

    /** The number of points, ≥ 1. */
    public int size() {
        return xs.length;
    }

    public float x(int point) {
        return xs[point];
    }

    public float y(int point) {
        return ys[point];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stroke stroke && Arrays.equals(xs, stroke.xs) && Arrays.equals(ys, stroke.ys);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xs) + Arrays.hashCode(ys);
    }

    @Override
    public String toString() {
        return "Stroke[" + xs.length + " points]";
    }
}
