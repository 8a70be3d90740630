package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops of matrix products: a tile of C stays in registers, while c[r][j] = c[r][j] + a[r][p]·b[p][j] for
 * p = 0 … k−1 in this order, products rounded, then sums. Every loop is a method of its own without branches, since HotSpot
 * keeps vectors in registers only then (on Java 17 two nested loops are twenty times slower). Four rows of two vectors
 * each are what AVX2's 16 registers hold; six rows spill.
 *
 * <p>A packed panel of B holds {@link #WIDTH} columns: b[p][j] = b[panel + p·WIDTH + j].
 */
final class Tiles {
    static final int ROWS = 4;
    static final int WIDTH = 2 * COUNT;

    private Tiles() {}

    /**
     * Four rows of A that lie anywhere, each without gaps: a[r][p] = a[rowr + p].
     */
    static void rows(
            float[] a,
            int row0,
            int row1,
            int row2,
            int row3,
            float[] b,
            int panel,
            int k,
            float[] c,
            int c0,
            int c1,
            int c2,
            int c3) {
        FloatVector sum0a = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, c, c0 + COUNT);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, c, c1 + COUNT);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, c, c2 + COUNT);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, c, c3 + COUNT);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH + COUNT);
            FloatVector x = FloatVector.broadcast(SPECIES, a[row0 + p]);
            sum0a = sum0a.add(x.mul(b0));
            sum0b = sum0b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[row1 + p]);
            sum1a = sum1a.add(x.mul(b0));
            sum1b = sum1b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[row2 + p]);
            sum2a = sum2a.add(x.mul(b0));
            sum2b = sum2b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[row3 + p]);
            sum3a = sum3a.add(x.mul(b0));
            sum3b = sum3b.add(x.mul(b1));
        }
        sum0a.intoArray(c, c0);
        sum0b.intoArray(c, c0 + COUNT);
        sum1a.intoArray(c, c1);
        sum1b.intoArray(c, c1 + COUNT);
        sum2a.intoArray(c, c2);
        sum2b.intoArray(c, c2 + COUNT);
        sum3a.intoArray(c, c3);
        sum3b.intoArray(c, c3 + COUNT);
    }

    /**
     * Four rows of A, packed: a[r][p] = a[from + r + 4·p].
     */
    static void packed(float[] a, int from, float[] b, int panel, int k, float[] c, int c0, int c1, int c2, int c3) {
        FloatVector sum0a = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, c, c0 + COUNT);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, c, c1 + COUNT);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, c, c2 + COUNT);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, c, c3 + COUNT);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH + COUNT);
            FloatVector x = FloatVector.broadcast(SPECIES, a[from + p * ROWS]);
            sum0a = sum0a.add(x.mul(b0));
            sum0b = sum0b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[from + p * ROWS + 1]);
            sum1a = sum1a.add(x.mul(b0));
            sum1b = sum1b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[from + p * ROWS + 2]);
            sum2a = sum2a.add(x.mul(b0));
            sum2b = sum2b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[from + p * ROWS + 3]);
            sum3a = sum3a.add(x.mul(b0));
            sum3b = sum3b.add(x.mul(b1));
        }
        sum0a.intoArray(c, c0);
        sum0b.intoArray(c, c0 + COUNT);
        sum1a.intoArray(c, c1);
        sum1b.intoArray(c, c1 + COUNT);
        sum2a.intoArray(c, c2);
        sum2b.intoArray(c, c2 + COUNT);
        sum3a.intoArray(c, c3);
        sum3b.intoArray(c, c3 + COUNT);
    }

    /**
     * One row of A: a[p] = a[from + p·step].
     */
    static void row(float[] a, int from, int step, float[] b, int panel, int k, float[] c, int to) {
        int at = from;
        FloatVector sum0a = FloatVector.fromArray(SPECIES, c, to);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, c, to + COUNT);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH + COUNT);
            FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
            sum0a = sum0a.add(x.mul(b0));
            sum0b = sum0b.add(x.mul(b1));
            at += step;
        }
        sum0a.intoArray(c, to);
        sum0b.intoArray(c, to + COUNT);
    }

    /**
     * One row of A as above with B as it lies, its rows {@code stride} apart, over 4·COUNT columns.
     */
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

    /**
     * The same over COUNT columns.
     */
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

    /** Four rows of A that lie side by side, the columns anywhere: a[r][p] = a[from + r + places[p]]. */
    static void gathered(
            float[] a, int from, int[] places, float[] b, int panel, int k, float[] c, int c0, int c1, int c2, int c3) {
        FloatVector sum0a = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, c, c0 + COUNT);
        FloatVector sum1a = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector sum1b = FloatVector.fromArray(SPECIES, c, c1 + COUNT);
        FloatVector sum2a = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector sum2b = FloatVector.fromArray(SPECIES, c, c2 + COUNT);
        FloatVector sum3a = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector sum3b = FloatVector.fromArray(SPECIES, c, c3 + COUNT);
        for (int p = 0; p < k; p++) {
            int at = from + places[p];
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH + COUNT);
            FloatVector x = FloatVector.broadcast(SPECIES, a[at]);
            sum0a = sum0a.add(x.mul(b0));
            sum0b = sum0b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[at + 1]);
            sum1a = sum1a.add(x.mul(b0));
            sum1b = sum1b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[at + 2]);
            sum2a = sum2a.add(x.mul(b0));
            sum2b = sum2b.add(x.mul(b1));
            x = FloatVector.broadcast(SPECIES, a[at + 3]);
            sum3a = sum3a.add(x.mul(b0));
            sum3b = sum3b.add(x.mul(b1));
        }
        sum0a.intoArray(c, c0);
        sum0b.intoArray(c, c0 + COUNT);
        sum1a.intoArray(c, c1);
        sum1b.intoArray(c, c1 + COUNT);
        sum2a.intoArray(c, c2);
        sum2b.intoArray(c, c2 + COUNT);
        sum3a.intoArray(c, c3);
        sum3b.intoArray(c, c3 + COUNT);
    }

    /** One row of A, as above. */
    static void gatheredRow(float[] a, int from, int[] places, float[] b, int panel, int k, float[] c, int to) {
        FloatVector sum0a = FloatVector.fromArray(SPECIES, c, to);
        FloatVector sum0b = FloatVector.fromArray(SPECIES, c, to + COUNT);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, panel + p * WIDTH + COUNT);
            FloatVector x = FloatVector.broadcast(SPECIES, a[from + places[p]]);
            sum0a = sum0a.add(x.mul(b0));
            sum0b = sum0b.add(x.mul(b1));
        }
        sum0a.intoArray(c, to);
        sum0b.intoArray(c, to + COUNT);
    }
}
