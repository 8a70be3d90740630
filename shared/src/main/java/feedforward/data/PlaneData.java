package feedforward.data;

import feedforward.text.Digits;
import feedforward.text.Parts;
import java.util.List;
import java.util.Locale;

/**
 * A {@link PlaneSet}'s points as a data set whose name is its recipe, such as {@code spiral(noise=10,points=500,seed=1)}: whoever
 * reads the name can make the same points. The first half is to learn from, the second to judge by.
 *
 * @param noise in percent, 0 … 50
 * @param points 20 … 10,000
 * @param seed 0 … 999,999
 */
public record PlaneData(PlaneSet set, int noise, int points, int seed) {
    private static final int MOST_NOISE = 50;
    private static final int FEWEST_POINTS = 20;
    private static final int MOST_POINTS = 10_000;
    private static final int LARGEST_SEED = 999_999;

    /** @throws IllegalArgumentException if a number is out of range */
    public PlaneData {
        require("noise", noise, 0, MOST_NOISE);
        require("points", points, FEWEST_POINTS, MOST_POINTS);
        require("seed", seed, 0, LARGEST_SEED);
    }

    /** Whether a data set's name is of this kind, if perhaps a malformed one. */
    public static boolean names(String name) {
        int bracket = name.indexOf('(');
        String set = bracket < 0 ? name : name.substring(0, bracket);
        for (PlaneSet known : PlaneSet.values()) {
            if (id(known).equals(set)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The recipe in a name.
     *
     * @throws IllegalArgumentException if it is none, or a number is out of range
     */
    public static PlaneData parse(String name) {
        for (PlaneSet set : PlaneSet.values()) {
            if (name.startsWith(id(set) + "(noise=") && name.endsWith(")")) {
                List<String> parts = Parts.of(name.substring(id(set).length() + 1, name.length() - 1), ',');
                if (parts.size() == 3) {
                    return new PlaneData(
                            set,
                            number(name, parts.get(0), "noise="),
                            number(name, parts.get(1), "points="),
                            number(name, parts.get(2), "seed="));
                }
            }
        }
        throw malformed(name);
    }

    public String name() {
        return id(set) + "(noise=" + noise + ",points=" + points + ",seed=" + seed + ")";
    }

    /** The first half to learn from, the second to judge by. */
    public Dataset dataset() {
        return all().dataset(name(), points / 2);
    }

    /** All the points, the classes in turn. */
    public LabelledPoints all() {
        return set.points(points, noise / 100.0, seed);
    }

    private static String id(PlaneSet set) {
        return set.name().toLowerCase(Locale.ROOT);
    }

    private static int number(String name, String part, String field) {
        String digits = part.startsWith(field) ? part.substring(field.length()) : "";
        boolean number =
                !digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || !digits.equals(Integer.toString(Integer.parseInt(digits)))) {
            throw malformed(name);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException malformed(String name) {
        return new IllegalArgumentException(
                "Data set: expected a name such as \"spiral(noise=10,points=500,seed=1)\" but was \""
                        + (name.length() <= 80 ? name : name.substring(0, 80) + "…") + '"');
    }

    private static void require(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("Data set " + field + ": expected a whole number in [" + least + ", "
                    + Digits.grouped(most) + "] but was " + value);
        }
    }
}
