package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static feedforward.vector.Tiles.ROWS;
import static feedforward.vector.Tiles.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Packs what {@link Tiles} read: panels of {@link Tiles#WIDTH} columns of B, the last filled up with 0, and tiles of rows of A. */
final class Panels {
    private Panels() {}

    /** Rows of B that lie {@code stride} apart, as panels one after the other. */
    static void packRows(float[] b, int from, int stride, int rows, int width, float[] panels, int to) {
        int whole = width / WIDTH * WIDTH;
        if (whole < width) {
            Arrays.fill(panels, to + whole * rows, to + whole * rows + rows * WIDTH, 0f);
        }
        for (int p = 0; p < rows; p++) {
            int at = from + p * stride;
            copyVectors(b, at, whole, panels, to + p * WIDTH, rows * WIDTH);
            int last = to + whole * rows + p * WIDTH;
            for (int j = whole; j < width; j++) {
                panels[last + j - whole] = b[at + j];
            }
        }
    }

    /** The same from a transposed B, whose columns lie {@code stride} apart. */
    static void packColumns(float[] b, int from, int stride, int rows, int width, float[] panels, int to) {
        int whole = width / WIDTH * WIDTH;
        if (whole < width) {
            Arrays.fill(panels, to + whole * rows, to + whole * rows + rows * WIDTH, 0f);
        }
        int j = 0;
        for (; j + 4 <= width; j += 4) {
            packFourColumns(b, from + j * stride, stride, rows, panels, column(j, rows, to));
        }
        for (; j < width; j++) {
            packColumn(b, from + j * stride, rows, panels, column(j, rows, to));
        }
    }

    /** Columns of A that lie side by side, {@code step} from one p to the next, as tiles of four one after the other. */
    static void packTiles(float[] a, int from, int step, int length, int columns, float[] tiles) {
        for (int tile = 0; tile < columns / ROWS; tile++) {
            packTile(a, from + tile * ROWS, step, length, tiles, tile * ROWS * length);
        }
    }

    private static int column(int j, int rows, int to) {
        return to + j / WIDTH * WIDTH * rows + j % WIDTH;
    }

    private static void copyVectors(float[] b, int from, int width, float[] panels, int to, int step) {
        int at = to;
        for (int j = 0; j < width; j += WIDTH) {
            FloatVector.fromArray(SPECIES, b, from + j).intoArray(panels, at);
            FloatVector.fromArray(SPECIES, b, from + j + COUNT).intoArray(panels, at + COUNT);
            at += step;
        }
    }

    private static void packFourColumns(float[] b, int from, int stride, int rows, float[] panels, int to) {
        int column1 = from + stride;
        int column2 = from + 2 * stride;
        int column3 = from + 3 * stride;
        for (int p = 0; p < rows; p++) {
            panels[to + p * WIDTH] = b[from + p];
            panels[to + p * WIDTH + 1] = b[column1 + p];
            panels[to + p * WIDTH + 2] = b[column2 + p];
            panels[to + p * WIDTH + 3] = b[column3 + p];
        }
    }

    private static void packColumn(float[] b, int from, int rows, float[] panels, int to) {
        for (int p = 0; p < rows; p++) {
            panels[to + p * WIDTH] = b[from + p];
        }
    }

    private static void packTile(float[] a, int from, int step, int length, float[] tiles, int to) {
        int at = from;
        for (int p = 0; p < length; p++) {
            tiles[to + p * ROWS] = a[at];
            tiles[to + p * ROWS + 1] = a[at + 1];
            tiles[to + p * ROWS + 2] = a[at + 2];
            tiles[to + p * ROWS + 3] = a[at + 3];
            at += step;
        }
    }
}
