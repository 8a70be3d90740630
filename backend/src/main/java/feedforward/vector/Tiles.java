package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops of matrix products: a tile of C stays in registers, while c[r][j] = c[r][j] + a[r][p]·b[p][j] for
 * p = 0 … k−1 in this order, products rounded, then sums. Every loop is a method of its own without branches, since HotSpot
 * keeps vectors in registers only then (on Java 17 two nested loops are twenty times slower).
 *
 * <p>A is packed as {@link #ROWS} rows, a[r][p] = a[p·STEP + r], and B as a panel of {@link #WIDTH} columns,
 * b[p][j] = b[p·WIDTH + j]. Both start at 0 of an array of their own: an offset costs HotSpot registers and a tenth of the
 * speed. Five rows of two vectors each leave 6 of AVX2's 16 registers for a, b and products; with six rows HotSpot spills.
 */
final class Tiles {
    static final int ROWS = 5;
    /** From one p to the next in the packed rows. */
    static final int STEP = 8;

    static final int WIDTH = 2 * COUNT;
    /** The old values of a row of C that has none. */
    static final float[] NOTHING = new float[WIDTH];

    private Tiles() {}

    /**
     * The rows of C lie anywhere, each without gaps, from c0, c1, … on.
     *
     * @param old where C's old values are: row r from {@code from + r·stride} on; {@link #NOTHING} with stride 0 starts at 0
     */
    static void packed(
            float[] a,
            float[] b,
            int k,
            float[] old,
            int from,
            int stride,
            float[] c,
            int c0,
            int c1,
            int c2,
            int c3,
            int c4) {
        FloatVector sum0a = FloatVector.fromArray(SPECIES, old, from);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, old, from + COUNT);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, old, from + stride);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, old, from + stride + COUNT);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, old, from + 2 * stride);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, old, from + 2 * stride + COUNT);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, old, from + 3 * stride);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, old, from + 3 * stride + COUNT);
        FloatVector sum4a = FloatVector.fromArray(SPECIES, old, from + 4 * stride);
        FloatVector sum4b = FloatVector.fromArray(SPECIES, old, from + 4 * stride + COUNT);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, p * WIDTH + COUNT);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p * STEP]);
            sum0a = sum0a.add(x.mul(b0));
            sum0b = sum0b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[p * STEP + 1]);
            sum1a = sum1a.add(x.mul(b0));
            sum1b = sum1b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[p * STEP + 2]);
            sum2a = sum2a.add(x.mul(b0));
            sum2b = sum2b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[p * STEP + 3]);
            sum3a = sum3a.add(x.mul(b0));
            sum3b = sum3b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[p * STEP + 4]);
            sum4a = sum4a.add(x.mul(b0));
            sum4b = sum4b.add(x.mul(b1));
        }
        sum0a.intoArray(c, c0);
        sum0b.intoArray(c, c0 + COUNT);
        sum1a.intoArray(c, c1);
        sum1b.intoArray(c, c1 + COUNT);
        sum2a.intoArray(c, c2);
        sum2b.intoArray(c, c2 + COUNT);
        sum3a.intoArray(c, c3);
        sum3b.intoArray(c, c3 + COUNT);
        sum4a.intoArray(c, c4);
        sum4b.intoArray(c, c4 + COUNT);
    }

    /** One row of A, a[p] = a[from + p·step], and B as it lies, its rows {@code stride} apart, over 4·COUNT columns. */
    static void wide(float[] a, int from, int step, float[] b, int start, int stride, int k, float[] c, int to) {
        int at = from;
        int row = start;
        FloatVector sum0a = FloatVector.fromArray(SPECIES, c, to);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, c, to + COUNT);
        FloatVector sum0c = FloatVector.fromArray(SPECIES, c, to + 2 * COUNT);
        FloatVector sum0d = FloatVector.fromArray(SPECIES, c, to + 3 * COUNT);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + COUNT);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, row + 2 * COUNT);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, row + 3 * COUNT);
            FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
            sum0a = sum0a.add(x.mul(b0));
            sum0b = sum0b.add(x.mul(b1));
            sum0c = sum0c.add(x.mul(b2));
            sum0d = sum0d.add(x.mul(b3));
            at += step;
            row += stride;
        }
        sum0a.intoArray(c, to);
        sum0b.intoArray(c, to + COUNT);
        sum0c.intoArray(c, to + 2 * COUNT);
        sum0d.intoArray(c, to + 3 * COUNT);
    }

    /** The same over COUNT columns. */
    static void narrow(float[] a, int from, int step, float[] b, int start, int stride, int k, float[] c, int to) {
        int at = from;
        int row = start;
        FloatVector sum0a = FloatVector.fromArray(SPECIES, c, to);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
            FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
            sum0a = sum0a.add(x.mul(b0));
            at += step;
            row += stride;
        }
        sum0a.intoArray(c, to);
    }
}
