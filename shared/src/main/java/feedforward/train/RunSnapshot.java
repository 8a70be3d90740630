package feedforward.train;

import java.util.List;
import java.util.Optional;

/**
 * All that a visitor sees of a run, at one moment; small enough to send whole, several times a second.
 *
 * @param step how many of the {@code totalSteps} are done
 * @param examplesPerSecond training speed so far, evaluations not counted; 0 before the first step
 * @param secondsLeft at the present pace, evaluations counted; 0 before the first step
 * @param losses the training curve, at most about 100 points
 * @param evaluations at most about 21
 * @param weightsSha256 the hash of the weights, when the run stands still
 * @param message why it failed, else empty
 */
public record RunSnapshot(
        RunState state,
        int step,
        int totalSteps,
        double examplesPerSecond,
        double secondsLeft,
        List<LossPoint> losses,
        List<EvaluationReport> evaluations,
        Optional<String> weightsSha256,
        String message) {

    public RunSnapshot {
        losses = List.copyOf(losses);
        evaluations = List.copyOf(evaluations);
    }

    /** A run that waits for its turn. */
    public static RunSnapshot queued() {
        return new RunSnapshot(RunState.QUEUED, 0, 0, 0, 0, List.of(), List.of(), Optional.empty(), "");
    }

    /** The same in another state. */
    public RunSnapshot with(RunState other) {
        return new RunSnapshot(
                other, step, totalSteps, examplesPerSecond, secondsLeft, losses, evaluations, weightsSha256, message);
    }

    /** A run that could not go on. */
    public RunSnapshot failed(String reason) {
        return new RunSnapshot(
                RunState.FAILED, step, totalSteps, examplesPerSecond, 0, losses, evaluations, Optional.empty(), reason);
    }

    /** The newest evaluation. */
    public Optional<EvaluationReport> lastEvaluation() {
        return evaluations.isEmpty() ? Optional.empty() : Optional.of(evaluations.get(evaluations.size() - 1));
    }
}
