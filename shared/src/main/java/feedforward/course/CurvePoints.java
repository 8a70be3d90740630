package feedforward.course;

import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.data.PointExamples;
import feedforward.hash.Sha256;
import java.util.Arrays;

/**
 * The points (x, y) that a lesson's curve is fitted to: the course's 40, or what a student made of them. Immutable; their order
 * counts, since sums over the points follow it. What a student places has coordinates in whole thousandths.
 */
public final class CurvePoints {
    public static final int FEWEST = 2;
    public static final int MOST = 200;
    /** How far from 0 a coordinate may be, in thousandths. */
    public static final int FARTHEST = 1000;

    private static final CurvePoints COURSE = new CurvePoints(Curve.places(), Curve.noisyValues());

    private final float[] x;
    private final float[] y;

    private CurvePoints(float[] x, float[] y) {
        this.x = x;
        this.y = y;
    }

    /** The 40 of the course's first notebook. */
    public static CurvePoints ofTheCourse() {
        return COURSE;
    }

    /** @throws IllegalArgumentException if there are not 2 to 200 points, or not as many x as y */
    static CurvePoints of(float[] x, float[] y) {
        if (x.length != y.length || x.length < FEWEST || x.length > MOST) {
            throw new IllegalArgumentException("Points: expected " + FEWEST + " to " + MOST + " but were " + x.length);
        }
        return new CurvePoints(x.clone(), y.clone());
    }

    public int count() {
        return x.length;
    }

    public float x(int point) {
        return x[point];
    }

    public float y(int point) {
        return y[point];
    }

    /** These and one more at the end, at a place in thousandths. */
    CurvePoints with(int newX, int newY) {
        return of(Arrays.copyOf(x, count() + 1), Arrays.copyOf(y, count() + 1)).set(count(), newX, newY);
    }

    /** These with one of them elsewhere, at a place in thousandths. */
    CurvePoints moved(int point, int newX, int newY) {
        requirePoint(point);
        return of(x, y).set(point, newX, newY);
    }

    /** These but for one. */
    CurvePoints without(int point) {
        requirePoint(point);
        return of(less(x, point), less(y, point));
    }

    /** As a run learns and judges them; the course's own are {@link Curve#dataset}. */
    public Dataset dataset() {
        PointExamples points = new PointExamples(x, 1, y, 1);
        return equals(COURSE) ? Curve.dataset() : new Dataset("own curve", sha256(), points, points);
    }

    /** The cost Σ (f(x) − y)² / 2n of a model that says f(x[i]) = outputs[i], summed in double, in order. */
    public double cost(float[] outputs) {
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            double error = outputs[i] - y[i];
            sum += error * error;
        }
        return sum / (2 * count());
    }

    /** The places x. */
    public float[] places() {
        return x.clone();
    }

    /** The values y. */
    public float[] values() {
        return y.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurvePoints points && Arrays.equals(x, points.x) && Arrays.equals(y, points.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "CurvePoints[" + CurveText.of(this) + "]";
    }

    /** The nearest coordinate in whole thousandths within ±1. */
    public static int thousandths(double coordinate) {
        return (int) Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(coordinate * 1000)));
    }

    /** On one that nobody else has yet. */
    private CurvePoints set(int point, int newX, int newY) {
        x[point] = (float) (newX / 1000.0);
        y[point] = (float) (newY / 1000.0);
        return this;
    }

    private void requirePoint(int point) {
        if (point < 0 || point >= count()) {
            throw new IllegalArgumentException(
                    "Points: expected a point from 0 to " + (count() - 1) + " but was " + point);
        }
    }

    private static float[] less(float[] values, int index) {
        float[] rest = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }

    /** Of all x and then all y, as little-endian float32. */
    String sha256() {
        byte[] bytes = new byte[8 * count()];
        for (int i = 0; i < 2 * count(); i++) {
            int bits = Float.floatToRawIntBits(i < count() ? x[i] : y[i - count()]);
            for (int j = 0; j < 4; j++) {
                bytes[4 * i + j] = (byte) (bits >>> 8 * j);
            }
        }
        return Sha256.hexOf(bytes);
    }
}
