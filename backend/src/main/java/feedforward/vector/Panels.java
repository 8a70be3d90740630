package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static feedforward.vector.Tiles.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Packs rows of B into a panel from {@code to} on, as {@link Tiles} read them; what a narrow panel lacks becomes 0. */
final class Panels {
    private Panels() {}

    /** From B as it lies, its rows {@code stride} apart. */
    static void packRows(float[] b, int from, int stride, int rows, int width, float[] panel, int to) {
        if (width == WIDTH) {
            packWholeRows(b, from, stride, rows, panel, to);
            return;
        }
        Arrays.fill(panel, to, to + rows * WIDTH, 0f);
        for (int p = 0; p < rows; p++) {
            for (int j = 0; j < width; j++) {
                panel[to + p * WIDTH + j] = b[from + p * stride + j];
            }
        }
    }

    /** From a transposed B, whose columns lie {@code stride} apart. */
    static void packColumns(float[] b, int from, int stride, int rows, int width, float[] panel, int to) {
        if (width < WIDTH) {
            Arrays.fill(panel, to, to + rows * WIDTH, 0f);
        }
        for (int j = 0; j < width; j++) {
            packColumn(b, from + j * stride, rows, panel, to + j);
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

    private static void packColumn(float[] b, int from, int rows, float[] panel, int to) {
        for (int p = 0; p < rows; p++) {
            panel[to + p * WIDTH] = b[from + p];
        }
    }
}
