package feedforward.layer;

/**
 * What a forward pass is for. Only in training do dropout and batch normalisation act on chance and on the batch, and only then
 * can backward follow.
 *
 * @param training whether the weights are to learn from this batch
 * @param seed of the run, for what layers draw in training
 * @param step the number of the training step, from 0
 * @param continues whether each row of this batch goes on where the same row of the pass before of the same kind ended, so
 *     that recurrent layers carry their state over
 */
public record Pass(boolean training, long seed, int step, boolean continues) {
    /** To judge or to use the network, on examples that have nothing to do with those before. */
    public static final Pass INFERENCE = new Pass(false, 0, 0, false);

    /** To use the network on what follows the pass before. */
    public static final Pass CONTINUED_INFERENCE = new Pass(false, 0, 0, true);

    public static Pass training(long seed, int step) {
        return new Pass(true, seed, step, false);
    }

    /** The same pass, on batches that follow each other. */
    public Pass continuing() {
        return new Pass(training, seed, step, true);
    }
}
