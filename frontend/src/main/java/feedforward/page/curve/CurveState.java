package feedforward.page.curve;

import feedforward.optimiser.SgdSpec;
import feedforward.page.Phase;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import java.util.Optional;

/**
 * All that the curve section shows. Immutable.
 *
 * @param spec what has been run, as long as it has been run
 * @param learningRate as typed
 * @param fit the network's output at evenly spaced places over [−1, 1]; empty before the first step
 */
record CurveState(
        Phase phase, Optional<RunSpec> spec, RunSnapshot snapshot, String learningRate, float[] fit, String message) {

    /** What the main button does. */
    enum Play {
        TRAIN("Train"),
        PAUSE("Pause"),
        RESUME("Resume"),
        TRAIN_ON("Train on"),
        TRAIN_AGAIN("Train again");

        private final String title;

        Play(String title) {
            this.title = title;
        }

        /** As the button is called. */
        String title() {
            return title;
        }
    }

    static CurveState idle(String learningRate) {
        return new CurveState(Phase.IDLE, Optional.empty(), RunSnapshot.queued(), learningRate, new float[0], "");
    }

    static CurveState starting(RunSpec spec, String learningRate) {
        return new CurveState(Phase.LOADING, Optional.of(spec), RunSnapshot.queued(), learningRate, new float[0], "");
    }

    CurveState with(RunSnapshot newer) {
        return new CurveState(phase.after(newer.state()), spec, newer, learningRate, fit, newer.message());
    }

    CurveState withPhase(Phase newer) {
        return new CurveState(newer, spec, snapshot, learningRate, fit, message);
    }

    CurveState withSpec(RunSpec longer) {
        return new CurveState(phase, Optional.of(longer), snapshot, learningRate, fit, message);
    }

    CurveState withFit(float[] newer) {
        return new CurveState(phase, spec, snapshot, learningRate, newer, message);
    }

    CurveState withLearningRate(String text) {
        return new CurveState(phase, spec, snapshot, text, fit, message);
    }

    CurveState withMessage(String text) {
        return new CurveState(phase, spec, snapshot, learningRate, fit, text);
    }

    /** A run that stands can go on only as it began: with another learning rate in the field the button starts anew. */
    Play play() {
        return switch (phase) {
            case IDLE -> Play.TRAIN;
            case LOADING, TRAINING -> Play.PAUSE;
            case PAUSING -> Play.RESUME;
            case PAUSED -> rateKept() ? Play.RESUME : Play.TRAIN;
            case DONE -> rateKept() && canBeLonger() ? Play.TRAIN_ON : Play.TRAIN;
            case FAILED, CANCELLED -> Play.TRAIN_AGAIN;
        };
    }

    /** The optimiser with the learning rate typed, if it is one. */
    Optional<SgdSpec> sgd() {
        try {
            return Optional.of(new SgdSpec((float) Double.parseDouble(learningRate.trim())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean rateKept() {
        return spec.isPresent() && sgd().isPresent() && spec.get().optimiser().equals(sgd().get());
    }

    private boolean canBeLonger() {
        return spec.isPresent() && spec.get().epochs() < RunSpec.MOST_EPOCHS;
    }
}
