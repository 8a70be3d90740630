package feedforward.train;

/**
 * Ends a run when the loss on the examples held out has not been lower than its lowest for {@code patience} epochs in a row,
 * and goes back to the weights with the lowest; also where a run goes to its end. Judged after each epoch.
 *
 * @param patience 1 … 1,000,000
 */
public record EarlyStopping(int patience) {
    public static final int MOST_PATIENCE = 1_000_000;

    /** @throws IllegalArgumentException if patience is out of range */
    public EarlyStopping {
        if (patience < 1 || patience > MOST_PATIENCE) {
            throw new IllegalArgumentException("RunSpec earlyStopping patience: expected an integer in [1, "
                    + MOST_PATIENCE + "] but was " + patience);
        }
    }
}
