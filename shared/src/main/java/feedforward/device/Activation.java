package feedforward.device;

/**
 * A function applied to each element, y = f(z), with its derivative written in terms of the output y where that can be, so
 * that backward needs no copy of z.
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
    },
    /** y = z where z &gt; 0, else 0.01·z; f′ = 1 where y &gt; 0, else 0.01 (Maas, Hannun, Ng 2013). */
    LEAKY_RELU {
        @Override
        public float apply(float z) {
            return z > 0 ? z : LEAK * z;
        }

        @Override
        public float gradient(float y, float dY) {
            return y > 0 ? dY : LEAK * dY;
        }
    },
    /** y = ln(1 + eᶻ), computed as max(z, 0) + log(1 + e^−|z|); f′ = σ(z). */
    SOFTPLUS {
        @Override
        public float apply(float z) {
            return Math.max(z, 0f) + ExactMath.log(1f + ExactMath.exp(-Math.abs(z)));
        }

        @Override
        public float gradient(float z, float dY) {
            return dY * ExactMath.sigmoid(z);
        }

        @Override
        public boolean gradientNeedsInput() {
            return true;
        }
    },
    /**
     * The tanh form of z·Φ(z) (Hendrycks and Gimpel 2016): with t = tanh((z + 0.044715·((z·z)·z))·√(2/π)), y = (½·z)·(1 + t);
     * f′ = ½·(1 + t) + ((½·z)·(1 − t·t))·((1 + 0.134145·(z·z))·√(2/π)).
     */
    GELU {
        @Override
        public float apply(float z) {
            return (0.5f * z) * (1f + inner(z));
        }

        @Override
        public float gradient(float z, float dY) {
            float t = inner(z);
            float slope = (1f + 0.134145f * (z * z)) * SQRT_2_PI;
            return dY * (0.5f * (1f + t) + ((0.5f * z) * (1f - t * t)) * slope);
        }

        @Override
        public boolean gradientNeedsInput() {
            return true;
        }

        private float inner(float z) {
            return ExactMath.tanh((z + 0.044715f * ((z * z) * z)) * SQRT_2_PI);
        }
    };

    private static final float LEAK = 0.01f;
    private static final float SQRT_2_PI = 0.7978845608f;

    /** f(z), as the exact operation sequence that every device follows. */
    public abstract float apply(float z);

    /** dZ = dY·f′, with f′ computed first, from z where {@link #gradientNeedsInput}, else from y, and the product rounded last. */
    public abstract float gradient(float saved, float dY);

    /** Whether the derivative is a function of z and not of y alone. */
    public boolean gradientNeedsInput() {
        return false;
    }
}
