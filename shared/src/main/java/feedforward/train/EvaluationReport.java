package feedforward.train;

import java.util.OptionalDouble;

/**
 * The network judged on examples it does not learn from.
 *
 * @param step how many steps it had been trained for
 * @param loss the mean loss over all examples
 * @param accuracy the fraction of examples whose largest output is the right class, or, for binary cross-entropy, of which all
 *     outputs are on the right side of ½, in [0, 1]; empty unless the network classifies
 */
public record EvaluationReport(int step, double loss, OptionalDouble accuracy) implements Report {}
