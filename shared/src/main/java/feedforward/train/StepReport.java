package feedforward.train;

/**
 * One training step done.
 *
 * @param step its number, from 1
 * @param epoch the epoch it belongs to, from 1
 * @param loss the mean loss of its batch, before the update
 * @param examples the size of its batch
 */
public record StepReport(int step, int epoch, double loss, int examples) implements Report {}
