package feedforward.vector;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.AdamBuffers;
import feedforward.device.AdamConstants;
import feedforward.device.Buffer;
import feedforward.device.Convolution;
import feedforward.device.Counter;
import feedforward.device.Device;
import feedforward.device.Dropout;
import feedforward.device.Gemm;
import feedforward.device.GruBuffers;
import feedforward.device.GruGradients;
import feedforward.device.HeapBuffer;
import feedforward.device.HeapDevice;
import feedforward.device.ImageSize;
import feedforward.device.LstmBuffers;
import feedforward.device.LstmGradients;
import feedforward.device.MomentBuffers;
import feedforward.device.NormalisationBuffers;
import feedforward.device.NormalisationGradients;
import feedforward.device.Pooling;
import feedforward.device.PoolingBuffers;
import feedforward.device.Rows;
import feedforward.device.Transpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector device against the heap device, bit for bit, on random sizes and values, among them what is no number. */
class VectorAgainstHeapTest {
    private static final int OFFSET = 3;
    private static final float[] SPECIAL = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, -1e38f, 1e-40f, 1f};

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void convolutionsAgree(int threads) {
        for (int i = 0; i < 150; i++) {
            Convolution sizes = convolution();
            boolean special = i % 5 == 0;
            float[] x = values(sizes.batch() * sizes.in().elements(), special);
            float[] k = values(sizes.taps() * sizes.out().channels(), special);
            float[] dY = values(sizes.batch() * sizes.out().elements(), special);
            assertSame(
                    threads,
                    sizes + " forward",
                    List.of(x, k, dY),
                    (device, buffers) ->
                            device.images().convolve(sizes, buffers.get(0), buffers.get(1), buffers.get(2)));
            assertSame(
                    threads,
                    sizes + " to the input",
                    List.of(x, k, dY),
                    (device, buffers) -> device.images()
                            .convolveInputGradient(sizes, buffers.get(2), buffers.get(1), buffers.get(0)));
            assertSame(
                    threads,
                    sizes + " to the kernel",
                    List.of(x, k, dY),
                    (device, buffers) -> device.images()
                            .convolveKernelGradient(sizes, buffers.get(0), buffers.get(2), buffers.get(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void poolingsAgree(int threads) {
        for (int i = 0; i < 100; i++) {
            Pooling sizes = pooling();
            boolean special = i % 3 == 0;
            float[] x = coarse(sizes.batch() * sizes.in().elements(), special);
            float[] y = coarse(sizes.batch() * sizes.out().elements(), false);
            float[] dY = values(y.length, special);
            float[] dX = values(x.length, true);
            assertSame(threads, sizes + " maximum", List.of(x, y, dY, dX), (device, buffers) -> {
                device.images().maxPool(sizes, buffers.get(0), buffers.get(1));
                PoolingBuffers all = new PoolingBuffers(buffers.get(0), buffers.get(1), buffers.get(2), buffers.get(3));
                device.images().maxPoolGradient(sizes, all);
            });
            assertSame(threads, sizes + " average", List.of(x, y, dY, dX), (device, buffers) -> {
                device.images().averagePool(sizes, buffers.get(0), buffers.get(1));
                device.images().averagePoolGradient(sizes, buffers.get(2), buffers.get(3));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void matrixProductsAgree(int threads) {
        for (int i = 0; i < 300; i++) {
            int most = i % 10 == 0 ? 700 : 70;
            Gemm sizes = new Gemm(
                    size(70),
                    size(70),
                    size(most),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    false);
            boolean special = i % 5 == 0;
            List<float[]> matrices = List.of(
                    values(sizes.m() * sizes.k(), special),
                    values(sizes.k() * sizes.n(), special),
                    values(sizes.m() * sizes.n(), special));
            assertSame(threads, sizes.toString(), matrices, (device, buffers) -> {
                device.linear().gemm(sizes, buffers.get(0), buffers.get(1), buffers.get(2));
                device.linear().gemm(sizes.again(), buffers.get(0), buffers.get(1), buffers.get(2));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void updatesAgree(int threads) {
        for (int i = 0; i < 60; i++) {
            int n = random.nextInt(100);
            boolean special = i % 3 == 0;
            List<float[]> all = List.of(values(n, special), values(n, special), values(n, special), values(n, special));
            assertUpdate(
                    threads,
                    "momentum " + n,
                    all,
                    (device, b) -> device.updates().momentum(n, 0.1f, 0.9f, b));
            assertUpdate(
                    threads,
                    "nesterov " + n,
                    all,
                    (device, b) -> device.updates().nesterov(n, 0.1f, 0.9f, b));
            assertUpdate(
                    threads,
                    "adagrad " + n,
                    all,
                    (device, b) -> device.updates().adagrad(n, 0.1f, 1e-8f, b));
            assertUpdate(
                    threads,
                    "rmsprop " + n,
                    all,
                    (device, b) -> device.updates().rmsProp(n, 0.1f, 0.9f, 1e-8f, b));
            assertSame(
                    threads,
                    "adam " + n,
                    all,
                    (device, buffers) -> device.updates()
                            .adam(
                                    n,
                                    0.01f,
                                    1.7f,
                                    new AdamConstants(0.9f, 0.999f, 1e-8f),
                                    new AdamBuffers(buffers.get(0), buffers.get(1), buffers.get(2), buffers.get(3))));
            assertSame(
                    threads,
                    "decay " + n,
                    all,
                    (device, buffers) -> device.updates().decay(n, 0.99f, buffers.get(0)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void transpositionsAgree(int threads) {
        for (int i = 0; i < 60; i++) {
            Transpose sizes = new Transpose(size(4), size(40), size(40), i % 2 == 0 ? 1 : size(5));
            int n = sizes.outer() * sizes.rows() * sizes.columns() * sizes.inner();
            assertSame(threads, sizes.toString(), List.of(values(n, true), values(n, false)), (device, buffers) -> {
                device.linear().transpose(sizes, buffers.get(0), buffers.get(1));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void dropoutsAgree(int threads) {
        for (int i = 0; i < 60; i++) {
            int n = random.nextInt(200);
            Dropout dropout =
                    new Dropout(new Counter(random.nextInt(), random.nextInt()), random.nextInt(1 << 24), 1.25f);
            assertSame(threads, "dropout " + n, List.of(values(n, true), values(n, false)), (device, buffers) -> {
                device.elements().dropout(dropout, n, buffers.get(0), buffers.get(1));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void recurrentCellsAgree(int threads) {
        for (int i = 0; i < 60; i++) {
            Rows rows = new Rows(size(6), size(40));
            boolean special = i % 3 == 0;
            List<float[]> all = new ArrayList<>();
            for (int part : new int[] {4, 4, 1, 1, 1, 1, 1, 1, 4}) {
                all.add(values(part * rows.elements(), special));
            }
            assertSame(threads, "lstm " + rows, all, (device, b) -> {
                LstmBuffers buffers = new LstmBuffers(b.get(0), b.get(2), b.get(3), b.get(4), b.get(5));
                device.sequences().lstm(rows, b.get(1), buffers);
                LstmGradients gradients = new LstmGradients(b.get(6), b.get(7), b.get(8));
                device.sequences().lstmGradient(rows, buffers, gradients);
            });
            assertSame(threads, "gru " + rows, all, (device, b) -> {
                GruBuffers buffers = new GruBuffers(b.get(0), b.get(1), b.get(2), b.get(3));
                device.sequences().gruGradient(rows, buffers, new GruGradients(b.get(4), b.get(8), b.get(8), b.get(6)));
            });
            assertSame(threads, "gru forward " + rows, all, (device, b) -> {
                device.sequences().gru(rows, new GruBuffers(b.get(0), b.get(1), b.get(2), b.get(3)));
                // What it leaves of zh's first two parts is undefined.
                device.elements().fill(rows.elements() * 4, 0, b.get(1));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void normalisationsAgree(int threads) {
        for (int i = 0; i < 60; i++) {
            Rows rows = new Rows(size(30), i % 2 == 0 ? 8 * size(6) : size(40));
            boolean special = i % 3 == 0;
            List<float[]> all = new ArrayList<>();
            for (int length : new int[] {rows.elements(), rows.elements(), rows.elements()}) {
                all.add(values(length, special));
            }
            for (int vector = 0; vector < 6; vector++) {
                all.add(values(rows.columns(), special));
            }
            assertSame(threads, "normalisation " + rows, all, (device, b) -> {
                NormalisationBuffers buffers =
                        new NormalisationBuffers(b.get(0), b.get(3), b.get(4), b.get(5), b.get(6), b.get(1));
                device.normalisation().statistics(rows, b.get(0), b.get(3), b.get(4));
                device.normalisation().normalise(rows, 1e-5f, buffers);
                NormalisationGradients gradients = new NormalisationGradients(b.get(1), b.get(7), b.get(8), b.get(2));
                device.normalisation().gradient(rows, 1e-5f, buffers, gradients);
            });
        }
    }

    private Convolution convolution() {
        int kernel = 1 + random.nextInt(5);
        int stride = 1 + random.nextInt(3);
        int top = random.nextInt(kernel);
        int left = random.nextInt(kernel);
        ImageSize in = new ImageSize(kernel + random.nextInt(9), kernel + random.nextInt(9), size(20));
        int height = (in.height() + top - kernel) / stride + 1 + random.nextInt(2);
        int width = (in.width() + left - kernel) / stride + 1 + random.nextInt(2);
        return new Convolution(size(5), in, new ImageSize(height, width, size(40)), kernel, stride, top, left);
    }

    private Pooling pooling() {
        int height = 1 + random.nextInt(3);
        int width = 1 + random.nextInt(3);
        int stride = 1 + random.nextInt(3);
        ImageSize in = new ImageSize(height + random.nextInt(6), width + random.nextInt(6), size(40));
        ImageSize out =
                new ImageSize((in.height() - height) / stride + 1, (in.width() - width) / stride + 1, in.channels());
        return new Pooling(size(4), in, out, height, width, stride);
    }

    private int size(int most) {
        return 1 + random.nextInt(most);
    }

    private float[] values(int n, boolean special) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (random.nextFloat() - 0.5f) * (1 << random.nextInt(16)) / 256;
            if (special && random.nextInt(20) == 0) {
                values[i] = SPECIAL[random.nextInt(SPECIAL.length)];
            }
        }
        return values;
    }

    /** Values of which many are equal. */
    private float[] coarse(int n, boolean special) {
        float[] values = values(n, special);
        for (int i = 0; i < n; i++) {
            values[i] = random.nextBoolean() ? random.nextInt(3) - 1 : values[i];
        }
        return values;
    }

    private static void assertUpdate(
            int threads, String what, List<float[]> values, BiConsumer<Device, MomentBuffers> update) {
        assertSame(
                threads,
                what,
                values,
                (device, buffers) ->
                        update.accept(device, new MomentBuffers(buffers.get(0), buffers.get(1), buffers.get(2))));
    }

    private static void assertSame(
            int threads, String what, List<float[]> values, BiConsumer<Device, List<Buffer>> kernel) {
        try (Device vector = VectorDevice.warm(threads, 1);
                Device heap = new HeapDevice()) {
            List<Buffer> actual = buffers(values);
            List<Buffer> expected = buffers(values);
            kernel.accept(vector, actual);
            kernel.accept(heap, expected);
            for (int i = 0; i < values.size(); i++) {
                float[] here = HeapBuffer.of(actual.get(i)).array();
                float[] there = HeapBuffer.of(expected.get(i)).array();
                for (int j = 0; j < here.length; j++) {
                    // All NaNs are alike.
                    assertThat(Float.floatToIntBits(here[j]))
                            .as("%s, array %d [%d]: %s instead of %s", what, i, j - OFFSET, here[j], there[j])
                            .isEqualTo(Float.floatToIntBits(there[j]));
                }
            }
        }
    }

    /** Buffers inside of longer arrays, so that a kernel that forgets an offset or runs too far is noticed. */
    private static List<Buffer> buffers(List<float[]> values) {
        List<Buffer> buffers = new ArrayList<>();
        for (float[] content : values) {
            float[] array = new float[OFFSET + content.length + OFFSET];
            System.arraycopy(content, 0, array, OFFSET, content.length);
            buffers.add(new HeapBuffer(array, OFFSET, content.length));
        }
        return buffers;
    }
}
