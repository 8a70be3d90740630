package feedforward.lesson.evaluation;

import feedforward.lesson.Answer;
import feedforward.page.Phase;
import feedforward.train.RunSnapshot;
import java.util.Optional;

/**
 * What the lesson shows beside the figure of a classifier, which has a state of its own. Immutable.
 *
 * @param chosen the network that is judged; empty before one is chosen, and for one from a file
 * @param phase where its training stands; IDLE if it needs none
 * @param loaded how much of the data has come, in [0, 1]
 * @param message why there is no network to judge, else empty
 */
record JudgeState(
        Optional<Candidate> chosen,
        Phase phase,
        double loaded,
        RunSnapshot snapshot,
        String message,
        Answer pair,
        Answer weakest,
        Answer error) {
    static final JudgeState NONE = new JudgeState(
            Optional.empty(), Phase.IDLE, 0, RunSnapshot.queued(), "", Answer.OPEN, Answer.OPEN, Answer.OPEN);

    /** Another network: what was said about the one before does not hold for it. */
    JudgeState choosing(Optional<Candidate> candidate, Phase newPhase) {
        return new JudgeState(candidate, newPhase, 0, RunSnapshot.queued(), "", Answer.OPEN, Answer.OPEN, error);
    }

    JudgeState withLoaded(double part) {
        return new JudgeState(chosen, phase, part, snapshot, message, pair, weakest, error);
    }

    JudgeState with(Phase newPhase, String why) {
        return new JudgeState(chosen, newPhase, loaded, snapshot, why, pair, weakest, error);
    }

    JudgeState with(RunSnapshot news) {
        return new JudgeState(chosen, phase.after(news.state()), loaded, news, news.message(), pair, weakest, error);
    }

    JudgeState withPair(Answer answer) {
        return new JudgeState(chosen, phase, loaded, snapshot, message, answer, weakest, error);
    }

    JudgeState withWeakest(Answer answer) {
        return new JudgeState(chosen, phase, loaded, snapshot, message, pair, answer, error);
    }

    JudgeState withError(Answer answer) {
        return new JudgeState(chosen, phase, loaded, snapshot, message, pair, weakest, answer);
    }

    boolean solved() {
        return pair.isRight() && weakest.isRight() && error.isRight();
    }
}
