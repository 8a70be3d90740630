package feedforward.layer;

/**
 * What a forward pass is for. Only in training do dropout and batch normalisation act on chance and on the batch, and only then
 * can backward follow.
 *
 * @param training whether the weights are to learn from this batch
 * @param step which one it is in training, for what layers draw
 * @param continues whether each row of this batch goes on where the same row of the pass before of the same kind ended, so
 *     that recurrent layers carry their state over
 */
public record Pass(boolean training, TrainingStep step, boolean continues) {
    /** To judge or to use the network, on examples that have nothing to do with those before. */
    public static final Pass INFERENCE = new Pass(false, new TrainingStep(0), false);

    /** To use the network on what follows the pass before. */
    public static final Pass CONTINUED_INFERENCE = INFERENCE.continuing();

    /** To learn, on examples that have nothing to do with those before. */
    public static Pass training(TrainingStep step) {
        return new Pass(true, step, false);
    }

    /** The pass of a single step. */
    public static Pass training(long seed, int number) {
        TrainingStep step = new TrainingStep(seed);
        step.moveTo(number);
        return training(step);
    }

    /** The same pass, on batches that follow each other. */
    public Pass continuing() {
        return new Pass(training, step, true);
    }
}
