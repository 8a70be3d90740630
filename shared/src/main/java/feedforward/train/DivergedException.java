package feedforward.train;

/** A loss, or the length of a gradient, that is no finite number. The weights are those before the step that found it. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DivergedException(int step, String what, double value) {
        super("Training step " + step + ": expected a finite " + what + " but was " + value
                + "; try a smaller learning rate");
    }

    static void requireFinite(int step, double loss) {
        requireFinite(step, "loss", loss);
    }

    static void requireFinite(int step, String what, double value) {
        if (!Double.isFinite(value)) {
            throw new DivergedException(step, what, value);
        }
    }
}
