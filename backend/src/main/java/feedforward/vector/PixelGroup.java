package feedforward.vector;

import feedforward.device.Convolution;
import feedforward.device.ImageSize;
import java.util.ArrayList;
import java.util.List;

/**
 * Pixels of one image that the same taps of the kernel reach, so that one sequence of products serves them all: those away
 * from the edges, those of an edge, those of a corner.
 *
 * @param targets where each pixel's channels start in the image written to
 * @param sources where each pixel's base lies in the image read from; it may lie outside
 * @param runs the products of each pixel, in order
 * @param places where the runs are short, how far each value that they go over lies behind the base; otherwise empty
 */
record PixelGroup(int[] targets, int[] sources, Run[] runs, int[] places) {
    /** Runs shorter than this are packed value by value: a loop for each would take longer. */
    private static final int SHORT_RUN = 8;

    private static final int[] NO_PLACES = {};

    /** The groups of a convolution's output, whose runs go over (v, c) within one row of the kernel. */
    static PixelGroup[] forward(Convolution convolution) {
        ImageSize in = convolution.in();
        ImageSize out = convolution.out();
        int kernel = convolution.kernel();
        return groups(
                Taps.forward(in.height(), out.height(), kernel, convolution.stride(), convolution.top()),
                Taps.forward(in.width(), out.width(), kernel, convolution.stride(), convolution.left()),
                in,
                out,
                kernel,
                true);
    }

    /** The groups of a convolution's input, whose runs go over o within one place of the kernel. */
    static PixelGroup[] backward(Convolution convolution) {
        ImageSize in = convolution.in();
        ImageSize out = convolution.out();
        int kernel = convolution.kernel();
        return groups(
                Taps.backward(in.height(), out.height(), kernel, convolution.stride(), convolution.top()),
                Taps.backward(in.width(), out.width(), kernel, convolution.stride(), convolution.left()),
                out,
                in,
                kernel,
                false);
    }

    private static PixelGroup[] groups(
            List<Taps> rows, List<Taps> columns, ImageSize read, ImageSize written, int kernel, boolean joined) {
        List<PixelGroup> groups = new ArrayList<>();
        for (Taps row : rows) {
            for (Taps column : columns) {
                int pixels = row.places().length * column.places().length;
                int[] targets = new int[pixels];
                int[] sources = new int[pixels];
                int pixel = 0;
                for (int h = 0; h < row.places().length; h++) {
                    for (int w = 0; w < column.places().length; w++) {
                        targets[pixel] = (row.places()[h] * written.width() + column.places()[w]) * written.channels();
                        sources[pixel++] = (row.bases()[h] * read.width() + column.bases()[w]) * read.channels();
                    }
                }
                Run[] runs = runs(row, column, read, kernel, joined);
                groups.add(new PixelGroup(targets, sources, runs, places(runs)));
            }
        }
        return groups.toArray(new PixelGroup[0]);
    }

    private static Run[] runs(Taps row, Taps column, ImageSize read, int kernel, boolean joined) {
        List<Run> runs = new ArrayList<>();
        int channels = read.channels();
        for (Taps.Tap u : row.taps()) {
            for (Taps.Tap v : column.taps()) {
                int distance = (u.distance() * read.width() + v.distance()) * channels;
                int tap = (u.place() * kernel + v.place()) * channels;
                Run last = runs.isEmpty() ? new Run(0, 0, 0) : runs.get(runs.size() - 1);
                if (joined && last.follows(distance, tap)) {
                    runs.set(runs.size() - 1, new Run(last.distance, last.row, last.length + channels));
                } else {
                    runs.add(new Run(distance, tap, channels));
                }
            }
        }
        return runs.toArray(new Run[0]);
    }

    /** Products of each pixel: those of all runs. */
    int summed() {
        return summed(runs);
    }

    private static int summed(Run[] runs) {
        int summed = 0;
        for (Run run : runs) {
            summed += run.length;
        }
        return summed;
    }

    private static int[] places(Run[] runs) {
        if (runs.length == 0 || runs[0].length >= SHORT_RUN) {
            return NO_PLACES;
        }
        int[] places = new int[summed(runs)];
        int p = 0;
        for (Run run : runs) {
            for (int i = 0; i < run.length; i++) {
                places[p++] = run.distance + i;
            }
        }
        return places;
    }

    /** {@code length} products of values that lie side by side, from a distance behind the base, with rows of the kernel's panel. */
    record Run(int distance, int row, int length) {
        boolean follows(int nextDistance, int nextRow) {
            return length > 0 && distance + length == nextDistance && row + length == nextRow;
        }
    }
}
