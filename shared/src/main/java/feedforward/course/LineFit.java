package feedforward.course;

import feedforward.data.Curve;
import feedforward.device.Activation;
import java.util.List;

/**
 * Gradient descent of the smallest network, ŷ = m·x + b, on the course's 40 points, from any line: m ← m − η·∂C/∂m and
 * b ← b − η·∂C/∂b for the cost C = Σ (m·x + b − y)² / 2n, over all points or over the n of a batch. Mutable.
 */
public final class LineFit {
    /** The best line: what descent ends at. */
    public static final StraightLine BEST = StraightLine.best(CurvePoints.ofTheCourse());

    /** What the best line costs; none costs less. */
    public static final double BEST_COST = cost(BEST.m(), BEST.b());

    private final ChainFit chain;

    /**
     * @param m the slope to begin with
     * @param b the height at x = 0 to begin with
     * @param rate the learning rate η, in (0, 10]
     * @param batch how many points a step uses, 1 to 40; the last of an epoch may be smaller
     * @param seed of the order in which the points come, another in each epoch
     */
    public LineFit(float m, float b, float rate, int batch, long seed) {
        chain = new ChainFit(List.of(new ChainFit.Weights(m, b)), Activation.LINEAR, rate, batch, seed);
    }

    /**
     * One step of gradient descent.
     *
     * @throws feedforward.train.DivergedException if the cost is no longer a finite number
     */
    public void step() {
        chain.step();
    }

    /** The slope. */
    public float m() {
        return chain.weights().get(0).m();
    }

    /** The height at x = 0. */
    public float b() {
        return chain.weights().get(0).b();
    }

    public int steps() {
        return chain.steps();
    }

    /** How many steps go through all points once. */
    public int stepsPerEpoch() {
        return chain.stepsPerEpoch();
    }

    /** C = Σ (m·x + b − y)² / 2n of any line on the 40 points, in double precision. */
    public static double cost(double m, double b) {
        float[] x = Curve.places();
        float[] y = Curve.noisyValues();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double error = m * x[i] + b - y[i];
            sum += error * error;
        }
        return sum / (2 * x.length);
    }

    /** The height of the cheapest line with this slope: its errors sum to 0. */
    public static double bestHeight(double m) {
        float[] x = Curve.places();
        float[] y = Curve.noisyValues();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += y[i] - m * x[i];
        }
        return sum / x.length;
    }
}
