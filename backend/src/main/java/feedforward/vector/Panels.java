package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static feedforward.vector.Tiles.ROWS;
import static feedforward.vector.Tiles.STEP;
import static feedforward.vector.Tiles.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Packs what {@link Tiles} read: panels of {@link Tiles#WIDTH} columns of B, filled up with 0, and tiles of rows of A. */
final class Panels {
    /** Values read where the rows of a tile lie side by side: whole vectors. */
    private static final int REACH = (ROWS + COUNT - 1) / COUNT * COUNT;

    private Panels() {}

    /** How many panels so many columns of B fill. */
    static int count(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    /** What an array for a tile of A must hold: whole vectors are stored at each p. */
    static int tileLength(int k) {
        return k * STEP + REACH;
    }

    /** Rows of B that lie {@code stride} apart: {@code width} columns of them, from the panel's row {@code to} on. */
    static void packRows(float[] b, int from, int stride, int rows, int width, float[] panel, int to) {
        if (width == WIDTH) {
            packWholeRows(b, from, stride, rows, panel, to * WIDTH);
            return;
        }
        Arrays.fill(panel, to * WIDTH, (to + rows) * WIDTH, 0f);
        for (int p = 0; p < rows; p++) {
            copy(b, from + p * stride, width, panel, (to + p) * WIDTH);
        }
    }

    /** The same from a transposed B, whose columns lie {@code stride} apart. */
    static void packColumns(float[] b, int from, int stride, int rows, int width, float[] panel, int to) {
        if (width < WIDTH) {
            Arrays.fill(panel, to * WIDTH, (to + rows) * WIDTH, 0f);
        }
        int j = 0;
        for (; j + 4 <= width; j += 4) {
            packFourColumns(b, from + j * stride, stride, rows, panel, to * WIDTH + j);
        }
        for (; j < width; j++) {
            spread(b, from + j * stride, rows, panel, to * WIDTH + j, WIDTH);
        }
    }

    /** {@code count} values of a row of A that lie side by side, as the tile's row r from p on. */
    static void packRow(float[] a, int from, int count, float[] tile, int r, int p) {
        spread(a, from, count, tile, p * STEP + r, STEP);
    }

    /** A row of A's values, each at its place behind {@code from}, as the tile's row r. */
    static void packPlaces(float[] a, int from, int[] places, int count, float[] tile, int r) {
        for (int p = 0; p < count; p++) {
            tile[p * STEP + r] = a[from + places[p]];
        }
    }

    /** Columns of A that lie side by side, {@code step} from one p to the next. */
    static void packTile(float[] a, int from, int step, int k, int rows, float[] tile) {
        int whole = Math.max(0, Math.min(k, Math.floorDiv(a.length - from - REACH, step) + 1));
        packWholeTile(a, from, step, whole, tile);
        for (int p = whole; p < k; p++) {
            System.arraycopy(a, from + p * step, tile, p * STEP, rows);
        }
    }

    /** The same, each p's values at its place behind {@code from}; the places ascend. */
    static void packTileOfPlaces(float[] a, int from, int[] places, int count, int rows, float[] tile) {
        if (count > 0 && from + places[count - 1] + REACH <= a.length) {
            packWholePlaces(a, from, places, count, tile);
            return;
        }
        for (int p = 0; p < count; p++) {
            System.arraycopy(a, from + places[p], tile, p * STEP, rows);
        }
    }

    /** {@code width} values that lie side by side. */
    static void copy(float[] x, int from, int width, float[] y, int to) {
        int j = 0;
        for (; j + COUNT <= width; j += COUNT) {
            FloatVector.fromArray(SPECIES, x, from + j).intoArray(y, to + j);
        }
        for (; j < width; j++) {
            y[to + j] = x[from + j];
        }
    }

    private static void packWholeRows(float[] b, int from, int stride, int rows, float[] panel, int to) {
        int at = from;
        for (int p = 0; p < rows; p++) {
            FloatVector.fromArray(SPECIES, b, at).intoArray(panel, to + p * WIDTH);
            FloatVector.fromArray(SPECIES, b, at + COUNT).intoArray(panel, to + p * WIDTH + COUNT);
            at += stride;
        }
    }

    private static void packFourColumns(float[] b, int from, int stride, int rows, float[] panel, int to) {
        int column1 = from + stride;
        int column2 = from + 2 * stride;
        int column3 = from + 3 * stride;
        for (int p = 0; p < rows; p++) {
            panel[to + p * WIDTH] = b[from + p];
            panel[to + p * WIDTH + 1] = b[column1 + p];
            panel[to + p * WIDTH + 2] = b[column2 + p];
            panel[to + p * WIDTH + 3] = b[column3 + p];
        }
    }

    private static void spread(float[] x, int from, int count, float[] y, int to, int step) {
        for (int p = 0; p < count; p++) {
            y[to + p * step] = x[from + p];
        }
    }

    /** Each store goes over the rows that are wanted; the next one puts right what it writes behind them. */
    private static void packWholeTile(float[] a, int from, int step, int k, float[] tile) {
        int at = from;
        for (int p = 0; p < k; p++) {
            copyRows(a, at, tile, p * STEP);
            at += step;
        }
    }

    private static void packWholePlaces(float[] a, int from, int[] places, int count, float[] tile) {
        for (int p = 0; p < count; p++) {
            copyRows(a, from + places[p], tile, p * STEP);
        }
    }

    /** {@link #REACH} values: one vector, where it has room for them; HotSpot knows the conditions' outcome. */
    private static void copyRows(float[] a, int from, float[] tile, int to) {
        FloatVector.fromArray(SPECIES, a, from).intoArray(tile, to);
        if (COUNT < ROWS) {
            FloatVector.fromArray(SPECIES, a, from + COUNT).intoArray(tile, to + COUNT);
        }
        if (2 * COUNT < ROWS) {
            FloatVector.fromArray(SPECIES, a, from + 2 * COUNT).intoArray(tile, to + 2 * COUNT);
        }
    }
}
