package feedforward.train;

/**
 * What keeps a network from learning its examples by heart, and its steps from growing wild; 0 turns each off. The losses
 * that are reported are the data's alone, without penalties.
 *
 * @param l1 λ₁ of the penalty λ₁·Σ|w| over weights, in [0, 1]: adds λ₁·sign(w) to their gradients
 * @param l2 λ₂ of the penalty ½·λ₂·Σw² over weights, in [0, 1]: adds λ₂·w to their gradients
 * @param clipNorm the longest that the gradient of all parameters together, penalties included, may be, in [0, 1e6]; a longer
 *     one is scaled down to it (Pascanu, Mikolov and Bengio 2013)
 * @param labelSmoothing ε, in [0, 1): in training, and there alone, targets t become (1 − ε)·t + ε/C with C classes, or
 *     (1 − ε)·t + ε/2 for a binary loss (Szegedy et al. 2016)
 * @param averaging d, in [0, 1): the network that is judged and saved has the moving mean of the weights, and of whatever else
 *     files hold of it; in step t, from 1, mean ← mean·min(d, (1 + t)/(10 + t)) + …, as TensorFlow's ExponentialMovingAverage
 */
public record Regularisation(float l1, float l2, float clipNorm, float labelSmoothing, float averaging) {
    public static final Regularisation NONE = new Regularisation(0, 0, 0, 0, 0);
    public static final float HIGHEST_CLIP_NORM = 1e6f;

    /** @throws IllegalArgumentException if a number is out of range */
    public Regularisation {
        require("l1", l1, l1 >= 0 && l1 <= 1, "[0, 1]");
        require("l2", l2, l2 >= 0 && l2 <= 1, "[0, 1]");
        require("clipNorm", clipNorm, clipNorm >= 0 && clipNorm <= HIGHEST_CLIP_NORM, "[0, 1e6]");
        require("labelSmoothing", labelSmoothing, labelSmoothing >= 0 && labelSmoothing < 1, "[0, 1)");
        require("averaging", averaging, averaging >= 0 && averaging < 1, "[0, 1)");
    }

    public Regularisation withPenalties(float newL1, float newL2) {
        return new Regularisation(newL1, newL2, clipNorm, labelSmoothing, averaging);
    }

    public Regularisation withClipNorm(float longest) {
        return new Regularisation(l1, l2, longest, labelSmoothing, averaging);
    }

    public Regularisation withLabelSmoothing(float part) {
        return new Regularisation(l1, l2, clipNorm, part, averaging);
    }

    public Regularisation withAveraging(float decay) {
        return new Regularisation(l1, l2, clipNorm, labelSmoothing, decay);
    }

    public boolean averages() {
        return averaging > 0;
    }

    private static void require(String field, float value, boolean within, String range) {
        if (!within) {
            throw new IllegalArgumentException(
                    "RunSpec regularisation " + field + ": expected a number in " + range + " but was " + value);
        }
    }
}
