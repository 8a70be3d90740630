package feedforward.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** {@link ImageKernels}, bit for bit. */
abstract class ImageContract extends KernelContract {

    ImageContract(Device device) {
        super(device);
    }

    @Test
    void convolveAddsTheProductsOfEachPlaceInOrder() {
        for (Convolution convolution : convolutions()) {
            for (IntFunction<float[]> values : kinds()) {
                float[] x = values.apply(inputs(convolution));
                float[] k = values.apply(weights(convolution));
                Buffer bufferX = buffer(x);
                Buffer bufferK = buffer(k);
                Buffer y = buffer(special(outputs(convolution)));
                device.images().convolve(convolution, bufferX, bufferK, y);
                assertHolds(convolution + " y", convolved(convolution, x, k), y);
                assertHolds(convolution + " x", x, bufferX);
                assertHolds(convolution + " k", k, bufferK);
            }
        }
    }

    @Test
    void convolveInputGradientAddsTheProductsOfEachPlaceInOrder() {
        for (Convolution convolution : convolutions()) {
            for (IntFunction<float[]> values : kinds()) {
                float[] dY = values.apply(outputs(convolution));
                float[] k = values.apply(weights(convolution));
                Buffer bufferY = buffer(dY);
                Buffer bufferK = buffer(k);
                Buffer dX = buffer(special(inputs(convolution)));
                device.images().convolveInputGradient(convolution, bufferY, bufferK, dX);
                assertHolds(convolution + " dX", inputGradient(convolution, dY, k), dX);
                assertHolds(convolution + " dY", dY, bufferY);
                assertHolds(convolution + " k", k, bufferK);
            }
        }
    }

    @Test
    void convolveKernelGradientAddsTheProductsOfAllPlacesInOrderToWhatIsThere() {
        for (Convolution convolution : convolutions()) {
            for (IntFunction<float[]> values : kinds()) {
                float[] x = values.apply(inputs(convolution));
                float[] dY = values.apply(outputs(convolution));
                float[] old = values.apply(weights(convolution));
                Buffer bufferX = buffer(x);
                Buffer bufferY = buffer(dY);
                Buffer dK = buffer(old);
                device.images().convolveKernelGradient(convolution, bufferX, bufferY, dK);
                assertHolds(convolution + " dK", kernelGradient(convolution, x, dY, old), dK);
                assertHolds(convolution + " x", x, bufferX);
                assertHolds(convolution + " dY", dY, bufferY);
            }
        }
    }

    @Test
    void maxPoolTakesTheLargestOfEachWindow() {
        for (Pooling pooling : poolings()) {
            for (IntFunction<float[]> values : poolKinds()) {
                float[] x = values.apply(inputs(pooling));
                Buffer bufferX = buffer(x);
                Buffer y = buffer(special(outputs(pooling)));
                device.images().maxPool(pooling, bufferX, y);
                assertHolds(pooling + " max", largest(pooling, x), y);
                assertHolds(pooling + " x", x, bufferX);
            }
        }
    }

    @Test
    void maxPoolGradientGoesToTheFirstOfTheLargest() {
        for (Pooling pooling : poolings()) {
            for (IntFunction<float[]> values : poolKinds()) {
                float[] x = values.apply(inputs(pooling));
                float[] y = largest(pooling, x);
                float[] dY = ordinary(outputs(pooling));
                Buffer dX = buffer(special(inputs(pooling)));
                device.images().maxPoolGradient(pooling, new PoolingBuffers(buffer(x), buffer(y), buffer(dY), dX));
                assertHolds(pooling + " dX of max", largestGradient(pooling, x, y, dY), dX);
            }
        }
    }

    @Test
    void averagePoolDividesTheSumOfEachWindowInOrder() {
        for (Pooling pooling : poolings()) {
            for (IntFunction<float[]> values : kinds()) {
                float[] x = values.apply(inputs(pooling));
                Buffer bufferX = buffer(x);
                Buffer y = buffer(special(outputs(pooling)));
                device.images().averagePool(pooling, bufferX, y);
                assertHolds(pooling + " mean", mean(pooling, x), y);
                assertHolds(pooling + " x", x, bufferX);
            }
        }
    }

    @Test
    void averagePoolGradientAddsTheQuotientsOfTheWindowsInOrder() {
        for (Pooling pooling : poolings()) {
            for (IntFunction<float[]> values : kinds()) {
                float[] dY = values.apply(outputs(pooling));
                Buffer bufferY = buffer(dY);
                Buffer dX = buffer(special(inputs(pooling)));
                device.images().averagePoolGradient(pooling, bufferY, dX);
                assertHolds(pooling + " dX of mean", meanGradient(pooling, dY), dX);
                assertHolds(pooling + " dY", dY, bufferY);
            }
        }
    }

    /** Images smaller, larger and as large as the kernel; strides that leave a rest; padding on one side, both or none. */
    private static List<Convolution> convolutions() {
        List<Convolution> list = new ArrayList<>();
        for (int channels : new int[] {1, 3, 16, 17}) {
            for (int filters : new int[] {1, 5, 8, 33}) {
                list.add(valid(2, new ImageSize(6, 5, channels), filters, 3, 1));
                list.add(valid(1, new ImageSize(9, 7, channels), filters, 2, 3));
                list.add(padded(2, new ImageSize(5, 6, channels), filters, 3, 1));
                list.add(padded(1, new ImageSize(7, 4, channels), filters, 4, 2));
            }
        }
        for (int batch : new int[] {0, 1, 3}) {
            list.add(valid(batch, new ImageSize(1, 1, 2), 3, 1, 1));
            list.add(valid(batch, new ImageSize(5, 5, 2), 3, 5, 1));
            list.add(valid(batch, new ImageSize(7, 8, 4), 6, 1, 2));
            list.add(padded(batch, new ImageSize(1, 1, 2), 3, 5, 1));
            list.add(padded(batch, new ImageSize(2, 3, 4), 7, 5, 2));
            list.add(padded(batch, new ImageSize(8, 8, 2), 4, 2, 3));
        }
        list.add(valid(3, new ImageSize(28, 28, 1), 32, 3, 1));
        list.add(valid(2, new ImageSize(13, 13, 32), 64, 3, 1));
        list.add(padded(2, new ImageSize(14, 14, 16), 32, 3, 1));
        list.add(valid(1, new ImageSize(28, 28, 1), 24, 5, 1));
        return list;
    }

    private static Convolution valid(int batch, ImageSize in, int filters, int kernel, int stride) {
        int height = (in.height() - kernel) / stride + 1;
        int width = (in.width() - kernel) / stride + 1;
        return new Convolution(batch, in, new ImageSize(height, width, filters), kernel, stride, 0, 0);
    }

    private static Convolution padded(int batch, ImageSize in, int filters, int kernel, int stride) {
        int height = (int) Math.ceil((double) in.height() / stride);
        int width = (int) Math.ceil((double) in.width() / stride);
        int top = Math.max((height - 1) * stride + kernel - in.height(), 0) / 2;
        int left = Math.max((width - 1) * stride + kernel - in.width(), 0) / 2;
        return new Convolution(batch, in, new ImageSize(height, width, filters), kernel, stride, top, left);
    }

    /** Windows side by side, overlapping and apart; of two shapes; the whole image. */
    private static List<Pooling> poolings() {
        List<Pooling> list = new ArrayList<>();
        for (int channels : new int[] {1, 3, 4, 5, 8, 9, 16, 17, 33}) {
            list.add(pooling(2, new ImageSize(6, 4, channels), 2, 2, 2));
            list.add(pooling(1, new ImageSize(7, 5, channels), 3, 3, 1));
            list.add(pooling(3, new ImageSize(7, 8, channels), 2, 2, 3));
            list.add(pooling(2, new ImageSize(5, 7, channels), 5, 7, 1));
        }
        list.add(pooling(0, new ImageSize(4, 4, 3), 2, 2, 2));
        list.add(pooling(2, new ImageSize(1, 1, 3), 1, 1, 1));
        list.add(pooling(2, new ImageSize(26, 26, 32), 2, 2, 2));
        return list;
    }

    private static Pooling pooling(int batch, ImageSize in, int height, int width, int stride) {
        ImageSize out =
                new ImageSize((in.height() - height) / stride + 1, (in.width() - width) / stride + 1, in.channels());
        return new Pooling(batch, in, out, height, width, stride);
    }

    private List<IntFunction<float[]>> kinds() {
        return List.of(this::ordinary, this::special, this::tiny);
    }

    /** With few different values, so that windows have many largest. */
    private List<IntFunction<float[]>> poolKinds() {
        return List.of(this::ordinary, this::special, this::repeating);
    }

    private float[] repeating(int n) {
        float[] values = new float[n];
        float[] choice = {-1f, 0f, -0f, 2f, Float.NEGATIVE_INFINITY};
        for (int i = 0; i < n; i++) {
            values[i] = choice[random.nextInt(choice.length)];
        }
        return values;
    }

    private static float[] convolved(Convolution s, float[] x, float[] k) {
        float[] y = new float[outputs(s)];
        for (int place = 0; place < y.length; place++) {
            int[] at = unravel(place, s.out());
            for (int u = 0; u < s.kernel(); u++) {
                for (int v = 0; v < s.kernel(); v++) {
                    int h = at[1] * s.stride() + u - s.top();
                    int w = at[2] * s.stride() + v - s.left();
                    for (int c = 0; c < s.in().channels() && within(h, w, s.in()); c++) {
                        float product = x[index(s.in(), at[0], h, w, c)] * k[weight(s, u, v, c, at[3])];
                        y[place] = y[place] + product;
                    }
                }
            }
        }
        return y;
    }

    private static float[] inputGradient(Convolution s, float[] dY, float[] k) {
        float[] dX = new float[inputs(s)];
        for (int place = 0; place < dX.length; place++) {
            int[] at = unravel(place, s.in());
            for (int u = 0; u < s.kernel(); u++) {
                for (int v = 0; v < s.kernel(); v++) {
                    int i = quotient(at[1] + s.top() - u, s.stride());
                    int j = quotient(at[2] + s.left() - v, s.stride());
                    for (int o = 0; o < s.out().channels() && within(i, j, s.out()); o++) {
                        float product = dY[index(s.out(), at[0], i, j, o)] * k[weight(s, u, v, at[3], o)];
                        dX[place] = dX[place] + product;
                    }
                }
            }
        }
        return dX;
    }

    private static float[] kernelGradient(Convolution s, float[] x, float[] dY, float[] old) {
        float[] dK = old.clone();
        for (int place = 0; place < dY.length; place++) {
            int[] at = unravel(place, s.out());
            for (int tap = 0; tap < s.taps(); tap++) {
                int c = tap % s.in().channels();
                int v = tap / s.in().channels() % s.kernel();
                int u = tap / s.in().channels() / s.kernel();
                int h = at[1] * s.stride() + u - s.top();
                int w = at[2] * s.stride() + v - s.left();
                if (within(h, w, s.in())) {
                    float product = x[index(s.in(), at[0], h, w, c)] * dY[place];
                    int to = weight(s, u, v, c, at[3]);
                    dK[to] = dK[to] + product;
                }
            }
        }
        return dK;
    }

    private static float[] largest(Pooling s, float[] x) {
        float[] y = new float[outputs(s)];
        for (int place = 0; place < y.length; place++) {
            int[] window = window(s, place);
            y[place] = x[window[0]];
            for (int at : window) {
                y[place] = Math.max(y[place], x[at]);
            }
        }
        return y;
    }

    private static float[] largestGradient(Pooling s, float[] x, float[] y, float[] dY) {
        float[] dX = new float[inputs(s)];
        for (int place = 0; place < dY.length; place++) {
            for (int at : window(s, place)) {
                if (x[at] == y[place]) {
                    dX[at] = dX[at] + dY[place];
                    break;
                }
            }
        }
        return dX;
    }

    private static float[] mean(Pooling s, float[] x) {
        float[] y = new float[outputs(s)];
        for (int place = 0; place < y.length; place++) {
            for (int at : window(s, place)) {
                y[place] = y[place] + x[at];
            }
            y[place] = y[place] / (s.height() * s.width());
        }
        return y;
    }

    private static float[] meanGradient(Pooling s, float[] dY) {
        float[] dX = new float[inputs(s)];
        for (int place = 0; place < dY.length; place++) {
            for (int at : window(s, place)) {
                float share = dY[place] / (s.height() * s.width());
                dX[at] = dX[at] + share;
            }
        }
        return dX;
    }

    /** Where in x the window of a place of y lies, row by row. */
    private static int[] window(Pooling s, int place) {
        int[] at = unravel(place, s.out());
        int[] window = new int[s.height() * s.width()];
        for (int i = 0; i < window.length; i++) {
            int h = at[1] * s.stride() + i / s.width();
            int w = at[2] * s.stride() + i % s.width();
            window[i] = index(s.in(), at[0], h, w, at[3]);
        }
        return window;
    }

    /** n, row, column and channel of a place in [N, H, W, C]. */
    private static int[] unravel(int place, ImageSize size) {
        int pixel = place / size.channels();
        int row = pixel / size.width();
        return new int[] {row / size.height(), row % size.height(), pixel % size.width(), place % size.channels()};
    }

    private static int index(ImageSize size, int n, int row, int column, int channel) {
        return ((n * size.height() + row) * size.width() + column) * size.channels() + channel;
    }

    private static int weight(Convolution s, int u, int v, int c, int o) {
        return ((u * s.kernel() + v) * s.in().channels() + c) * s.out().channels() + o;
    }

    private static boolean within(int row, int column, ImageSize size) {
        return row >= 0 && row < size.height() && column >= 0 && column < size.width();
    }

    /** −1 where the stride does not divide. */
    private static int quotient(int value, int stride) {
        return value >= 0 && value % stride == 0 ? value / stride : -1;
    }

    private static int inputs(Convolution s) {
        return s.batch() * s.in().elements();
    }

    private static int outputs(Convolution s) {
        return s.batch() * s.out().elements();
    }

    private static int weights(Convolution s) {
        return s.taps() * s.out().channels();
    }

    private static int inputs(Pooling s) {
        return s.batch() * s.in().elements();
    }

    private static int outputs(Pooling s) {
        return s.batch() * s.out().elements();
    }
}
