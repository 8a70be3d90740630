package feedforward.device;

import java.util.Arrays;

/** {@link ImageKernels} in plain loops. The innermost run along the channels, which lie side by side. */
final class HeapImages implements ImageKernels {

    @Override
    public void convolve(Convolution convolution, Buffer x, Buffer k, Buffer y) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer kernel = HeapBuffer.of(k);
        HeapBuffer out = HeapBuffer.of(y);
        int channels = convolution.in().channels();
        int filters = convolution.out().channels();
        zero(out, convolution.batch() * convolution.out().elements());
        eachTap(convolution, (input, output, tap) -> {
            int to = out.offset() + output * filters;
            for (int c = 0; c < channels; c++) {
                float value = in.array()[in.offset() + input * channels + c];
                int from = kernel.offset() + (tap * channels + c) * filters;
                for (int o = 0; o < filters; o++) {
                    out.array()[to + o] = out.array()[to + o] + value * kernel.array()[from + o];
                }
            }
        });
    }

    @Override
    public void convolveInputGradient(Convolution convolution, Buffer dY, Buffer k, Buffer dX) {
        HeapBuffer slopes = HeapBuffer.of(dY);
        HeapBuffer kernel = HeapBuffer.of(k);
        HeapBuffer out = HeapBuffer.of(dX);
        int channels = convolution.in().channels();
        int filters = convolution.out().channels();
        zero(out, convolution.batch() * convolution.in().elements());
        eachTapBackwards(convolution, (input, output, tap) -> {
            int to = out.offset() + input * channels;
            for (int o = 0; o < filters; o++) {
                float slope = slopes.array()[slopes.offset() + output * filters + o];
                int from = kernel.offset() + tap * channels * filters + o;
                for (int c = 0; c < channels; c++) {
                    out.array()[to + c] = out.array()[to + c] + slope * kernel.array()[from + c * filters];
                }
            }
        });
    }

    @Override
    public void convolveKernelGradient(Convolution convolution, Buffer x, Buffer dY, Buffer dK) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer slopes = HeapBuffer.of(dY);
        HeapBuffer out = HeapBuffer.of(dK);
        int channels = convolution.in().channels();
        int filters = convolution.out().channels();
        eachTap(convolution, (input, output, tap) -> {
            int from = slopes.offset() + output * filters;
            for (int c = 0; c < channels; c++) {
                float value = in.array()[in.offset() + input * channels + c];
                int to = out.offset() + (tap * channels + c) * filters;
                for (int o = 0; o < filters; o++) {
                    out.array()[to + o] = out.array()[to + o] + value * slopes.array()[from + o];
                }
            }
        });
    }

    @Override
    public void maxPool(Pooling pooling, Buffer x, Buffer y) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer out = HeapBuffer.of(y);
        int channels = pooling.in().channels();
        fill(out, pooling.batch() * pooling.out().elements(), Float.NEGATIVE_INFINITY);
        eachWindow(pooling, (input, output) -> {
            int from = in.offset() + input * channels;
            int to = out.offset() + output * channels;
            for (int c = 0; c < channels; c++) {
                out.array()[to + c] = Math.max(out.array()[to + c], in.array()[from + c]);
            }
        });
    }

    @Override
    public void maxPoolGradient(Pooling pooling, PoolingBuffers buffers) {
        HeapBuffer x = HeapBuffer.of(buffers.x());
        HeapBuffer y = HeapBuffer.of(buffers.y());
        HeapBuffer dY = HeapBuffer.of(buffers.dY());
        HeapBuffer dX = HeapBuffer.of(buffers.dX());
        int channels = pooling.in().channels();
        boolean[] given = new boolean[pooling.batch() * pooling.out().elements()];
        zero(dX, pooling.batch() * pooling.in().elements());
        eachWindow(pooling, (input, output) -> {
            for (int c = 0; c < channels; c++) {
                int from = output * channels + c;
                int to = input * channels + c;
                if (!given[from] && x.array()[x.offset() + to] == y.array()[y.offset() + from]) {
                    given[from] = true;
                    dX.array()[dX.offset() + to] = dX.array()[dX.offset() + to] + dY.array()[dY.offset() + from];
                }
            }
        });
    }

    @Override
    public void averagePool(Pooling pooling, Buffer x, Buffer y) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer out = HeapBuffer.of(y);
        int channels = pooling.in().channels();
        int elements = pooling.batch() * pooling.out().elements();
        zero(out, elements);
        eachWindow(pooling, (input, output) -> {
            int from = in.offset() + input * channels;
            int to = out.offset() + output * channels;
            for (int c = 0; c < channels; c++) {
                out.array()[to + c] = out.array()[to + c] + in.array()[from + c];
            }
        });
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
        eachWindow(pooling, (input, output) -> {
            int from = slopes.offset() + output * channels;
            int to = out.offset() + input * channels;
            for (int c = 0; c < channels; c++) {
                out.array()[to + c] = out.array()[to + c] + slopes.array()[from + c] / pooling.window();
            }
        });
    }

    /** For each pixel of the output in order, the taps that fall within the image, in order. */
    private static void eachTap(Convolution convolution, Tap tap) {
        ImageSize in = convolution.in();
        ImageSize out = convolution.out();
        for (int output = 0; output < convolution.batch() * out.pixels(); output++) {
            int image = output / out.pixels();
            int top = output % out.pixels() / out.width() * convolution.stride() - convolution.top();
            int left = output % out.width() * convolution.stride() - convolution.left();
            for (int u = 0; u < convolution.kernel(); u++) {
                for (int v = 0; v < convolution.kernel(); v++) {
                    int h = top + u;
                    int w = left + v;
                    if (h >= 0 && h < in.height() && w >= 0 && w < in.width()) {
                        tap.at(image * in.pixels() + h * in.width() + w, output, u * convolution.kernel() + v);
                    }
                }
            }
        }
    }

    /** For each pixel of the input in order, the taps through which it reached the output, in order. */
    private static void eachTapBackwards(Convolution convolution, Tap tap) {
        ImageSize in = convolution.in();
        ImageSize out = convolution.out();
        int stride = convolution.stride();
        for (int input = 0; input < convolution.batch() * in.pixels(); input++) {
            int image = input / in.pixels();
            for (int u = 0; u < convolution.kernel(); u++) {
                for (int v = 0; v < convolution.kernel(); v++) {
                    int i = input % in.pixels() / in.width() + convolution.top() - u;
                    int j = input % in.width() + convolution.left() - v;
                    boolean reaches = i >= 0 && j >= 0 && i % stride == 0 && j % stride == 0;
                    if (reaches && i / stride < out.height() && j / stride < out.width()) {
                        int output = image * out.pixels() + i / stride * out.width() + j / stride;
                        tap.at(input, output, u * convolution.kernel() + v);
                    }
                }
            }
        }
    }

    /** For each window in order, its pixels in order. */
    private static void eachWindow(Pooling pooling, Place place) {
        ImageSize in = pooling.in();
        ImageSize out = pooling.out();
        for (int output = 0; output < pooling.batch() * out.pixels(); output++) {
            int image = output / out.pixels();
            int top = output % out.pixels() / out.width() * pooling.stride();
            int left = output % out.width() * pooling.stride();
            for (int u = 0; u < pooling.height(); u++) {
                for (int v = 0; v < pooling.width(); v++) {
                    place.at(image * in.pixels() + (top + u) * in.width() + left + v, output);
                }
            }
        }
    }

    private static void zero(HeapBuffer buffer, int n) {
        fill(buffer, n, 0f);
    }

    private static void fill(HeapBuffer buffer, int n, float value) {
        Arrays.fill(buffer.array(), buffer.offset(), buffer.offset() + n, value);
    }

    /** Pixels of input and output that meet at a tap of the kernel. */
    private interface Tap {
        void at(int input, int output, int tap);
    }

    /** A pixel of the input in the window of a pixel of the output. */
    private interface Place {
        void at(int input, int output);
    }
}
