package feedforward;

/** Proves that the page, its worker and the server share code; gone as soon as the engine is here. */
public final class Placeholder {
    private Placeholder() {}

    public static float sumOfSquares(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum;
    }
}
