package feedforward.data;

/**
 * The 1-D curve of the course's first notebook: 40 points x = −1, −0.95, …, 0.95 of y = 0.5 − 0.05·x² + 0.25·x³ with the
 * notebook's own noise. The same points serve to train and to judge.
 */
public final class Curve {
    public static final String NAME = "curve";
    public static final int POINTS = 40;
    private static final float[] NOISY = {
        0.19200746f, 0.26390769f, 0.27416557f, 0.29274981f, 0.34720758f, 0.33646458f, 0.3954851f, 0.38163466f,
        0.4721299f, 0.4648484f, 0.45125321f, 0.49003209f, 0.4403167f, 0.46711053f, 0.48810206f, 0.459813f,
        0.46432161f, 0.52867192f, 0.55053968f, 0.50073061f, 0.50371526f, 0.50858915f, 0.49070523f, 0.5121518f,
        0.52849574f, 0.51643671f, 0.44317211f, 0.51967805f, 0.49736733f, 0.49924654f, 0.48524065f, 0.50282076f,
        0.56767256f, 0.50839501f, 0.57744206f, 0.58775349f, 0.62222579f, 0.57015087f, 0.63695049f, 0.64991875f
    };

    /** Of the 40 places and then the 40 noisy values, as little-endian float32. */
    public static final String SHA256 = "01df61acf6d41f52a4ba7e493e6a889b8501ac37740ab24092304e5de3076059";

    private Curve() {}

    public static Dataset dataset() {
        Examples points = new PointExamples(places(), 1, NOISY, 1);
        return new Dataset(NAME, SHA256, points, points);
    }

    /** The 40 places x. */
    public static float[] places() {
        float[] x = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = (float) (-1 + 0.05 * i);
        }
        return x;
    }

    /** The 40 noisy values. */
    public static float[] noisyValues() {
        return NOISY.clone();
    }

    /** The curve without noise. */
    public static double truth(double x) {
        return 0.5 - 0.05 * x * x + 0.25 * x * x * x;
    }
}
