package feedforward.lesson.curve;

import feedforward.course.CurveNetwork;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;

/**
 * Shows what each hidden unit adds to the sum before the last tanh, all on the same axes, one of them by itself. Mutable: of a run
 * under way every sixth state is drawn, since a hundred curves cost more than the network's own.
 */
final class CurveUnitsView {
    private static final int PLACES = 25;
    private static final int EVERY = 6;
    private static final PlotRange X = new PlotRange(-1.05, 1.05);

    private final Plot plot = new Plot(Elements.role("curve-units-plot"), X, new PlotRange(-0.2, 0.2), "x", "share");
    private final TableRows table = new TableRows(
            Elements.role("curve-units-table"), unit -> Numbers.count((long) unit), value -> Numbers.fixed(value, 4));
    private int skipped = EVERY;

    /** @param unit the one by itself, from 0 */
    void show(CurveState state, int unit) {
        skipped++;
        if (state.moving() && skipped < EVERY) {
            return;
        }
        skipped = 0;
        CurveNetwork network = state.network();
        double[] x = new double[network.hidden() * (PLACES + 1)];
        double[] y = new double[x.length];
        double most = 0;
        for (int j = 0; j < network.hidden(); j++) {
            int start = j * (PLACES + 1);
            for (int i = 0; i < PLACES; i++) {
                x[start + i] = place(i);
                y[start + i] = network.share(j, (float) place(i));
                most = Math.max(most, Math.abs(y[start + i]));
            }
            y[start + PLACES] = Double.NaN;
        }
        double end = roundEnd(most);
        plot.range(X, new PlotRange(-end, end));
        plot.curve("curve-unit", x, y);
        int shown = Math.min(unit, network.hidden() - 1);
        plot.curve("curve-unit-chosen", slice(x, shown), slice(y, shown));
        Elements.text("curve-unit-words", words(network, shown));
        showTable(network);
    }

    private void showTable(CurveNetwork network) {
        double[] number = new double[network.hidden()];
        double[] weight = new double[number.length];
        double[] bias = new double[number.length];
        double[] out = new double[number.length];
        for (int j = 0; j < number.length; j++) {
            number[j] = j + 1;
            weight[j] = network.weight(j);
            bias[j] = network.bias(j);
            out[j] = network.outputWeight(j);
        }
        table.show(number, weight, bias, out);
    }

    private static String words(CurveNetwork network, int j) {
        return Numbers.fixed(network.outputWeight(j), 3) + " · tanh(" + Numbers.fixed(network.weight(j), 3) + " x "
                + (network.bias(j) < 0 ? "− " : "+ ") + Numbers.fixed(Math.abs(network.bias(j)), 3) + ")";
    }

    private static double place(int i) {
        return -1.05 + 2.1 * i / (PLACES - 1);
    }

    private static double[] slice(double[] values, int unit) {
        double[] slice = new double[PLACES];
        System.arraycopy(values, unit * (PLACES + 1), slice, 0, PLACES);
        return slice;
    }

    /** The least of 0.1, 0.2, 0.4, 0.8, … that a value fits under. */
    private static double roundEnd(double most) {
        double end = 0.1;
        while (end < most) {
            end *= 2;
        }
        return end;
    }
}
