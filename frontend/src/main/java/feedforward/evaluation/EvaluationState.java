package feedforward.evaluation;

import feedforward.course.Confusion;
import java.util.List;
import java.util.Optional;

/**
 * All that the figure of a classifier shows. Immutable.
 *
 * @param name whose answers they are
 * @param part of the download or of the digits that is done, in [0, 1]
 * @param message why there are no answers, else empty
 * @param images the test digits; empty before they have come
 * @param confusion the answers, counted; empty before they have come
 * @param weights the network's first weights; empty where they are no pictures
 * @param opened which images are shown
 * @param shown how many of them at most
 */
public record EvaluationState(
        String name,
        Phase phase,
        double part,
        String message,
        Optional<TestImages> images,
        Optional<Confusion> confusion,
        Optional<WeightPictures> weights,
        Opened opened,
        int shown) {
    static final int PAGE = 12;
    static final EvaluationState NONE = new EvaluationState(
            "", Phase.IDLE, 0, "", Optional.empty(), Optional.empty(), Optional.empty(), Opened.MISTAKES, PAGE);

    /** Where the judging stands, as the style sheets call it. */
    public enum Phase {
        IDLE,
        LOADING,
        RUNNING,
        READY,
        FAILED
    }

    /**
     * A set of images.
     *
     * @param actual their class, or −1 for all that were answered wrongly
     * @param answered what they were taken for
     */
    public record Opened(int actual, int answered) {
        public static final Opened MISTAKES = new Opened(-1, -1);

        public boolean isCell() {
            return actual >= 0;
        }
    }

    static EvaluationState judging(String name, Optional<WeightPictures> weights, Opened opened) {
        return new EvaluationState(
                name, Phase.LOADING, 0, "", Optional.empty(), Optional.empty(), weights, opened, PAGE);
    }

    EvaluationState at(Phase newPhase, double newPart) {
        return new EvaluationState(name, newPhase, newPart, "", images, confusion, weights, opened, shown);
    }

    EvaluationState failed(String why) {
        return new EvaluationState(name, Phase.FAILED, 0, why, images, confusion, weights, opened, shown);
    }

    EvaluationState with(TestImages arrived) {
        return new EvaluationState(name, phase, part, message, Optional.of(arrived), confusion, weights, opened, shown);
    }

    EvaluationState with(Confusion counted) {
        return new EvaluationState(name, Phase.READY, 1, "", images, Optional.of(counted), weights, opened, shown);
    }

    EvaluationState with(Opened newlyOpened) {
        return new EvaluationState(name, phase, part, message, images, confusion, weights, newlyOpened, PAGE);
    }

    EvaluationState withMore() {
        return new EvaluationState(name, phase, part, message, images, confusion, weights, opened, shown + PAGE);
    }

    boolean busy() {
        return phase == Phase.LOADING || phase == Phase.RUNNING;
    }

    /** The images of the set that is open, in its order. */
    List<Integer> set() {
        return confusion
                .map(counted ->
                        opened.isCell() ? counted.behind(opened.actual(), opened.answered()) : counted.mistakes())
                .orElseGet(List::of);
    }
}
