package feedforward.course;

/** A line y = m·x + b through points of the plane. */
public record StraightLine(double m, double b) {
    public static final int PARAMETERS = 2;

    /**
     * The one of least cost, by the normal equations: m = Σ (x − x̄)(y − ȳ) / Σ (x − x̄)², b = ȳ − m·x̄. Level where all points
     * share one x.
     */
    public static StraightLine best(CurvePoints points) {
        int n = points.count();
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += points.x(i) / (double) n;
            meanY += points.y(i) / (double) n;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double dx = points.x(i) - meanX;
            xx += dx * dx;
            xy += dx * (points.y(i) - meanY);
        }
        double m = xx == 0 ? 0 : xy / xx;
        return new StraightLine(m, meanY - m * meanX);
    }

    /** y at each of these places. */
    public float[] outputs(float[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) (m * x[i] + b);
        }
        return y;
    }
}
