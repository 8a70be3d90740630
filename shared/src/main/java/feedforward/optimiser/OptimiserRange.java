package feedforward.optimiser;

/** The one check of the numbers of an optimiser. */
final class OptimiserRange {
    private OptimiserRange() {}

    static void requireLearningRate(float rate) {
        require("learningRate", rate, rate > 0 && rate <= OptimiserSpec.HIGHEST_LEARNING_RATE, "(0, 10]");
    }

    /** Of a moving mean, or a momentum. */
    static void requireMemory(String field, float value) {
        require(field, value, value >= 0 && value < 1, "[0, 1)");
    }

    static void requireEpsilon(float epsilon) {
        require("epsilon", epsilon, epsilon > 0 && epsilon <= 1, "(0, 1]");
    }

    static void requireWeightDecay(float decay) {
        require("weightDecay", decay, decay >= 0 && decay <= 1, "[0, 1]");
    }

    private static void require(String field, float value, boolean within, String range) {
        if (!within) {
            throw new IllegalArgumentException(
                    "RunSpec " + field + ": expected a number in " + range + " but was " + value);
        }
    }
}
