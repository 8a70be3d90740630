package feedforward.evaluation;

import feedforward.course.Confusion;
import feedforward.wire.SavedModel;
import java.util.Optional;

/** Decides what each event makes of the figure of a classifier. Mutable in its state alone; knows no browser. */
public final class EvaluationController {
    private static final int CLASSES = 10;

    private final EvaluationActions actions;
    private EvaluationState state = EvaluationState.NONE;

    EvaluationController(EvaluationActions actions) {
        this.actions = actions;
    }

    public EvaluationState state() {
        return state;
    }

    /**
     * Asks a network for its answers; the images that are open stay so.
     *
     * @param file safetensors
     * @param name of the network, as a sentence calls it
     */
    public void judgeWanted(byte[] file, String name) {
        try {
            show(EvaluationState.judging(name, WeightPictures.of(SavedModel.parse(file)), state.opened()));
        } catch (IllegalArgumentException e) {
            show(EvaluationState.judging(name, Optional.empty(), state.opened()).failed(e.getMessage()));
            return;
        }
        actions.judge(file);
    }

    public void stopWanted() {
        actions.stopJudging();
        show(EvaluationState.NONE.with(state.opened()));
    }

    /** A part of the data has arrived. */
    public void loading(double part) {
        if (state.busy()) {
            show(state.at(EvaluationState.Phase.LOADING, part));
        }
    }

    public void judging(double part) {
        if (state.busy()) {
            show(state.at(EvaluationState.Phase.RUNNING, part));
        }
    }

    /** @param digits the test images' pixels, then their labels */
    public void digitsArrived(byte[] digits) {
        if (state.busy()) {
            show(state.with(new TestImages(digits)));
        }
    }

    /** @param probabilities of each class for each of the digits, which have just come */
    public void judged(float[] probabilities) {
        if (!state.busy() || state.images().isEmpty()) {
            return;
        }
        byte[] labels = state.images().get().labels();
        if (probabilities.length != labels.length * CLASSES) {
            failed("This network gives " + probabilities.length / labels.length
                    + " numbers for an image; a classifier of digits gives 10");
            return;
        }
        show(state.with(new Confusion(probabilities, labels, CLASSES)));
    }

    public void failed(String reason) {
        if (state.busy()) {
            show(state.failed(reason));
        }
    }

    /** Opens the images of one class that were taken for one. */
    public void cellOpened(int actual, int answered) {
        show(state.with(new EvaluationState.Opened(actual, answered)));
    }

    public void mistakesOpened() {
        show(state.with(EvaluationState.Opened.MISTAKES));
    }

    void moreWanted() {
        show(state.withMore());
    }

    private void show(EvaluationState newer) {
        state = newer;
        actions.show();
    }
}
