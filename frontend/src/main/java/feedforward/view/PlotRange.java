package feedforward.view;

/** What an axis shows, least < most. */
public record PlotRange(double least, double most) {
    private static final int FEWEST_TICKS = 4;

    /** @throws IllegalArgumentException unless both are finite and least < most: ticks would have no end */
    public PlotRange {
        if (!(least < most) || Double.isInfinite(least) || Double.isInfinite(most)) {
            throw new IllegalArgumentException(
                    "PlotRange: expected least < most, both finite, but was " + least + " and " + most);
        }
    }

    /** The place of a value between the ends: 0 at the least, 1 at the most. */
    double fraction(double value) {
        return (value - least) / (most - least);
    }

    /** The value at a place between the ends. */
    double at(double fraction) {
        return least + fraction * (most - least);
    }

    /** The distance between two ticks: 1, 2 or 5 times a power of ten, at least four of them. */
    double tickStep() {
        double decade = 1;
        while (decade * FEWEST_TICKS > most - least) {
            decade /= 10;
        }
        while (decade * FEWEST_TICKS * 10 <= most - least) {
            decade *= 10;
        }
        if (decade * FEWEST_TICKS * 5 <= most - least) {
            return decade * 5;
        }
        return decade * FEWEST_TICKS * 2 <= most - least ? decade * 2 : decade;
    }

    /** How many decimals tell two ticks apart. */
    int tickDecimals() {
        int decimals = 0;
        for (double step = tickStep(); step < 0.999 && decimals < 9; step *= 10) {
            decimals++;
        }
        return decimals;
    }
}
