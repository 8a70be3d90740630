package feedforward.page.train;

import feedforward.page.Phase;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import java.util.Optional;

/**
 * One of the two computers and its run.
 *
 * @param spec the run it was last given
 * @param loaded the fraction of the data that has arrived, while it is being fetched
 * @param jobId what the server calls the run; empty in the page
 */
public record Side(
        Phase phase, Optional<RunSpec> spec, RunSnapshot snapshot, double loaded, String jobId, String message) {

    static Side idle() {
        return new Side(Phase.IDLE, Optional.empty(), RunSnapshot.queued(), 0, "", "");
    }

    static Side starting(RunSpec spec) {
        return new Side(Phase.LOADING, Optional.of(spec), RunSnapshot.queued(), 0, "", "");
    }

    Side withJob(String id) {
        return new Side(phase, spec, snapshot, loaded, id, message);
    }

    Side withLoaded(double fraction) {
        return new Side(phase, spec, snapshot, fraction, jobId, message);
    }

    Side withMessage(String text) {
        return new Side(phase, spec, snapshot, loaded, jobId, text);
    }

    Side withPhase(Phase newer) {
        return new Side(newer, spec, snapshot, loaded, jobId, message);
    }

    Side with(RunSnapshot newer) {
        return new Side(phase.after(newer.state()), spec, newer, 1, jobId, newer.message());
    }

    Side cancelled() {
        return new Side(Phase.CANCELLED, spec, snapshot, loaded, jobId, "");
    }

    Side failed(String reason) {
        return new Side(Phase.FAILED, spec, snapshot, loaded, jobId, reason);
    }

    /** Whether there are weights to take: a run that stands still and was not broken off by an error. */
    boolean hasWeights() {
        return snapshot.weightsSha256().isPresent();
    }
}
