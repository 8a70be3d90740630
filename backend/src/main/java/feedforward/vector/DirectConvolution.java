package feedforward.vector;

import static feedforward.vector.Tiles.WIDTH;

import feedforward.device.Convolution;
import feedforward.device.HeapBuffer;
import feedforward.device.ImageSize;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Convolution, and its gradient with respect to the input, without an unrolled copy of the images: tiles of four pixels by
 * {@link Tiles#WIDTH} channels read the image where it lies, run by run of {@link PixelGroup}. Mutable: keeps the sizes
 * it has met and the job at hand.
 */
final class DirectConvolution {
    /** Runs shorter than this are copied together first: loading and storing the tile would take longer than the products. */
    private static final int SHORT_RUN = 16;

    private static final ImageSize NONE = new ImageSize(0, 0, 0);

    private final Team team;
    private final boolean backward;
    private final Map<Convolution, List<PixelGroup>> known = new HashMap<>();
    private final float[][] panels;
    private final float[][] tiles;
    private final Team.Job job = this::work;

    private Convolution sizes = new Convolution(0, NONE, NONE, 0, 1, 0, 0);
    private List<PixelGroup> groups = List.of();
    private HeapBuffer source = HeapBuffer.zeros(0);
    private HeapBuffer kernel = HeapBuffer.zeros(0);
    private HeapBuffer target = HeapBuffer.zeros(0);
    private int parts;
    private boolean splitsImages;

    /** @param backward whether it runs from dY to dX, or else from x to y */
    DirectConvolution(Team team, boolean backward) {
        this.team = team;
        this.backward = backward;
        panels = new float[team.threads()][0];
        tiles = new float[team.threads()][0];
    }

    void run(Convolution convolution, HeapBuffer from, HeapBuffer weights, HeapBuffer to) {
        sizes = convolution;
        source = from;
        kernel = weights;
        target = to;
        groups = known.computeIfAbsent(
                alike(convolution), key -> backward ? PixelGroup.backward(key) : PixelGroup.forward(key));
        long operations = (long) convolution.batch()
                * convolution.taps()
                * convolution.out().elements();
        int wanted = team.parts(operations, Integer.MAX_VALUE);
        splitsImages = convolution.batch() >= wanted;
        parts = Math.max(1, Math.min(wanted, splitsImages ? convolution.batch() : (written() + WIDTH - 1) / WIDTH));
        team.run(parts, job);
    }

    private static Convolution alike(Convolution c) {
        return new Convolution(1, c.in(), c.out(), c.kernel(), c.stride(), c.top(), c.left());
    }

    /** Channels read, and channels written. */
    private int read() {
        return backward ? sizes.out().channels() : sizes.in().channels();
    }

    private int written() {
        return backward ? sizes.in().channels() : sizes.out().channels();
    }

    private void work(int part) {
        int firstImage = splitsImages ? Parts.start(part, parts, sizes.batch(), 1) : 0;
        int lastImage = splitsImages ? Parts.start(part + 1, parts, sizes.batch(), 1) : sizes.batch();
        int first = splitsImages ? 0 : Parts.start(part, parts, written(), WIDTH);
        int last = splitsImages ? written() : Parts.start(part + 1, parts, written(), WIDTH);
        int rows = sizes.kernel() * sizes.kernel() * read();
        reserve(part, rows);
        for (int channel = first; channel < last; channel += WIDTH) {
            int width = Math.min(WIDTH, written() - channel);
            pack(channel, width, rows, panels[part]);
            for (int image = firstImage; image < lastImage; image++) {
                for (PixelGroup group : groups) {
                    convolve(group, image, channel, width, part);
                }
            }
        }
    }

    private void reserve(int part, int rows) {
        if (panels[part].length < rows * WIDTH) {
            panels[part] = new float[rows * WIDTH];
        }
        int tile = Tiles.ROWS * (WIDTH + rows);
        if (tiles[part].length < tile) {
            tiles[part] = new float[tile];
        }
    }

    /** The kernel's rows (u, v, c) over o, or (u, v, o) over c. */
    private void pack(int channel, int width, int rows, float[] panel) {
        if (!backward) {
            Panels.packRows(kernel.array(), kernel.offset() + channel, written(), rows, width, panel, 0);
            return;
        }
        int filters = read();
        for (int tap = 0; tap < sizes.kernel() * sizes.kernel(); tap++) {
            int from = kernel.offset() + (tap * written() + channel) * filters;
            Panels.packColumns(kernel.array(), from, filters, filters, width, panel, tap * filters * WIDTH);
        }
    }

    private void convolve(PixelGroup group, int image, int channel, int width, int part) {
        int from = source.offset() + image * (backward ? sizes.out() : sizes.in()).elements();
        int to = target.offset() + image * (backward ? sizes.in() : sizes.out()).elements() + channel;
        int pixels = group.targets().length;
        for (int pixel = 0; pixel < pixels; pixel += Tiles.ROWS) {
            // A pixel more than once is no harm: the same sums are stored again.
            int last = pixels - 1;
            int pixel1 = Math.min(pixel + 1, last);
            int pixel2 = Math.min(pixel + 2, last);
            int pixel3 = Math.min(pixel + 3, last);
            int[] sources = group.sources();
            int[] targets = group.targets();
            float[] tile = tiles[part];
            Arrays.fill(tile, 0, Tiles.ROWS * WIDTH, 0f);
            addRuns(
                    group,
                    from + sources[pixel],
                    from + sources[pixel1],
                    from + sources[pixel2],
                    from + sources[pixel3],
                    part);
            store(tile, 0, to + targets[pixel], width);
            store(tile, WIDTH, to + targets[pixel1], width);
            store(tile, 2 * WIDTH, to + targets[pixel2], width);
            store(tile, 3 * WIDTH, to + targets[pixel3], width);
        }
    }

    private void addRuns(PixelGroup group, int row0, int row1, int row2, int row3, int part) {
        float[] a = source.array();
        float[] tile = tiles[part];
        PixelGroup.Run[] runs = group.runs();
        if (group.whole() && runs[0].length() < SHORT_RUN) {
            addCopied(runs, row0, row1, row2, row3, part);
            return;
        }
        for (PixelGroup.Run run : runs) {
            int ahead = run.distance();
            Tiles.rows(
                    a,
                    row0 + ahead,
                    row1 + ahead,
                    row2 + ahead,
                    row3 + ahead,
                    panels[part],
                    run.row() * WIDTH,
                    run.length(),
                    tile,
                    0,
                    WIDTH,
                    2 * WIDTH,
                    3 * WIDTH);
        }
    }

    /** The same from a copy in which the runs follow each other, as the panel's rows do. */
    private void addCopied(PixelGroup.Run[] runs, int row0, int row1, int row2, int row3, int part) {
        float[] a = source.array();
        float[] tile = tiles[part];
        int rows = sizes.kernel() * sizes.kernel() * read();
        int copy0 = Tiles.ROWS * WIDTH;
        for (PixelGroup.Run run : runs) {
            int at = copy0 + run.row();
            int ahead = run.distance();
            for (int p = 0; p < run.length(); p++) {
                tile[at + p] = a[row0 + ahead + p];
                tile[at + rows + p] = a[row1 + ahead + p];
                tile[at + 2 * rows + p] = a[row2 + ahead + p];
                tile[at + 3 * rows + p] = a[row3 + ahead + p];
            }
        }
        Tiles.rows(
                tile,
                copy0,
                copy0 + rows,
                copy0 + 2 * rows,
                copy0 + 3 * rows,
                panels[part],
                0,
                rows,
                tile,
                0,
                WIDTH,
                2 * WIDTH,
                3 * WIDTH);
    }

    private void store(float[] tile, int from, int to, int width) {
        System.arraycopy(tile, from, target.array(), to, width);
    }
}
