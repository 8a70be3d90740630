package feedforward.course;

import feedforward.device.ExactMath;

/**
 * Logistic regression on points of the plane: y = σ(m·x + b) with σ(z) = 1 / (1 + e⁻ᶻ), a line bent to stay between 0 and 1.
 */
public record LogisticCurve(double m, double b) {
    public static final int PARAMETERS = 2;
    private static final int MOST_TRIALS = 200;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double ENOUGH = 1e-13;
    /** Keeps the equations solvable where all points share one x. */
    private static final double TINY = 1e-12;

    /** y at a place x. */
    public float output(float x) {
        return ExactMath.sigmoid((float) (m * x + b));
    }

    /** y at each of these places. */
    public float[] outputs(float[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = output(x[i]);
        }
        return y;
    }

    /**
     * The one of least cost, by damped Gauss-Newton steps (Levenberg 1944, Marquardt 1963): with p = σ(m·x + b), s = p·(1 − p)
     * and J = [s·x, s], δ = (JᵀJ + λ·diag JᵀJ)⁻¹·Jᵀ(p − y), taken where the cost falls. Points that no such curve has a least
     * cost for, such as all at y = 1, give a steep one.
     */
    public static LogisticCurve best(CurvePoints points) {
        float[] x = points.places();
        LogisticCurve best = new LogisticCurve(0, 0);
        double cost = points.cost(best.outputs(x));
        double damping = FIRST_DAMPING;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            LogisticCurve next = best.step(points, damping);
            double nextCost = points.cost(next.outputs(x));
            if (nextCost < cost) {
                boolean settled = cost - nextCost < ENOUGH * cost;
                best = next;
                cost = nextCost;
                damping /= 8;
                if (settled) {
                    break;
                }
            } else {
                damping *= 4;
            }
        }
        return best;
    }

    private LogisticCurve step(CurvePoints points, double damping) {
        double mm = 0;
        double mb = 0;
        double bb = 0;
        double gm = 0;
        double gb = 0;
        for (int i = 0; i < points.count(); i++) {
            double p = output(points.x(i));
            double s = p * (1 - p);
            double error = p - points.y(i);
            double jm = s * points.x(i);
            mm += jm * jm;
            mb += jm * s;
            bb += s * s;
            gm += jm * error;
            gb += s * error;
        }
        double dm = mm * (1 + damping) + TINY;
        double db = bb * (1 + damping) + TINY;
        double determinant = dm * db - mb * mb;
        return new LogisticCurve(m - (db * gm - mb * gb) / determinant, b - (dm * gb - mb * gm) / determinant);
    }
}
