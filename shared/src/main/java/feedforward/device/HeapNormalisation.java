package feedforward.device;

/** {@link NormalisationKernels} in plain loops, column by column. */
final class HeapNormalisation implements NormalisationKernels {

    @Override
    public void statistics(Rows rows, Buffer x, Buffer mean, Buffer variance) {
        HeapBuffer in = HeapBuffer.of(x);
        for (int c = 0; c < rows.columns(); c++) {
            float sum = 0;
            for (int r = 0; r < rows.rows(); r++) {
                sum = sum + at(in, rows, r, c);
            }
            float centre = sum / rows.rows();
            float squares = 0;
            for (int r = 0; r < rows.rows(); r++) {
                float difference = at(in, rows, r, c) - centre;
                squares = squares + difference * difference;
            }
            HeapBuffer.set(mean, c, centre);
            HeapBuffer.set(variance, c, squares / rows.rows());
        }
    }

    @Override
    public void blend(int n, float part, Buffer fresh, Buffer old) {
        float rest = 1f - part;
        for (int i = 0; i < n; i++) {
            HeapBuffer.set(old, i, HeapBuffer.get(old, i) * rest + HeapBuffer.get(fresh, i) * part);
        }
    }

    @Override
    public void normalise(Rows rows, float epsilon, NormalisationBuffers buffers) {
        HeapBuffer x = HeapBuffer.of(buffers.x());
        HeapBuffer y = HeapBuffer.of(buffers.y());
        for (int c = 0; c < rows.columns(); c++) {
            float mean = HeapBuffer.get(buffers.mean(), c);
            float factor = factor(buffers.variance(), c, epsilon);
            float scale = HeapBuffer.get(buffers.scale(), c);
            float shift = HeapBuffer.get(buffers.shift(), c);
            for (int r = 0; r < rows.rows(); r++) {
                y.array()[y.offset() + r * rows.columns() + c] = ((at(x, rows, r, c) - mean) * factor) * scale + shift;
            }
        }
    }

    @Override
    public void gradient(Rows rows, float epsilon, NormalisationBuffers buffers, NormalisationGradients gradients) {
        HeapBuffer x = HeapBuffer.of(buffers.x());
        HeapBuffer dY = HeapBuffer.of(gradients.dY());
        HeapBuffer dX = HeapBuffer.of(gradients.dX());
        for (int c = 0; c < rows.columns(); c++) {
            float mean = HeapBuffer.get(buffers.mean(), c);
            float factor = factor(buffers.variance(), c, epsilon);
            float sum = 0;
            float products = 0;
            for (int r = 0; r < rows.rows(); r++) {
                float slope = at(dY, rows, r, c);
                sum = sum + slope;
                products = products + slope * ((at(x, rows, r, c) - mean) * factor);
            }
            HeapBuffer.set(gradients.dShift(), c, HeapBuffer.get(gradients.dShift(), c) + sum);
            HeapBuffer.set(gradients.dScale(), c, HeapBuffer.get(gradients.dScale(), c) + products);
            float outer = HeapBuffer.get(buffers.scale(), c) * factor;
            float meanSlope = sum / rows.rows();
            float meanProduct = products / rows.rows();
            for (int r = 0; r < rows.rows(); r++) {
                float normal = (at(x, rows, r, c) - mean) * factor;
                float inner = (at(dY, rows, r, c) - meanSlope) - normal * meanProduct;
                dX.array()[dX.offset() + r * rows.columns() + c] = outer * inner;
            }
        }
    }

    private static float factor(Buffer variance, int c, float epsilon) {
        return 1f / (float) Math.sqrt(HeapBuffer.get(variance, c) + epsilon);
    }

    private static float at(HeapBuffer matrix, Rows rows, int r, int c) {
        return matrix.array()[matrix.offset() + r * rows.columns() + c];
    }
}
