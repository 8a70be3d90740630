package feedforward.schedule;

/**
 * Where a run stands when it is about to do a step.
 *
 * @param step the number of the step, from 0
 * @param steps how many there are in all
 * @param stepsPerEpoch how many make an epoch
 */
public record Progress(int step, int steps, int stepsPerEpoch) {
    /** The number of the epoch, from 0. */
    public int epoch() {
        return step / stepsPerEpoch;
    }
}
