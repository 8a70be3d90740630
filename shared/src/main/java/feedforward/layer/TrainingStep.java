package feedforward.layer;

/**
 * Which training step a pass belongs to: a run's seed and the number of its step, from 0. Mutable: it moves on with the run, so
 * that all steps share their {@link Pass}.
 */
public final class TrainingStep {
    private final long seed;
    private int number;

    public TrainingStep(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    public int number() {
        return number;
    }

    public void moveTo(int number) {
        this.number = number;
    }
}
