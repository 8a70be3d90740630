package feedforward.vector;

import static feedforward.vector.Tiles.WIDTH;

import feedforward.device.Convolution;
import feedforward.device.HeapBuffer;
import feedforward.device.ImageSize;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Convolution, and its gradient with respect to the input, without an unrolled copy of the images: {@link Tiles} of five
 * pixels, whose values are packed run by run of {@link PixelGroup}, by panels of channels. Mutable: keeps the sizes it has
 * met and the job at hand.
 */
final class DirectConvolution {
    private static final ImageSize NONE = new ImageSize(0, 0, 0);

    private final Team team;
    private final boolean backward;
    private final Function<Convolution, PixelGroup[]> find;
    private final Map<Convolution, PixelGroup[]> known = new HashMap<>();
    private final PackedProduct[] products;
    private final Team.Job job = this::work;

    private Convolution sizes = new Convolution(0, NONE, NONE, 0, 1, 0, 0);
    private PixelGroup[] groups = {};
    private HeapBuffer source = HeapBuffer.zeros(0);
    private HeapBuffer kernel = HeapBuffer.zeros(0);
    private HeapBuffer target = HeapBuffer.zeros(0);
    private int parts;

    /** @param backward whether it runs from dY to dX, or else from x to y */
    DirectConvolution(Team team, boolean backward) {
        this.team = team;
        this.backward = backward;
        find = backward ? PixelGroup::backward : PixelGroup::forward;
        products = PackedProduct.of(team);
    }

    void run(Convolution convolution, HeapBuffer from, HeapBuffer weights, HeapBuffer to) {
        sizes = convolution;
        source = from;
        kernel = weights;
        target = to;
        groups = known.computeIfAbsent(convolution, find);
        long operations = (long) convolution.batch()
                * convolution.taps()
                * convolution.out().elements();
        int pixels = (backward ? convolution.in() : convolution.out()).pixels();
        parts = team.parts(operations, (convolution.batch() * pixels + Tiles.ROWS - 1) / Tiles.ROWS);
        team.run(parts, job);
    }

    /** Channels read, and channels written. */
    private int read() {
        return backward ? sizes.out().channels() : sizes.in().channels();
    }

    private int written() {
        return backward ? sizes.in().channels() : sizes.out().channels();
    }

    private void work(int part) {
        PackedProduct product = products[part];
        for (PixelGroup group : groups) {
            int pixels = sizes.batch() * group.targets().length;
            int first = Parts.start(part, parts, pixels, Tiles.ROWS);
            int last = Parts.start(part + 1, parts, pixels, Tiles.ROWS);
            int summed = group.summed();
            int panels = Math.min(PackedProduct.mostPanels(summed), Panels.count(written()));
            product.reserve(panels, summed);
            for (int channel = 0; channel < written(); channel += panels * WIDTH) {
                int width = Math.min(panels * WIDTH, written() - channel);
                packKernel(group, channel, width, product);
                for (int pixel = first; pixel < last; pixel += Tiles.ROWS) {
                    int packed = packPixels(group, pixel, last, channel, product);
                    product.run(0, packed, true, target.array(), Tiles.ROWS, width);
                }
            }
        }
    }

    /** The kernel's rows (u, v, c) over o, or (u, v, o) over c, that the group's runs meet. */
    private void packKernel(PixelGroup group, int channel, int width, PackedProduct product) {
        for (int column = 0; column < width; column += WIDTH) {
            int columns = Math.min(WIDTH, width - column);
            float[] panel = product.panel(column / WIDTH);
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

    /** A tile of the group's pixels, those of all images counted in a row; how many values of each. */
    private int packPixels(PixelGroup group, int pixel, int last, int channel, PackedProduct product) {
        int sourceStep = (backward ? sizes.out() : sizes.in()).elements();
        int targetStep = (backward ? sizes.in() : sizes.out()).elements();
        int pixels = group.targets().length;
        int packed = 0;
        for (int r = 0; r < Tiles.ROWS; r++) {
            // Behind the last pixel it comes again, which is no harm: the same sums are stored again.
            int image = Math.min(pixel + r, last - 1) / pixels;
            int place = Math.min(pixel + r, last - 1) % pixels;
            product.to()[r] = target.offset() + image * targetStep + group.targets()[place] + channel;
            packed = packPixel(group, source.offset() + image * sourceStep + group.sources()[place], product.tile(), r);
        }
        return packed;
    }

    private int packPixel(PixelGroup group, int from, float[] tile, int r) {
        int[] places = group.places();
        if (places.length > 0) {
            Panels.packPlaces(source.array(), from, places, places.length, tile, r);
            return places.length;
        }
        int p = 0;
        for (PixelGroup.Run run : group.runs()) {
            Panels.packRow(source.array(), from + run.distance(), run.length(), tile, r, p);
            p += run.length();
        }
        return p;
    }
}
