package feedforward.device;

/**
 * The heap's convolutions, as sums over rows: where the kernel lies within the image, its taps of one row u, in the order
 * (v, c), meet values of the image that lie side by side. Mutable: see {@link HeapRowSums}.
 */
final class HeapConvolution {
    private final HeapRowSums products = new HeapRowSums();

    /** For each pixel of the output the filters' sums over the taps. */
    void forward(Convolution s, HeapBuffer x, HeapBuffer k, HeapBuffer y) {
        int channels = s.in().channels();
        products.take(s.taps(), s.out().channels(), k.array(), k.offset());
        for (int pixel = 0; pixel < s.batch() * s.out().pixels(); pixel++) {
            int image = pixel / s.out().pixels();
            int top = pixel % s.out().pixels() / s.out().width() * s.stride() - s.top();
            int left = pixel % s.out().width() * s.stride() - s.left();
            int first = Math.max(0, -left);
            int taps = Math.min(s.kernel(), s.in().width() - left) - first;
            products.clear();
            for (int u = Math.max(0, -top); u < s.kernel() && top + u < s.in().height(); u++) {
                int from = (image * s.in().pixels() + (top + u) * s.in().width() + left + first) * channels;
                int tap = (u * s.kernel() + first) * channels;
                products.add(x.array(), x.offset() + from, 1, tap, taps * channels);
            }
            products.store(y.array(), y.offset() + pixel * s.out().channels());
        }
    }

    /** For each pixel of the input the channels' sums over the taps through which it reached the output. */
    void inputGradient(Convolution s, HeapBuffer dY, HeapBuffer k, HeapBuffer dX) {
        int filters = s.out().channels();
        takeTransposed(s, k);
        for (int pixel = 0; pixel < s.batch() * s.in().pixels(); pixel++) {
            int image = pixel / s.in().pixels();
            int row = pixel % s.in().pixels() / s.in().width() + s.top();
            int column = pixel % s.in().width() + s.left();
            products.clear();
            for (int tap = 0; tap < s.kernel() * s.kernel(); tap++) {
                int i = place(row - tap / s.kernel(), s.stride(), s.out().height());
                int j = place(column - tap % s.kernel(), s.stride(), s.out().width());
                if (i >= 0 && j >= 0) {
                    int from = (image * s.out().pixels() + i * s.out().width() + j) * filters;
                    products.add(dY.array(), dY.offset() + from, 1, tap * filters, filters);
                }
            }
            products.store(dX.array(), dX.offset() + pixel * s.in().channels());
        }
    }

    /** For each tap the filters' sums over the pixels of the output. */
    void kernelGradient(Convolution s, HeapBuffer x, HeapBuffer dY, HeapBuffer dK) {
        int channels = s.in().channels();
        int filters = s.out().channels();
        products.take(s.batch() * s.out().pixels(), filters, dY.array(), dY.offset());
        for (int tap = 0; tap < s.taps(); tap++) {
            int down = tap / channels / s.kernel() - s.top();
            int right = tap / channels % s.kernel() - s.left();
            int first = Math.floorDiv(Math.max(0, -right) + s.stride() - 1, s.stride());
            int end = Math.min(s.out().width(), Math.floorDiv(s.in().width() - 1 - right, s.stride()) + 1);
            products.load(dK.array(), dK.offset() + tap * filters);
            for (int row = 0; row < s.batch() * s.out().height(); row++) {
                int h = row % s.out().height() * s.stride() + down;
                if (h >= 0 && h < s.in().height() && first < end) {
                    int line = row / s.out().height() * s.in().height() + h;
                    int from = (line * s.in().width() + first * s.stride() + right) * channels + tap % channels;
                    int step = s.stride() * channels;
                    products.add(
                            x.array(), x.offset() + from, step, row * s.out().width() + first, end - first);
                }
            }
            products.store(dK.array(), dK.offset() + tap * filters);
        }
    }

    /** Rows [u, v, o] of channels. */
    private void takeTransposed(Convolution s, HeapBuffer k) {
        int channels = s.in().channels();
        int filters = s.out().channels();
        products.reserve(s.kernel() * s.kernel() * filters, channels);
        for (int i = 0; i < s.taps() * filters; i++) {
            int tap = i / filters / channels;
            float[] row = products.row(tap * filters + i % filters);
            row[i / filters % channels] = k.array()[k.offset() + i];
        }
    }

    /** Which place of the output a kernel at this distance lies at, or −1 for none. */
    private static int place(int distance, int stride, int places) {
        boolean any = distance >= 0 && distance % stride == 0 && distance / stride < places;
        return any ? distance / stride : -1;
    }
}
