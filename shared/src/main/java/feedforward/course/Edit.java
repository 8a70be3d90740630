package feedforward.course;

import feedforward.text.Parts;
import java.util.List;

/** A change made by hand in the middle of a run, once {@code step} steps are done: what a run's description does not tell. */
public sealed interface Edit {
    int step();

    /** As links hold it: {@code 120_rate_0.1}, {@code 120_penalties_0_0.001}, {@code 120_weight_0_3_-0.5}. */
    String text();

    /** Another learning rate from now on, in (0, 10]. */
    record Rate(int step, float rate) implements Edit {
        @Override
        public String text() {
            return step + "_rate_" + exact(rate);
        }
    }

    /** Other penalties from now on, λ₁ and λ₂ in [0, 1]. */
    record Penalties(int step, float l1, float l2) implements Edit {
        @Override
        public String text() {
            return step + "_penalties_" + exact(l1) + '_' + exact(l2);
        }
    }

    /**
     * Another value for one weight or bias.
     *
     * @param parameter its place among the network's parameters, from 0
     * @param index its place in the parameter, row-major
     */
    record Weight(int step, int parameter, int index, float value) implements Edit {
        /** A zero has no sign here, since {@link #text} keeps none. */
        public Weight {
            value = value == 0 ? 0 : value;
        }

        @Override
        public String text() {
            return step + "_weight_" + parameter + '_' + index + '_' + exact(value);
        }
    }

    /** @throws IllegalArgumentException if it is none, or a number is not finite */
    static Edit parse(String text) {
        List<String> parts = Parts.of(text, '_');
        try {
            String kind = parts.size() < 2 ? "" : parts.get(1);
            if (kind.equals("rate") && parts.size() == 3) {
                return new Rate(count(parts, 0), number(parts, 2));
            }
            if (kind.equals("penalties") && parts.size() == 4) {
                return new Penalties(count(parts, 0), number(parts, 2), number(parts, 3));
            }
            if (kind.equals("weight") && parts.size() == 5) {
                return new Weight(count(parts, 0), count(parts, 2), count(parts, 3), number(parts, 4));
            }
        } catch (NumberFormatException e) {
            // Said below, as for a text of another form.
        }
        throw new IllegalArgumentException(
                "Edit: expected a text such as \"120_rate_0.1\" or \"120_weight_0_3_-0.5\" but was \""
                        + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + '"');
    }

    private static int count(List<String> parts, int place) {
        int count = Integer.parseInt(parts.get(place));
        if (count < 0) {
            throw new NumberFormatException();
        }
        return count;
    }

    private static float number(List<String> parts, int place) {
        float number = (float) Double.parseDouble(parts.get(place));
        if (!Float.isFinite(number)) {
            throw new NumberFormatException();
        }
        return number;
    }

    /** The shortest decimal of at most nine places that is this very float; else all its digits. */
    private static String exact(float value) {
        double magnitude = Math.abs((double) value);
        long scale = 1;
        for (int decimals = 0; decimals <= 9 && magnitude * scale < 1e15; decimals++) {
            long scaled = Math.round(magnitude * scale);
            String fraction = decimals == 0
                    ? ""
                    : "." + Long.toString(scale + scaled % scale).substring(1);
            String text = (value < 0 ? "-" : "") + scaled / scale + fraction;
            if ((float) Double.parseDouble(text) == value) {
                return text;
            }
            scale *= 10;
        }
        return Double.toString(value);
    }
}
