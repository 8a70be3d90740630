package feedforward.device;

/**
 * A function applied to each element, y = f(z), with its derivative written in terms of the output y, so that backward
 * needs no copy of z.
 */
public enum Activation {
    /** y = z, f′ = 1. */
    LINEAR {
        @Override
        public float apply(float z) {
            return z;
        }

        @Override
        public float gradient(float y, float dY) {
            return dY;
        }
    },
    /** y = 1 / (1 + e⁻ᶻ), f′ = y·(1 − y). */
    SIGMOID {
        @Override
        public float apply(float z) {
            return ExactMath.sigmoid(z);
        }

        @Override
        public float gradient(float y, float dY) {
            return dY * (y * (1 - y));
        }
    },
    /** y = tanh z, f′ = 1 − y². */
    TANH {
        @Override
        public float apply(float z) {
            return ExactMath.tanh(z);
        }

        @Override
        public float gradient(float y, float dY) {
            return dY * (1 - y * y);
        }
    },
    /** y = max(z, 0), f′ = 1 where y &gt; 0, else 0. −0 gives +0; NaN stays NaN, so that a broken run is noticed. */
    RELU {
        @Override
        public float apply(float z) {
            return Math.max(z, 0f);
        }

        @Override
        public float gradient(float y, float dY) {
            return y > 0 ? dY : 0f;
        }
    };

    /** f(z), as the exact operation sequence that every device follows. */
    public abstract float apply(float z);

    /** dZ = dY·f′, with f′ computed from y = f(z) first and the product rounded last. */
    public abstract float gradient(float y, float dY);
}
