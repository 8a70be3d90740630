package feedforward.device;

import org.junit.jupiter.api.Test;

/** {@link LinearKernels}, bit for bit. */
abstract class LinearContract extends KernelContract {

    LinearContract(Device device) {
        super(device);
    }

    @Test
    void gemmAddsProductsInOrder() {
        for (int m : SIZES) {
            for (int n : SIZES) {
                for (int k : SIZES) {
                    checkGemmInAllLayouts(m, n, k, this::ordinary);
                }
            }
        }
    }

    @Test
    void gemmAddsProductsInOrderOverMnistSizes() {
        checkGemmInAllLayouts(5, 10, 784, this::ordinary);
        checkGemmInAllLayouts(784, 10, 33, this::ordinary);
        checkGemmInAllLayouts(17, 784, 10, this::ordinary);
        checkGemmInAllLayouts(64, 128, 784, this::ordinary);
    }

    @Test
    void gemmKeepsNanInfinitySubnormalsAndTheSignOfZero() {
        for (int m : new int[] {1, 5, 9}) {
            for (int n : new int[] {1, 4, 7, 17, 33}) {
                for (int k : new int[] {0, 1, 2, 3, 4, 5, 8}) {
                    checkGemmInAllLayouts(m, n, k, this::special);
                    checkGemmInAllLayouts(m, n, k, this::tiny);
                }
            }
        }
    }

    @Test
    void gemmTakesProductsOfChangingSizesInAnyOrder() {
        for (int i = 0; i < 200; i++) {
            checkGemm(
                    new Gemm(
                            random.nextInt(20),
                            random.nextInt(20),
                            random.nextInt(20),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            false),
                    this::ordinary);
        }
    }

    @Test
    void addColumnSumsAddsRowsDownwardsToWhatIsThere() {
        for (int rows : SIZES) {
            for (int columns : WIDTHS) {
                checkAddColumnSums(new Rows(rows, columns), ordinary(rows * columns), ordinary(columns));
                checkAddColumnSums(new Rows(rows, columns), special(rows * columns), special(columns));
            }
        }
    }

    @Test
    void transposeSwapsTheTwoAxesInTheMiddle() {
        for (int outer : new int[] {0, 1, 3}) {
            for (int rows : WIDTHS) {
                for (int columns : new int[] {1, 2, 4, 7, 8, 9, 17, 64}) {
                    checkTranspose(new Transpose(outer, rows, columns, 1));
                    checkTranspose(new Transpose(outer, columns, rows, 3));
                }
            }
        }
        checkTranspose(new Transpose(3, 1, 1, 100));
    }

    @Test
    void transposeThereAndBackChangesNothing() {
        Transpose there = new Transpose(2, 25, 64, 1);
        float[] x = special(3200);
        Buffer buffer = buffer(x);
        Buffer between = buffer(special(3200));
        device.linear().transpose(there, buffer, between);
        device.linear().transpose(there.inverse(), between, buffer);
        assertHolds("there and back", x, buffer);
    }

    private void checkTranspose(Transpose axes) {
        float[] x = special(axes.outer() * axes.rows() * axes.columns() * axes.inner());
        float[] expected = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int inner = i % axes.inner();
            int c = i / axes.inner() % axes.columns();
            int r = i / axes.inner() / axes.columns() % axes.rows();
            int outer = i / axes.inner() / axes.columns() / axes.rows();
            expected[((outer * axes.columns() + c) * axes.rows() + r) * axes.inner() + inner] = x[i];
        }
        Buffer bufferX = buffer(x);
        Buffer y = buffer(special(x.length));
        device.linear().transpose(axes, bufferX, y);
        assertHolds(axes + " y", expected, y);
        assertHolds(axes + " x", x, bufferX);
    }

    private void checkGemmInAllLayouts(int m, int n, int k, Values values) {
        for (int layout = 0; layout < 8; layout++) {
            checkGemm(new Gemm(m, n, k, (layout & 1) != 0, (layout & 2) != 0, (layout & 4) != 0, false), values);
        }
    }

    private void checkGemm(Gemm gemm, Values values) {
        float[] a = values.make(gemm.m() * gemm.k());
        float[] b = values.make(gemm.k() * gemm.n());
        float[] c = values.make(gemm.m() * gemm.n());
        Buffer bufferA = buffer(a);
        Buffer bufferB = buffer(b);
        Buffer bufferC = buffer(c);
        device.linear().gemm(gemm, bufferA, bufferB, bufferC);
        assertHolds(gemm + " c", gemmByDefinition(gemm, a, b, c), bufferC);
        assertHolds(gemm + " a", a, bufferA);
        assertHolds(gemm + " b", b, bufferB);
        checkAgain(gemm.again(), b, bufferB, values);
    }

    /** Other rows by the same B. */
    private void checkAgain(Gemm gemm, float[] b, Buffer bufferB, Values values) {
        float[] a = values.make(gemm.m() * gemm.k());
        float[] c = values.make(gemm.m() * gemm.n());
        Buffer bufferC = buffer(c);
        device.linear().gemm(gemm, buffer(a), bufferB, bufferC);
        assertHolds(gemm + " c", gemmByDefinition(gemm, a, b, c), bufferC);
        assertHolds(gemm + " b", b, bufferB);
    }

    private static float[] gemmByDefinition(Gemm gemm, float[] a, float[] b, float[] old) {
        int m = gemm.m();
        int n = gemm.n();
        int k = gemm.k();
        float[] c = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = gemm.accumulate() ? old[i * n + j] : 0f;
                for (int p = 0; p < k; p++) {
                    float left = gemm.transposeA() ? a[p * m + i] : a[i * k + p];
                    float right = gemm.transposeB() ? b[j * k + p] : b[p * n + j];
                    float product = left * right;
                    sum = sum + product;
                }
                c[i * n + j] = sum;
            }
        }
        return c;
    }

    private void checkAddColumnSums(Rows rows, float[] x, float[] sum) {
        float[] expected = sum.clone();
        for (int c = 0; c < rows.columns(); c++) {
            for (int r = 0; r < rows.rows(); r++) {
                expected[c] = expected[c] + x[r * rows.columns() + c];
            }
        }
        Buffer bufferX = buffer(x);
        Buffer bufferSum = buffer(sum);
        device.linear().addColumnSums(rows, bufferX, bufferSum);
        assertHolds("column sums of " + rows, expected, bufferSum);
        assertHolds("column sums' argument", x, bufferX);
    }

    /** So many arguments of one sort. */
    private interface Values {
        float[] make(int n);
    }
}
