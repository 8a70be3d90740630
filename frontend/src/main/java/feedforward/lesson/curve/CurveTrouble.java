package feedforward.lesson.curve;

import feedforward.course.CurveNetwork;
import feedforward.view.Numbers;

/** Says where the curve is when it is not in the plot, and why it stays there. */
final class CurveTrouble {
    private static final int PLACES = 21;
    private static final double STUCK = 0.9;

    private CurveTrouble() {}

    /** A sentence or two; empty if at least half of the curve can be seen. */
    static String of(CurveNetwork network) {
        double least = 1;
        double most = -1;
        int outside = 0;
        for (int i = 0; i < PLACES; i++) {
            double y = network.output(-1 + 2f * i / (PLACES - 1));
            least = Math.min(least, y);
            most = Math.max(most, y);
            outside += y < CurveHand.LOWEST || y > CurveHand.HIGHEST ? 1 : 0;
        }
        if (2 * outside <= PLACES) {
            return "";
        }
        String where = "The curve has left the plot: it runs from y = " + Numbers.fixed(least, 2) + " to "
                + Numbers.fixed(most, 2) + ". ";
        boolean stuck = least > STUCK || most < -STUCK;
        return where
                + (stuck
                        ? "The steps were so large that the output’s tanh is where it is flat: its derivative is nearly 0, and so is every"
                                + " further step. Take a smaller learning rate, then press Reset."
                        : "It may come back.");
    }
}
