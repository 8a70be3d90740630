package feedforward.lesson.learner;

import feedforward.lesson.Answer;
import feedforward.page.Phase;
import feedforward.train.EvaluationReport;
import feedforward.train.RunSnapshot;
import java.util.OptionalDouble;

/**
 * All that the lesson shows, but for the drawing and the answers to the test digits, which have states of their own. Immutable.
 *
 * @param knobs as they stand now
 * @param run the knobs of the run that is shown
 * @param loaded how much of the data has come, in [0, 1]
 * @param linkedStep up to which the link that was opened is replayed; 0 if none is
 * @param goal what the exercise says to the run
 */
record LearnerState(
        LearnerKnobs knobs,
        LearnerKnobs run,
        Phase phase,
        double loaded,
        RunSnapshot snapshot,
        int linkedStep,
        Answer goal,
        Answer steps,
        Answer batch) {

    static LearnerState of(LearnerKnobs knobs) {
        return new LearnerState(
                knobs, knobs, Phase.IDLE, 0, RunSnapshot.queued(), 0, Answer.OPEN, Answer.OPEN, Answer.OPEN);
    }

    LearnerState with(LearnerKnobs newKnobs) {
        return new LearnerState(newKnobs, run, phase, loaded, snapshot, linkedStep, goal, steps, batch);
    }

    LearnerState starting() {
        return new LearnerState(knobs, knobs, Phase.LOADING, 0, RunSnapshot.queued(), 0, goal, steps, batch);
    }

    LearnerState idle() {
        return new LearnerState(knobs, knobs, Phase.IDLE, 0, RunSnapshot.queued(), 0, goal, steps, batch);
    }

    /** A run that has just started is to go on by itself up to a link's step. */
    LearnerState replaying(int step) {
        return new LearnerState(knobs, run, phase, loaded, snapshot, step, goal, steps, batch);
    }

    LearnerState with(Phase newPhase) {
        return new LearnerState(knobs, run, newPhase, loaded, snapshot, 0, goal, steps, batch);
    }

    LearnerState withLoaded(double part) {
        return new LearnerState(knobs, run, phase, part, snapshot, linkedStep, goal, steps, batch);
    }

    /** Where the run stands still a link's step is reached or given up; one that failed may be opened again. */
    LearnerState with(RunSnapshot news) {
        Phase now = phase.after(news.state());
        boolean over = now == Phase.PAUSED || now == Phase.DONE || now == Phase.CANCELLED;
        return new LearnerState(knobs, run, now, loaded, news, over ? 0 : linkedStep, goal, steps, batch);
    }

    LearnerState withGoal(Answer answer) {
        return new LearnerState(knobs, run, phase, loaded, snapshot, linkedStep, answer, steps, batch);
    }

    LearnerState withSteps(Answer answer) {
        return new LearnerState(knobs, run, phase, loaded, snapshot, linkedStep, goal, answer, batch);
    }

    LearnerState withBatch(Answer answer) {
        return new LearnerState(knobs, run, phase, loaded, snapshot, linkedStep, goal, steps, answer);
    }

    boolean solved() {
        return goal.isRight() && steps.isRight() && batch.isRight();
    }

    /** The share of the validation digits that was read wrongly when they were last looked at. */
    OptionalDouble validationError() {
        OptionalDouble accuracy =
                snapshot.lastEvaluation().map(EvaluationReport::accuracy).orElse(OptionalDouble.empty());
        return accuracy.isPresent() ? OptionalDouble.of(1 - accuracy.getAsDouble()) : accuracy;
    }
}
