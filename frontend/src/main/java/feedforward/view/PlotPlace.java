package feedforward.view;

/** Hears of a place on a plot's axes. */
@FunctionalInterface
public interface PlotPlace {
    void at(double x, double y);
}
