package feedforward.schedule;

/** The one check of the numbers of a schedule. */
final class ScheduleRange {
    private ScheduleRange() {}

    static void require(String field, float value, boolean within, String range) {
        if (!within) {
            throw new IllegalArgumentException(
                    "RunSpec schedule " + field + ": expected a number in " + range + " but was " + value);
        }
    }

    static void requireFactor(float factor) {
        require("factor", factor, factor > 0 && factor <= 1, "(0, 1]");
    }

    static void requireWithin(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("RunSpec schedule " + field + ": expected an integer in [" + least + ", "
                    + most + "] but was " + value);
        }
    }
}
