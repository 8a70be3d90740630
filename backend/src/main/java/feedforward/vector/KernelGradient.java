package feedforward.vector;

import static feedforward.vector.Tiles.WIDTH;

import feedforward.device.Convolution;
import feedforward.device.HeapBuffer;
import feedforward.device.ImageSize;

/**
 * The gradient of a convolution with respect to its kernel: for each tap (u, v), tiles of four channels c by
 * {@link Tiles#WIDTH} filters o run over blocks of output pixels in order. Mutable: keeps the job at hand.
 */
final class KernelGradient {
    /** Pixels in one block: its panel of dY takes a half of a 32 KiB cache. */
    private static final int BLOCK = 256;

    private final Team team;
    private final Memory[] memories;
    private final Team.Job job = this::work;

    private Convolution sizes = new Convolution(0, new ImageSize(0, 0, 0), new ImageSize(0, 0, 0), 0, 1, 0, 0);
    private HeapBuffer x = HeapBuffer.zeros(0);
    private HeapBuffer slopes = HeapBuffer.zeros(0);
    private HeapBuffer gradient = HeapBuffer.zeros(0);
    private int parts;
    private boolean splitsTaps;

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
        int panels = (convolution.out().channels() + WIDTH - 1) / WIDTH;
        int taps = convolution.kernel() * convolution.kernel();
        long operations = (long) convolution.batch()
                * convolution.taps()
                * convolution.out().elements();
        int wanted = team.parts(operations, Integer.MAX_VALUE);
        splitsTaps = panels % wanted != 0;
        parts = Math.max(1, Math.min(wanted, splitsTaps ? taps : panels));
        team.run(parts, job);
    }

    private void work(int part) {
        int filters = sizes.out().channels();
        int taps = sizes.kernel() * sizes.kernel();
        int firstTap = splitsTaps ? Parts.start(part, parts, taps, 1) : 0;
        int lastTap = splitsTaps ? Parts.start(part + 1, parts, taps, 1) : taps;
        int first = splitsTaps ? 0 : Parts.start(part, parts, filters, WIDTH);
        int last = splitsTaps ? filters : Parts.start(part + 1, parts, filters, WIDTH);
        int pixels = sizes.batch() * sizes.out().pixels();
        for (int pixel = 0; pixel < pixels; pixel += BLOCK) {
            int count = Math.min(BLOCK, pixels - pixel);
            for (int filter = first; filter < last; filter += WIDTH) {
                addBlock(pixel, count, filter, firstTap, lastTap, memories[part]);
            }
        }
    }

    private void addBlock(int pixel, int count, int filter, int firstTap, int lastTap, Memory memory) {
        int width = Math.min(WIDTH, sizes.out().channels() - filter);
        memory.packed = -1;
        for (int tap = firstTap; tap < lastTap; tap++) {
            int u = tap / sizes.kernel();
            int v = tap % sizes.kernel();
            boolean whole = reachesAll(u, v);
            if (!whole || memory.packed < 0) {
                gather(pixel, count, u, v, filter, width, memory);
                memory.packed = whole ? u * sizes.in().width() + v : -1;
            }
            // Where a tap reaches all pixels, those of another such tap lie as far apart.
            int shift = whole ? u * sizes.in().width() + v - memory.packed : 0;
            addTap(tap, shift * sizes.in().channels(), filter, width, memory);
        }
    }

    private boolean reachesAll(int u, int v) {
        ImageSize in = sizes.in();
        int lowest = (sizes.out().height() - 1) * sizes.stride() + u - sizes.top();
        int rightmost = (sizes.out().width() - 1) * sizes.stride() + v - sizes.left();
        return u >= sizes.top() && v >= sizes.left() && lowest < in.height() && rightmost < in.width();
    }

    /** The pixels of x that (u, v) reaches from the block's output pixels, and the panel of these pixels' dY. */
    private void gather(int pixel, int count, int u, int v, int filter, int width, Memory memory) {
        ImageSize in = sizes.in();
        ImageSize out = sizes.out();
        memory.count = 0;
        for (int output = pixel; output < pixel + count; output++) {
            int h = output % out.pixels() / out.width() * sizes.stride() + u - sizes.top();
            int w = output % out.width() * sizes.stride() + v - sizes.left();
            if (h >= 0 && h < in.height() && w >= 0 && w < in.width()) {
                int image = output / out.pixels();
                memory.places[memory.count] = x.offset() + ((image * in.height() + h) * in.width() + w) * in.channels();
                Panels.packRows(
                        slopes.array(),
                        slopes.offset() + output * out.channels() + filter,
                        0,
                        1,
                        width,
                        memory.panel,
                        memory.count * WIDTH);
                memory.count++;
            }
        }
    }

    private void addTap(int tap, int shift, int filter, int width, Memory memory) {
        int channels = sizes.in().channels();
        int filters = sizes.out().channels();
        int to = gradient.offset() + tap * channels * filters + filter;
        float[] tile = memory.tile;
        for (int c = 0; c < channels; c += Tiles.ROWS) {
            int rows = Math.min(Tiles.ROWS, channels - c);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(gradient.array(), to + (c + r) * filters, tile, r * WIDTH, width);
            }
            if (rows == Tiles.ROWS) {
                Tiles.gathered(
                        x.array(),
                        shift + c,
                        memory.places,
                        memory.panel,
                        0,
                        memory.count,
                        tile,
                        0,
                        WIDTH,
                        2 * WIDTH,
                        3 * WIDTH);
            } else {
                for (int r = 0; r < rows; r++) {
                    Tiles.gatheredRow(
                            x.array(), shift + c + r, memory.places, memory.panel, 0, memory.count, tile, r * WIDTH);
                }
            }
            for (int r = 0; r < rows; r++) {
                System.arraycopy(tile, r * WIDTH, gradient.array(), to + (c + r) * filters, width);
            }
        }
    }

    /** What one thread keeps of a block. Mutable. */
    private static final class Memory {
        private final int[] places = new int[BLOCK];
        private final float[] panel = new float[BLOCK * WIDTH];
        private final float[] tile = new float[Tiles.ROWS * WIDTH];
        private int count;
        /** The place of the tap that reaches all pixels, if the block is packed for one, else −1. */
        private int packed;
    }
}
