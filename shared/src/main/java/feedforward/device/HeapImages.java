package feedforward.device;

import java.util.Arrays;

/**
 * {@link ImageKernels} in plain loops. The innermost run along the channels, which lie side by side. Mutable: see
 * {@link HeapConvolution}.
 */
final class HeapImages implements ImageKernels {
    private final HeapConvolution products = new HeapConvolution();

    @Override
    public void convolve(Convolution convolution, Buffer x, Buffer k, Buffer y) {
        products.forward(convolution, HeapBuffer.of(x), HeapBuffer.of(k), HeapBuffer.of(y));
    }

    @Override
    public void convolveInputGradient(Convolution convolution, Buffer dY, Buffer k, Buffer dX) {
        products.inputGradient(convolution, HeapBuffer.of(dY), HeapBuffer.of(k), HeapBuffer.of(dX));
    }

    @Override
    public void convolveKernelGradient(Convolution convolution, Buffer x, Buffer dY, Buffer dK) {
        products.kernelGradient(convolution, HeapBuffer.of(x), HeapBuffer.of(dY), HeapBuffer.of(dK));
    }

    @Override
    public void maxPool(Pooling pooling, Buffer x, Buffer y) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer out = HeapBuffer.of(y);
        int channels = pooling.in().channels();
        fill(out, pooling.batch() * pooling.out().elements(), Float.NEGATIVE_INFINITY);
        for (int i = 0; i < pooling.batch() * pooling.out().pixels() * pooling.window(); i++) {
            int from = in.offset() + pixel(pooling, i) * channels;
            int to = out.offset() + i / pooling.window() * channels;
            for (int c = 0; c < channels; c++) {
                out.array()[to + c] = Math.max(out.array()[to + c], in.array()[from + c]);
            }
        }
    }

    @Override
    public void maxPoolGradient(Pooling pooling, PoolingBuffers buffers) {
        HeapBuffer x = HeapBuffer.of(buffers.x());
        HeapBuffer y = HeapBuffer.of(buffers.y());
        HeapBuffer dY = HeapBuffer.of(buffers.dY());
        HeapBuffer dX = HeapBuffer.of(buffers.dX());
        int channels = pooling.in().channels();
        zero(dX, pooling.batch() * pooling.in().elements());
        for (int i = 0; i < pooling.batch() * pooling.out().elements(); i++) {
            int corner = corner(pooling, i / channels) * channels + i % channels;
            float largest = y.array()[y.offset() + i];
            int at = firstIn(pooling, x, corner, largest);
            if (at >= 0) {
                dX.array()[dX.offset() + at] = dX.array()[dX.offset() + at] + dY.array()[dY.offset() + i];
            }
        }
    }

    /** The first place of the window that begins at {@code corner} where x has this value, or −1 for none. */
    private static int firstIn(Pooling pooling, HeapBuffer x, int corner, float value) {
        int channels = pooling.in().channels();
        for (int u = 0; u < pooling.height(); u++) {
            for (int v = 0; v < pooling.width(); v++) {
                int at = corner + (u * pooling.in().width() + v) * channels;
                if (x.array()[x.offset() + at] == value) {
                    return at;
                }
            }
        }
        return -1;
    }

    @Override
    public void averagePool(Pooling pooling, Buffer x, Buffer y) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer out = HeapBuffer.of(y);
        int channels = pooling.in().channels();
        int elements = pooling.batch() * pooling.out().elements();
        zero(out, elements);
        for (int i = 0; i < pooling.batch() * pooling.out().pixels() * pooling.window(); i++) {
            int from = in.offset() + pixel(pooling, i) * channels;
            int to = out.offset() + i / pooling.window() * channels;
            for (int c = 0; c < channels; c++) {
                out.array()[to + c] = out.array()[to + c] + in.array()[from + c];
            }
        }
        for (int i = out.offset(); i < out.offset() + elements; i++) {
            out.array()[i] = out.array()[i] / pooling.window();
        }
    }

    @Override
    public void averagePoolGradient(Pooling pooling, Buffer dY, Buffer dX) {
        HeapBuffer slopes = HeapBuffer.of(dY);
        HeapBuffer out = HeapBuffer.of(dX);
        int channels = pooling.in().channels();
        zero(out, pooling.batch() * pooling.in().elements());
        for (int i = 0; i < pooling.batch() * pooling.out().pixels() * pooling.window(); i++) {
            int from = slopes.offset() + i / pooling.window() * channels;
            int to = out.offset() + pixel(pooling, i) * channels;
            for (int c = 0; c < channels; c++) {
                out.array()[to + c] = out.array()[to + c] + slopes.array()[from + c] / pooling.window();
            }
        }
    }

    /** A pixel of the input in a window: of all windows in order, their pixels in order, the one with this index. */
    private static int pixel(Pooling pooling, int index) {
        int place = index % pooling.window();
        int row = place / pooling.width();
        int column = place % pooling.width();
        return corner(pooling, index / pooling.window()) + row * pooling.in().width() + column;
    }

    /** The first pixel of the window of a pixel of the output. */
    private static int corner(Pooling pooling, int output) {
        ImageSize out = pooling.out();
        int top = output % out.pixels() / out.width() * pooling.stride();
        int left = output % out.width() * pooling.stride();
        return output / out.pixels() * pooling.in().pixels()
                + top * pooling.in().width()
                + left;
    }

    private static void zero(HeapBuffer buffer, int n) {
        fill(buffer, n, 0f);
    }

    private static void fill(HeapBuffer buffer, int n, float value) {
        Arrays.fill(buffer.array(), buffer.offset(), buffer.offset() + n, value);
    }
}
