package feedforward.layer;

import feedforward.tensor.CounterRng;

/** Initial weights uniform in ±√(6 / (in + out)) (Glorot and Bengio 2010). */
final class Glorot {
    private Glorot() {}

    /** Of a matrix [in, out], from random number {@code first} on. */
    static float[] values(CounterRng rng, int first, int in, int out) {
        float limit = (float) Math.sqrt(6.0 / (in + out));
        float[] values = new float[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = (2 * rng.uniform(first + i) - 1) * limit;
        }
        return values;
    }
}
