package feedforward.device;

import java.util.Arrays;

/** {@link ElementKernels} in plain loops. */
final class HeapElements implements ElementKernels {

    @Override
    public void fill(int n, float value, Buffer x) {
        HeapBuffer target = HeapBuffer.of(x);
        Arrays.fill(target.array(), target.offset(), target.offset() + n, value);
    }

    @Override
    public void add(int n, Buffer x, Buffer y) {
        float[] in = HeapBuffer.of(x).array();
        float[] out = HeapBuffer.of(y).array();
        int from = HeapBuffer.of(x).offset();
        int to = HeapBuffer.of(y).offset();
        for (int i = 0; i < n; i++) {
            out[to + i] = out[to + i] + in[from + i];
        }
    }

    @Override
    public void scale(int n, float factor, Buffer x, Buffer y) {
        float[] in = HeapBuffer.of(x).array();
        float[] out = HeapBuffer.of(y).array();
        int from = HeapBuffer.of(x).offset();
        int to = HeapBuffer.of(y).offset();
        for (int i = 0; i < n; i++) {
            out[to + i] = in[from + i] * factor;
        }
    }

    @Override
    public void biasActivation(Activation f, Rows rows, Buffer bias, Buffer z, Buffer y) {
        float[] b = HeapBuffer.of(bias).array();
        float[] sums = HeapBuffer.of(z).array();
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int start = HeapBuffer.of(z).offset() + r * columns;
            for (int c = 0; c < columns; c++) {
                sums[start + c] = sums[start + c] + b[HeapBuffer.of(bias).offset() + c];
            }
        }
        activation(f, rows.elements(), z, y);
    }

    @Override
    public void activation(Activation f, int n, Buffer z, Buffer y) {
        float[] in = HeapBuffer.of(z).array();
        float[] out = HeapBuffer.of(y).array();
        int from = HeapBuffer.of(z).offset();
        int to = HeapBuffer.of(y).offset();
        for (int i = 0; i < n; i++) {
            out[to + i] = f.apply(in[from + i]);
        }
    }

    @Override
    public void activationGradient(Activation f, int n, Buffer saved, Buffer dY, Buffer dZ) {
        float[] values = HeapBuffer.of(saved).array();
        float[] in = HeapBuffer.of(dY).array();
        float[] out = HeapBuffer.of(dZ).array();
        int at = HeapBuffer.of(saved).offset();
        int from = HeapBuffer.of(dY).offset();
        int to = HeapBuffer.of(dZ).offset();
        for (int i = 0; i < n; i++) {
            out[to + i] = f.gradient(values[at + i], in[from + i]);
        }
    }

    @Override
    public void dropout(Dropout dropout, int n, Buffer x, Buffer y) {
        float[] in = HeapBuffer.of(x).array();
        float[] out = HeapBuffer.of(y).array();
        int from = HeapBuffer.of(x).offset();
        int to = HeapBuffer.of(y).offset();
        for (int i = 0; i < n; i++) {
            out[to + i] = dropout.keeps(i) ? in[from + i] * dropout.scale() : 0f;
        }
    }

    @Override
    public void softmax(Rows rows, Buffer z, Buffer p) {
        float[] in = HeapBuffer.of(z).array();
        float[] out = HeapBuffer.of(p).array();
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int to = HeapBuffer.of(p).offset() + r * columns;
            float sum = HeapSoftmax.exponentials(in, HeapBuffer.of(z).offset() + r * columns, out, to, columns);
            for (int c = 0; c < columns; c++) {
                out[to + c] = out[to + c] / sum;
            }
        }
    }

    @Override
    public void softmaxGradient(Rows rows, Buffer p, Buffer dP, Buffer dZ) {
        float[] probabilities = HeapBuffer.of(p).array();
        float[] in = HeapBuffer.of(dP).array();
        float[] out = HeapBuffer.of(dZ).array();
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int at = HeapBuffer.of(p).offset() + r * columns;
            int from = HeapBuffer.of(dP).offset() + r * columns;
            int to = HeapBuffer.of(dZ).offset() + r * columns;
            float dot = 0;
            for (int c = 0; c < columns; c++) {
                dot = dot + in[from + c] * probabilities[at + c];
            }
            for (int c = 0; c < columns; c++) {
                out[to + c] = probabilities[at + c] * (in[from + c] - dot);
            }
        }
    }
}
