package feedforward.lesson.playground;

import feedforward.layer.Initialiser;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.MomentumSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.optimiser.RmsPropSpec;
import feedforward.optimiser.SgdSpec;
import java.util.List;
import java.util.Locale;

/**
 * How the network is trained. Numbers are texts of the lists that a visitor chooses from.
 *
 * @param start where the weights come from
 */
record Training(Method method, String rate, String batch, String l1, String l2, Start start, int seed) {
    static final Training USUAL = new Training(Method.SGD, "0.03", "10", "0", "0", Start.GLOROT, 1);
    static final List<String> RATES = List.of("0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10");
    static final List<String> BATCHES = List.of("1", "5", "10", "25", "50", "100", "1000");
    static final List<String> PENALTIES = List.of("0", "0.0001", "0.0003", "0.001", "0.003", "0.01", "0.03", "0.1");
    static final int LARGEST_SEED = 999_999;

    /** The optimisers offered. */
    enum Method {
        SGD,
        MOMENTUM,
        RMSPROP,
        ADAM;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        OptimiserSpec spec(float rate) {
            return switch (this) {
                case SGD -> new SgdSpec(rate);
                case MOMENTUM -> new MomentumSpec(rate, 0.9f);
                case RMSPROP -> RmsPropSpec.of(rate);
                case ADAM -> AdamSpec.of(rate);
            };
        }
    }

    /** Where the initial weights come from. */
    enum Start {
        GLOROT(Initialiser.DEFAULT),
        HE(new Initialiser.He()),
        SAME(new Initialiser.Constant(0.1f)),
        WIDE(new Initialiser.Uniform(10));

        private final Initialiser initialiser;

        Start(Initialiser initialiser) {
            this.initialiser = initialiser;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        Initialiser initialiser() {
            return initialiser;
        }
    }

    Training with(Method other) {
        return new Training(other, rate, batch, l1, l2, start, seed);
    }

    Training with(Start other) {
        return new Training(method, rate, batch, l1, l2, other, seed);
    }

    Training withRate(String other) {
        return new Training(method, other, batch, l1, l2, start, seed);
    }

    Training withBatch(String other) {
        return new Training(method, rate, other, l1, l2, start, seed);
    }

    Training withPenalties(String newL1, String newL2) {
        return new Training(method, rate, batch, newL1, newL2, start, seed);
    }

    Training withSeed(int other) {
        return new Training(method, rate, batch, l1, l2, start, other);
    }

    /** A text of a list as the float it stands for. */
    static float number(String text) {
        return (float) Double.parseDouble(text);
    }

    /** The text of a list that stands for this float. */
    static String text(List<String> choices, float value) {
        return choices.stream()
                .filter(choice -> number(choice) == value)
                .findFirst()
                .orElse(Double.toString(value));
    }
}
