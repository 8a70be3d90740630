package feedforward.layer;

import feedforward.tensor.CounterRng;
import java.util.Arrays;

/** How a layer's weights start. Biases start at zero. */
public sealed interface Initialiser {
    /** What layers start with where nothing else is said. */
    Initialiser DEFAULT = new Glorot();

    /** What keeps all units alike for ever. */
    Initialiser ZEROS = new Constant(0);

    /** {@code count} weights of a layer that sees {@code fan}. */
    float[] draw(int count, Fan fan, CounterRng rng);

    /**
     * The number of inputs that reach one output, and of outputs that one input reaches: of a kernel, its places times the
     * channels.
     */
    record Fan(int in, int out) {}

    /** Uniform in ±√(6 / (in + out)), for sigmoid and tanh (Glorot and Bengio 2010). */
    record Glorot() implements Initialiser {
        @Override
        public float[] draw(int count, Fan fan, CounterRng rng) {
            return uniform(count, (float) Math.sqrt(6.0 / (fan.in + fan.out)), rng);
        }
    }

    /** Uniform in ±√(6 / in), for rectified units, which pass on half of the variance (He et al. 2015). */
    record He() implements Initialiser {
        @Override
        public float[] draw(int count, Fan fan, CounterRng rng) {
            return uniform(count, (float) Math.sqrt(6.0 / fan.in), rng);
        }
    }

    /** Uniform in ±limit. */
    record Uniform(float limit) implements Initialiser {
        public static final float LARGEST = 100;

        /** @throws IllegalArgumentException if limit is outside (0, 100] */
        public Uniform {
            if (!(limit > 0 && limit <= LARGEST)) {
                throw new IllegalArgumentException("Initialiser limit: expected a number in (0, 100] but was " + limit);
            }
        }

        @Override
        public float[] draw(int count, Fan fan, CounterRng rng) {
            return uniform(count, limit, rng);
        }
    }

    /** All weights alike, to show why not: the units of a layer then learn the same. */
    record Constant(float value) implements Initialiser {
        public static final float LARGEST = 100;

        /** @throws IllegalArgumentException if value is outside [−100, 100] */
        public Constant {
            if (!(Math.abs(value) <= LARGEST)) {
                throw new IllegalArgumentException(
                        "Initialiser value: expected a number in [-100, 100] but was " + value);
            }
        }

        @Override
        public float[] draw(int count, Fan fan, CounterRng rng) {
            float[] weights = new float[count];
            Arrays.fill(weights, value);
            return weights;
        }
    }

    /** w[i] = (2·u[i] − 1)·limit. */
    private static float[] uniform(int count, float limit, CounterRng rng) {
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (2 * rng.uniform(i) - 1) * limit;
        }
        return weights;
    }
}
