package feedforward.vector;

import feedforward.device.HeapBuffer;
import feedforward.device.Transpose;

/** Two axes swapped, in blocks that fit the cache, so that neither reading nor writing leaves a line before its time. */
final class Transposition {
    private static final int BLOCK = 16;

    private Transposition() {}

    /** The rows first … last−1 of each outer index. */
    static void run(Transpose sizes, int first, int last, HeapBuffer x, HeapBuffer y) {
        for (int o = 0; o < sizes.outer(); o++) {
            int start = o * sizes.rows() * sizes.columns() * sizes.inner();
            for (int r = first; r < last; r += BLOCK) {
                for (int c = 0; c < sizes.columns(); c += BLOCK) {
                    int lastRow = Math.min(last, r + BLOCK);
                    int lastColumn = Math.min(sizes.columns(), c + BLOCK);
                    if (sizes.inner() == 1) {
                        swap(
                                sizes,
                                r,
                                lastRow,
                                c,
                                lastColumn,
                                x.array(),
                                x.offset() + start,
                                y.array(),
                                y.offset() + start);
                    } else {
                        move(
                                sizes,
                                r,
                                lastRow,
                                c,
                                lastColumn,
                                x.array(),
                                x.offset() + start,
                                y.array(),
                                y.offset() + start);
                    }
                }
            }
        }
    }

    private static void swap(
            Transpose sizes, int row, int lastRow, int column, int lastColumn, float[] x, int from, float[] y, int to) {
        int rows = sizes.rows();
        for (int r = row; r < lastRow; r++) {
            int line = from + r * sizes.columns();
            for (int c = column; c < lastColumn; c++) {
                y[to + c * rows + r] = x[line + c];
            }
        }
    }

    private static void move(
            Transpose sizes, int row, int lastRow, int column, int lastColumn, float[] x, int from, float[] y, int to) {
        int inner = sizes.inner();
        for (int r = row; r < lastRow; r++) {
            for (int c = column; c < lastColumn; c++) {
                System.arraycopy(
                        x, from + (r * sizes.columns() + c) * inner, y, to + (c * sizes.rows() + r) * inner, inner);
            }
        }
    }
}
