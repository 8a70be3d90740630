package feedforward.train;

/** A loss that is no finite number. The weights are those before the step that found it. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DivergedException(int step, double loss) {
        super("Training step " + step + ": expected a finite loss but was " + loss + "; try a smaller learning rate");
    }

    static void requireFinite(int step, double loss) {
        if (!Double.isFinite(loss)) {
            throw new DivergedException(step, loss);
        }
    }
}
