package feedforward.vector;

import static feedforward.vector.Tiles.WIDTH;

import feedforward.device.Convolution;
import feedforward.device.HeapBuffer;
import feedforward.device.ImageSize;

/**
 * The gradient of a convolution with respect to its kernel, a matrix of rows (u, v, c) by filters o: over blocks of output
 * pixels in order, {@link Tiles} of five rows by panels of filters. Rows are split among threads. Mutable: keeps the job at hand.
 */
final class KernelGradient {
    /** Pixels in one block. */
    private static final int BLOCK = PackedProduct.MOST_SUMMED;

    private final Team team;
    private final Memory[] memories;
    private final Team.Job job = this::work;

    private Convolution sizes = new Convolution(0, new ImageSize(0, 0, 0), new ImageSize(0, 0, 0), 0, 1, 0, 0);
    private HeapBuffer x = HeapBuffer.zeros(0);
    private HeapBuffer slopes = HeapBuffer.zeros(0);
    private HeapBuffer gradient = HeapBuffer.zeros(0);
    private int parts;

    KernelGradient(Team team) {
        this.team = team;
        memories = new Memory[team.threads()];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new Memory();
        }
    }

    void run(Convolution convolution, HeapBuffer x, HeapBuffer dY, HeapBuffer dK) {
        sizes = convolution;
        this.x = x;
        slopes = dY;
        gradient = dK;
        long operations = (long) convolution.batch()
                * convolution.taps()
                * convolution.out().elements();
        parts = team.parts(operations, (convolution.taps() + Tiles.ROWS - 1) / Tiles.ROWS);
        team.run(parts, job);
    }

    private void work(int part) {
        int first = Parts.start(part, parts, sizes.taps(), Tiles.ROWS);
        int last = Parts.start(part + 1, parts, sizes.taps(), Tiles.ROWS);
        Memory memory = memories[part];
        memory.product.reserve(Panels.count(sizes.out().channels()), BLOCK);
        int pixels = sizes.batch() * sizes.out().pixels();
        for (int pixel = 0; pixel < pixels; pixel += BLOCK) {
            addBlock(pixel, Math.min(BLOCK, pixels - pixel), first, last, memory);
        }
    }

    /** Rows first … last−1, those of one tap after the other, or of several that reach the same pixels. */
    private void addBlock(int pixel, int count, int first, int last, Memory memory) {
        int channels = sizes.in().channels();
        int row = first;
        while (row < last) {
            int tap = row / channels;
            int nextTap = tap + 1;
            if (reachesAll(tap)) {
                while (nextTap * channels < last && reachesAll(nextTap)) {
                    nextTap++;
                }
            }
            int end = Math.min(last, nextTap * channels);
            gather(pixel, count, tap, memory);
            for (; row < end; row += Tiles.ROWS) {
                addRows(row, Math.min(Tiles.ROWS, end - row), tap, memory);
            }
            row = end;
        }
    }

    private boolean reachesAll(int tap) {
        ImageSize in = sizes.in();
        int u = tap / sizes.kernel();
        int v = tap % sizes.kernel();
        int lowest = (sizes.out().height() - 1) * sizes.stride() + u - sizes.top();
        int rightmost = (sizes.out().width() - 1) * sizes.stride() + v - sizes.left();
        return u >= sizes.top() && v >= sizes.left() && lowest < in.height() && rightmost < in.width();
    }

    /** The pixels of x that a tap reaches from the block's output pixels, and the panels of these pixels' dY. */
    private void gather(int pixel, int count, int tap, Memory memory) {
        ImageSize in = sizes.in();
        ImageSize out = sizes.out();
        memory.count = 0;
        for (int output = pixel; output < pixel + count; output++) {
            int h = output % out.pixels() / out.width() * sizes.stride() + tap / sizes.kernel() - sizes.top();
            int w = output % out.width() * sizes.stride() + tap % sizes.kernel() - sizes.left();
            if (h >= 0 && h < in.height() && w >= 0 && w < in.width()) {
                int image = output / out.pixels();
                memory.places[memory.count] = ((image * in.height() + h) * in.width() + w) * in.channels();
                memory.outputs[memory.count] = output * out.channels();
                memory.count++;
            }
        }
        for (int filter = 0; filter < out.channels(); filter += WIDTH) {
            int width = Math.min(WIDTH, out.channels() - filter);
            packPanel(slopes.offset() + filter, width, memory.product.panel(filter / WIDTH), memory);
        }
    }

    private void packPanel(int from, int width, float[] panel, Memory memory) {
        for (int p = 0; p < memory.count; p++) {
            Panels.packRows(slopes.array(), from + memory.outputs[p], 0, 1, width, panel, p);
        }
    }

    /** Rows of the gradient, at most a tile of them; the pixels are those of {@code gathered}. */
    private void addRows(int row, int rows, int gathered, Memory memory) {
        int channels = sizes.in().channels();
        int tap = row / channels;
        int from = x.offset() + distance(tap, gathered) + row % channels;
        if ((row + rows - 1) / channels == tap) {
            Panels.packTileOfPlaces(x.array(), from, memory.places, memory.count, rows, memory.product.tile());
        } else {
            for (int r = 0; r < rows; r++) {
                int value = x.offset() + distance((row + r) / channels, gathered) + (row + r) % channels;
                Panels.packPlaces(x.array(), value, memory.places, memory.count, memory.product.tile(), r);
            }
        }
        int filters = sizes.out().channels();
        memory.product.place(gradient.offset() + row * filters, filters);
        memory.product.run(0, memory.count, false, gradient.array(), rows, filters);
    }

    /** How far the pixels of one tap lie from those of another, where both reach all. */
    private int distance(int tap, int gathered) {
        int rows = tap / sizes.kernel() - gathered / sizes.kernel();
        int columns = tap % sizes.kernel() - gathered % sizes.kernel();
        return (rows * sizes.in().width() + columns) * sizes.in().channels();
    }

    /** What one thread keeps of a block. Mutable. */
    private static final class Memory {
        /** Where the values of x and of dY lie that belong together. */
        private final int[] places = new int[BLOCK];

        private final int[] outputs = new int[BLOCK];
        private final PackedProduct product = new PackedProduct();
        private int count;
    }
}
