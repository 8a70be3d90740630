package feedforward.device;

/** {@link UpdateKernels} in plain loops. */
final class HeapUpdates implements UpdateKernels {
    private static final int LANES = 16;

    @Override
    public void sgd(int n, float rate, Buffer g, Buffer w) {
        float[] gradient = HeapBuffer.of(g).array();
        float[] weight = HeapBuffer.of(w).array();
        int from = HeapBuffer.of(g).offset();
        int to = HeapBuffer.of(w).offset();
        for (int i = 0; i < n; i++) {
            weight[to + i] = weight[to + i] - rate * gradient[from + i];
        }
    }

    @Override
    public void momentum(int n, float rate, float momentum, MomentBuffers buffers) {
        Moment moment = new Moment(buffers);
        for (int i = 0; i < n; i++) {
            float u = momentum * moment.u(i) + moment.g(i);
            moment.set(i, u, moment.w(i) - rate * u);
        }
    }

    @Override
    public void nesterov(int n, float rate, float momentum, MomentBuffers buffers) {
        Moment moment = new Moment(buffers);
        for (int i = 0; i < n; i++) {
            float u = momentum * moment.u(i) + moment.g(i);
            moment.set(i, u, moment.w(i) - rate * (moment.g(i) + momentum * u));
        }
    }

    @Override
    public void adagrad(int n, float rate, float epsilon, MomentBuffers buffers) {
        Moment moment = new Moment(buffers);
        for (int i = 0; i < n; i++) {
            float u = moment.u(i) + moment.g(i) * moment.g(i);
            moment.set(i, u, moment.w(i) - (rate * moment.g(i)) / (squareRoot(u) + epsilon));
        }
    }

    @Override
    public void rmsProp(int n, float rate, float decay, float epsilon, MomentBuffers buffers) {
        Moment moment = new Moment(buffers);
        float rest = 1f - decay;
        for (int i = 0; i < n; i++) {
            float u = decay * moment.u(i) + rest * (moment.g(i) * moment.g(i));
            moment.set(i, u, moment.w(i) - (rate * moment.g(i)) / (squareRoot(u) + epsilon));
        }
    }

    @Override
    public void adam(int n, float rate, float correction, AdamConstants constants, AdamBuffers buffers) {
        HeapBuffer gradient = HeapBuffer.of(buffers.g());
        HeapBuffer mean = HeapBuffer.of(buffers.m());
        HeapBuffer square = HeapBuffer.of(buffers.v());
        HeapBuffer weight = HeapBuffer.of(buffers.w());
        float rest1 = 1f - constants.beta1();
        float rest2 = 1f - constants.beta2();
        for (int i = 0; i < n; i++) {
            float g = gradient.array()[gradient.offset() + i];
            float m = constants.beta1() * mean.array()[mean.offset() + i] + rest1 * g;
            float v = constants.beta2() * square.array()[square.offset() + i] + rest2 * (g * g);
            float w = weight.array()[weight.offset() + i];
            mean.array()[mean.offset() + i] = m;
            square.array()[square.offset() + i] = v;
            weight.array()[weight.offset() + i] = w - (rate * m) / (squareRoot(v) * correction + constants.epsilon());
        }
    }

    @Override
    public void decay(int n, float factor, Buffer w) {
        HeapBuffer weight = HeapBuffer.of(w);
        for (int i = weight.offset(); i < weight.offset() + n; i++) {
            weight.array()[i] = weight.array()[i] * factor;
        }
    }

    @Override
    public void addPenaltyGradient(int n, float l1, float l2, Buffer w, Buffer g) {
        float[] weight = HeapBuffer.of(w).array();
        float[] gradient = HeapBuffer.of(g).array();
        int from = HeapBuffer.of(w).offset();
        int to = HeapBuffer.of(g).offset();
        for (int i = 0; i < n; i++) {
            float value = weight[from + i];
            gradient[to + i] = (gradient[to + i] + l2 * value) + l1 * sign(value);
        }
    }

    @Override
    public double sumOfSquares(int n, Buffer x) {
        float[] values = HeapBuffer.of(x).array();
        int from = HeapBuffer.of(x).offset();
        double[] sums = new double[LANES];
        for (int i = 0; i < n; i++) {
            double value = values[from + i];
            sums[i % LANES] += value * value;
        }
        double total = sums[0];
        for (int lane = 1; lane < LANES; lane++) {
            total += sums[lane];
        }
        return total;
    }

    /** −1, 0 or 1. */
    static float sign(float value) {
        return value > 0 ? 1f : value < 0 ? -1f : 0f;
    }

    /** The root of a float in double, rounded to float, is the float nearest to the root. */
    private static float squareRoot(float value) {
        return (float) Math.sqrt(value);
    }

    /** The arrays of a {@link MomentBuffers}. */
    private static final class Moment {
        private final HeapBuffer gradient;
        private final HeapBuffer remembered;
        private final HeapBuffer weight;

        Moment(MomentBuffers buffers) {
            gradient = HeapBuffer.of(buffers.g());
            remembered = HeapBuffer.of(buffers.u());
            weight = HeapBuffer.of(buffers.w());
        }

        float g(int i) {
            return gradient.array()[gradient.offset() + i];
        }

        float u(int i) {
            return remembered.array()[remembered.offset() + i];
        }

        float w(int i) {
            return weight.array()[weight.offset() + i];
        }

        void set(int i, float u, float w) {
            remembered.array()[remembered.offset() + i] = u;
            weight.array()[weight.offset() + i] = w;
        }
    }
}
