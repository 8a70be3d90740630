package feedforward.vector;

import static feedforward.vector.Tiles.WIDTH;

import feedforward.device.Convolution;
import feedforward.device.HeapBuffer;
import feedforward.device.ImageSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Convolution, and its gradient with respect to the input, without an unrolled copy of the images: {@link Tiles} of five
 * pixels, whose values are packed run by run of {@link PixelGroup}, by panels of channels. Mutable: keeps the sizes it has
 * met and the job at hand.
 */
final class DirectConvolution {
    /** Runs shorter than this are packed value by value: a loop for each would take longer. */
    private static final int SHORT_RUN = 8;

    /** Values of packed panels in one go: they take the half of a 512 KiB cache. */
    private static final int CACHED = 65_536;

    private static final int[] NO_PLACES = {};

    private static final ImageSize NONE = new ImageSize(0, 0, 0);

    private final Team team;
    private final boolean backward;
    private final Map<Convolution, List<PixelGroup>> known = new HashMap<>();
    private final Memory[] memories;
    private final Team.Job job = this::work;

    private Convolution sizes = new Convolution(0, NONE, NONE, 0, 1, 0, 0);
    private List<PixelGroup> groups = List.of();
    private HeapBuffer source = HeapBuffer.zeros(0);
    private HeapBuffer kernel = HeapBuffer.zeros(0);
    private HeapBuffer target = HeapBuffer.zeros(0);
    private int parts;

    /** @param backward whether it runs from dY to dX, or else from x to y */
    DirectConvolution(Team team, boolean backward) {
        this.team = team;
        this.backward = backward;
        memories = new Memory[team.threads()];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new Memory();
        }
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
        int pixels = (backward ? convolution.in() : convolution.out()).pixels();
        parts = team.parts(operations, (convolution.batch() * pixels + Tiles.ROWS - 1) / Tiles.ROWS);
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
        Memory memory = memories[part];
        for (PixelGroup group : groups) {
            int pixels = sizes.batch() * group.targets().length;
            int first = Parts.start(part, parts, pixels, Tiles.ROWS);
            int last = Parts.start(part + 1, parts, pixels, Tiles.ROWS);
            int block = memory.reserve(group.summed(), written()) * WIDTH;
            int[] places = isShort(group) ? group.places() : NO_PLACES;
            for (int channel = 0; channel < written(); channel += block) {
                int width = Math.min(block, written() - channel);
                pack(group, channel, width, memory);
                for (int pixel = first; pixel < last; pixel += Tiles.ROWS) {
                    convolve(group, places, pixel, last, channel, width, memory);
                }
            }
        }
    }

    /** The kernel's rows (u, v, c) over o, or (u, v, o) over c, that the group's runs meet. */
    private void pack(PixelGroup group, int channel, int width, Memory memory) {
        for (int column = 0; column < width; column += WIDTH) {
            int columns = Math.min(WIDTH, width - column);
            float[] panel = memory.panels[column / WIDTH];
            int to = 0;
            for (PixelGroup.Run run : group.runs()) {
                if (backward) {
                    // The run goes over all filters of one tap, which lie side by side.
                    int from = kernel.offset() + run.row() * written() + (channel + column) * read();
                    Panels.packColumns(kernel.array(), from, read(), run.length(), columns, panel, to);
                } else {
                    int from = kernel.offset() + run.row() * written() + channel + column;
                    Panels.packRows(kernel.array(), from, written(), run.length(), columns, panel, to);
                }
                to += run.length();
            }
        }
    }

    /** A tile of the group's pixels, those of all images counted in a row. */
    private void convolve(PixelGroup group, int[] places, int pixel, int last, int channel, int width, Memory memory) {
        int sourceStep = (backward ? sizes.out() : sizes.in()).elements();
        int targetStep = (backward ? sizes.in() : sizes.out()).elements();
        int pixels = group.targets().length;
        for (int r = 0; r < Tiles.ROWS; r++) {
            // Behind the last pixel it comes again, which is no harm: the same sums are stored again.
            int image = Math.min(pixel + r, last - 1) / pixels;
            int place = Math.min(pixel + r, last - 1) % pixels;
            memory.from[r] = source.offset() + image * sourceStep + group.sources()[place];
            memory.to[r] = target.offset() + image * targetStep + group.targets()[place] + channel;
        }
        packPixels(group, places, memory);
        runPanels(group.summed(), width, memory);
    }

    private static boolean isShort(PixelGroup group) {
        return group.runs().length > 0 && group.runs()[0].length() < SHORT_RUN;
    }

    private void packPixels(PixelGroup group, int[] places, Memory memory) {
        for (int r = 0; r < Tiles.ROWS; r++) {
            if (places.length > 0) {
                Panels.packPlaces(source.array(), memory.from[r], places, places.length, memory.rows, r);
                continue;
            }
            int p = 0;
            for (PixelGroup.Run run : group.runs()) {
                Panels.packRow(source.array(), memory.from[r] + run.distance(), run.length(), memory.rows, r, p);
                p += run.length();
            }
        }
    }

    private void runPanels(int summed, int width, Memory memory) {
        float[] y = target.array();
        int[] to = memory.to;
        float[] tile = memory.tile;
        for (int column = 0; column < width; column += WIDTH) {
            float[] panel = memory.panels[column / WIDTH];
            if (width - column >= WIDTH) {
                runTile(summed, panel, y, to[0], to[1], to[2], to[3], to[4], column, memory);
            } else {
                runTile(summed, panel, tile, 0, WIDTH, 2 * WIDTH, 3 * WIDTH, 4 * WIDTH, 0, memory);
                for (int r = 0; r < Tiles.ROWS; r++) {
                    Panels.copy(tile, r * WIDTH, width - column, y, to[r] + column);
                }
            }
        }
    }

    private static void runTile(
            int summed, float[] panel, float[] y, int y0, int y1, int y2, int y3, int y4, int column, Memory memory) {
        Tiles.packed(
                memory.rows,
                panel,
                summed,
                Tiles.NOTHING,
                0,
                0,
                y,
                y0 + column,
                y1 + column,
                y2 + column,
                y3 + column,
                y4 + column);
    }

    /** What one thread needs. Mutable. */
    private static final class Memory {
        private final int[] from = new int[Tiles.ROWS];
        private final int[] to = new int[Tiles.ROWS];
        private final float[] tile = new float[Tiles.ROWS * WIDTH];
        private float[][] panels = {};
        private float[] rows = {};

        /** Makes room for sums of so many products in so many channels; how many panels may be packed at once. */
        private int reserve(int summed, int channels) {
            int count = Math.max(1, Math.min(CACHED / Math.max(1, summed * WIDTH), (channels + WIDTH - 1) / WIDTH));
            if (rows.length < Panels.tileLength(summed) || panels.length < count) {
                int length = Math.max(rows.length, Panels.tileLength(summed));
                rows = new float[length];
                panels = new float[count][length / Tiles.STEP * WIDTH];
            }
            return count;
        }
    }
}
