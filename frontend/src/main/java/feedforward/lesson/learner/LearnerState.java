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
 * @param goal what the exercise says to the run
 */
record LearnerState(
        LearnerKnobs knobs,
        LearnerKnobs run,
        Phase phase,
        double loaded,
        RunSnapshot snapshot,
        Answer goal,
        Answer steps,
        Answer batch) {

    static LearnerState of(LearnerKnobs knobs) {
        return new LearnerState(
                knobs, knobs, Phase.IDLE, 0, RunSnapshot.queued(), Answer.OPEN, Answer.OPEN, Answer.OPEN);
    }

    LearnerState with(LearnerKnobs newKnobs) {
        return new LearnerState(newKnobs, run, phase, loaded, snapshot, goal, steps, batch);
    }

    LearnerState starting() {
        return new LearnerState(knobs, knobs, Phase.LOADING, 0, RunSnapshot.queued(), goal, steps, batch);
    }

    LearnerState idle() {
        return new LearnerState(knobs, knobs, Phase.IDLE, 0, RunSnapshot.queued(), goal, steps, batch);
    }

    LearnerState with(Phase newPhase) {
        return new LearnerState(knobs, run, newPhase, loaded, snapshot, goal, steps, batch);
    }

    LearnerState withLoaded(double part) {
        return new LearnerState(knobs, run, phase, part, snapshot, goal, steps, batch);
    }

    LearnerState with(RunSnapshot news) {
        return new LearnerState(knobs, run, phase.after(news.state()), loaded, news, goal, steps, batch);
    }

    LearnerState withGoal(Answer answer) {
        return new LearnerState(knobs, run, phase, loaded, snapshot, answer, steps, batch);
    }

    LearnerState withSteps(Answer answer) {
        return new LearnerState(knobs, run, phase, loaded, snapshot, goal, answer, batch);
    }

    LearnerState withBatch(Answer answer) {
        return new LearnerState(knobs, run, phase, loaded, snapshot, goal, steps, answer);
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
