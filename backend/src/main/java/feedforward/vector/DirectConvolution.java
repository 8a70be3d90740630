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

    /** Values of packed panels beside which an image still has room in a 32 KiB cache. */
    private static final int CACHED = 4096;

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
        int block = Math.max(1, CACHED / (rows * WIDTH)) * WIDTH;
        reserve(part, rows, block);
        for (int channel = first; channel < last; channel += block) {
            int width = Math.min(block, last - channel);
            for (int panel = 0; panel < width; panel += WIDTH) {
                pack(channel + panel, Math.min(WIDTH, width - panel), rows, panels[part], panel * rows);
            }
            for (PixelGroup group : groups) {
                convolve(group, firstImage, lastImage, channel, width, part);
            }
        }
    }

    private void reserve(int part, int rows, int block) {
        if (panels[part].length < rows * block) {
            panels[part] = new float[rows * block];
        }
        int tile = Tiles.ROWS * (WIDTH + rows);
        if (tiles[part].length < tile) {
            tiles[part] = new float[tile];
        }
    }

    /** The kernel's rows (u, v, c) over o, or (u, v, o) over c. */
    private void pack(int channel, int width, int rows, float[] panel, int to) {
        if (!backward) {
            Panels.packRows(kernel.array(), kernel.offset() + channel, written(), rows, width, panel, to);
            return;
        }
        int filters = read();
        for (int tap = 0; tap < sizes.kernel() * sizes.kernel(); tap++) {
            int from = kernel.offset() + (tap * written() + channel) * filters;
            Panels.packColumns(kernel.array(), from, filters, filters, width, panel, to + tap * filters * WIDTH);
        }
    }

    /** The group's pixels of all images in a row, four at a time. */
    private void convolve(PixelGroup group, int firstImage, int lastImage, int channel, int width, int part) {
        int sourceStep = (backward ? sizes.out() : sizes.in()).elements();
        int targetStep = (backward ? sizes.in() : sizes.out()).elements();
        int pixels = group.targets().length;
        int image = firstImage;
        int pixel = 0;
        int[] from = new int[Tiles.ROWS];
        int[] to = new int[Tiles.ROWS];
        float[] tile = tiles[part];
        while (image < lastImage) {
            for (int r = 0; r < Tiles.ROWS; r++) {
                // When the pixels run out the last one comes again, which is no harm: the same sums are stored again.
                if (image < lastImage) {
                    from[r] = source.offset() + image * sourceStep + group.sources()[pixel];
                    to[r] = target.offset() + image * targetStep + group.targets()[pixel] + channel;
                    pixel++;
                    image = pixel == pixels ? image + 1 : image;
                    pixel = pixel == pixels ? 0 : pixel;
                } else {
                    from[r] = from[r - 1];
                    to[r] = to[r - 1];
                }
            }
            for (int panel = 0; panel < width; panel += WIDTH) {
                Arrays.fill(tile, 0, Tiles.ROWS * WIDTH, 0f);
                addRuns(group, from, panel, part);
                for (int r = 0; r < Tiles.ROWS; r++) {
                    System.arraycopy(tile, r * WIDTH, target.array(), to[r] + panel, Math.min(WIDTH, width - panel));
                }
            }
        }
    }

    private void addRuns(PixelGroup group, int[] from, int panel, int part) {
        PixelGroup.Run[] runs = group.runs();
        int rows = sizes.kernel() * sizes.kernel() * read();
        float[] tile = tiles[part];
        float[] b = panels[part];
        int start = panel * rows;
        if (!group.whole() || runs[0].length() >= SHORT_RUN) {
            for (PixelGroup.Run run : runs) {
                int ahead = run.distance();
                Tiles.rows(
                        source.array(),
                        from[0] + ahead,
                        from[1] + ahead,
                        from[2] + ahead,
                        from[3] + ahead,
                        b,
                        start + run.row() * WIDTH,
                        run.length(),
                        tile,
                        0,
                        WIDTH,
                        2 * WIDTH,
                        3 * WIDTH);
            }
        } else if (from[1] == from[0] + 1 && from[2] == from[0] + 2 && from[3] == from[0] + 3) {
            int[] places = group.places();
            Tiles.gathered(
                    source.array(), from[0], places, b, start, places.length, tile, 0, WIDTH, 2 * WIDTH, 3 * WIDTH);
        } else {
            int copy = Tiles.ROWS * WIDTH;
            copyRuns(group.places(), from, tile, copy);
            Tiles.packed(tile, copy, b, start, rows, tile, 0, WIDTH, 2 * WIDTH, 3 * WIDTH);
        }
    }

    private void copyRuns(int[] places, int[] from, float[] tile, int copy) {
        float[] a = source.array();
        for (int p = 0; p < places.length; p++) {
            int at = copy + p * Tiles.ROWS;
            tile[at] = a[from[0] + places[p]];
            tile[at + 1] = a[from[1] + places[p]];
            tile[at + 2] = a[from[2] + places[p]];
            tile[at + 3] = a[from[3] + places[p]];
        }
    }
}
