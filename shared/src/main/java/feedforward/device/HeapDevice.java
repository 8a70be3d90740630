package feedforward.device;

import java.util.Arrays;

/**
 * The reference device: {@code float[]} and plain loops, each as near to the definition in {@link Device} as Java can say it.
 * Runs everywhere; every other device must agree with it in every bit.
 */
public final class HeapDevice implements Device {
    private final HeapGemm gemmKernel = new HeapGemm();

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public Buffer allocate(int length) {
        return new HeapBuffer(new float[length]);
    }

    @Override
    public void fill(int n, float value, Buffer x) {
        Arrays.fill(values(x), 0, n, value);
    }

    @Override
    public void gemm(Gemm gemm, Buffer a, Buffer b, Buffer c) {
        gemmKernel.run(gemm, values(a), values(b), values(c));
    }

    @Override
    public void biasActivation(Activation f, Rows rows, Buffer bias, Buffer y) {
        float[] b = values(bias);
        float[] out = values(y);
        int columns = rows.columns();
        for (int start = 0; start < rows.elements(); start += columns) {
            for (int c = 0; c < columns; c++) {
                out[start + c] = f.apply(out[start + c] + b[c]);
            }
        }
    }

    @Override
    public void activationGradient(Activation f, int n, Buffer y, Buffer dY, Buffer dZ) {
        float[] outputs = values(y);
        float[] in = values(dY);
        float[] out = values(dZ);
        for (int i = 0; i < n; i++) {
            out[i] = f.gradient(outputs[i], in[i]);
        }
    }

    @Override
    public void addColumnSums(Rows rows, Buffer x, Buffer sum) {
        float[] in = values(x);
        float[] out = values(sum);
        int columns = rows.columns();
        for (int start = 0; start < rows.elements(); start += columns) {
            for (int c = 0; c < columns; c++) {
                out[c] = out[c] + in[start + c];
            }
        }
    }

    @Override
    public void softmax(Rows rows, Buffer z, Buffer p) {
        float[] in = values(z);
        float[] out = values(p);
        int columns = rows.columns();
        for (int start = 0; start < rows.elements(); start += columns) {
            float sum = exponentials(in, start, columns, largest(in, start, columns), out);
            for (int c = start; c < start + columns; c++) {
                out[c] = out[c] / sum;
            }
        }
    }

    @Override
    public void softmaxGradient(Rows rows, Buffer p, Buffer dP, Buffer dZ) {
        float[] probabilities = values(p);
        float[] in = values(dP);
        float[] out = values(dZ);
        int columns = rows.columns();
        for (int start = 0; start < rows.elements(); start += columns) {
            float dot = 0;
            for (int c = start; c < start + columns; c++) {
                dot = dot + in[c] * probabilities[c];
            }
            for (int c = start; c < start + columns; c++) {
                out[c] = probabilities[c] * (in[c] - dot);
            }
        }
    }

    @Override
    public void softmaxCrossEntropy(Rows rows, float scale, LossBuffers buffers) {
        float[] z = values(buffers.output());
        float[] t = values(buffers.target());
        float[] loss = values(buffers.loss());
        float[] gradient = values(buffers.gradient());
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int start = r * columns;
            float max = largest(z, start, columns);
            float sum = exponentials(z, start, columns, max, gradient);
            float logSum = ExactMath.log(sum);
            float total = 0;
            for (int c = start; c < start + columns; c++) {
                if (t[c] != 0) {
                    total = total + t[c] * (logSum - (z[c] - max));
                }
                gradient[c] = (gradient[c] / sum - t[c]) * scale;
            }
            loss[r] = total;
        }
    }

    @Override
    public void squaredError(Rows rows, float scale, LossBuffers buffers) {
        float[] y = values(buffers.output());
        float[] t = values(buffers.target());
        float[] loss = values(buffers.loss());
        float[] gradient = values(buffers.gradient());
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            float total = 0;
            for (int c = r * columns; c < (r + 1) * columns; c++) {
                float difference = y[c] - t[c];
                total = total + difference * difference;
                gradient[c] = difference * scale;
            }
            loss[r] = total * 0.5f;
        }
    }

    @Override
    public void sgd(int n, float rate, Buffer g, Buffer w) {
        float[] gradient = values(g);
        float[] weight = values(w);
        for (int i = 0; i < n; i++) {
            weight[i] = weight[i] - rate * gradient[i];
        }
    }

    /** The largest of a row; NaN if any is. */
    private static float largest(float[] z, int start, int columns) {
        float max = z[start];
        for (int c = start + 1; c < start + columns; c++) {
            max = Math.max(max, z[c]);
        }
        return max;
    }

    /** e[c] = exp(z[c] − max) for one row; returns their sum, c ascending. */
    private static float exponentials(float[] z, int start, int columns, float max, float[] e) {
        float sum = 0;
        for (int c = start; c < start + columns; c++) {
            e[c] = ExactMath.exp(z[c] - max);
            sum = sum + e[c];
        }
        return sum;
    }

    private static float[] values(Buffer buffer) {
        return ((HeapBuffer) buffer).values;
    }

    private static final class HeapBuffer implements Buffer {
        private final float[] values;

        HeapBuffer(float[] values) {
            this.values = values;
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public void write(int at, float[] source, int from, int count) {
            System.arraycopy(source, from, values, at, count);
        }

        @Override
        public void read(int at, float[] target, int to, int count) {
            System.arraycopy(values, at, target, to, count);
        }
    }
}
