package feedforward.lesson.playground;

import feedforward.train.LossPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Losses along a run, at steps that depend on the number of steps alone: each epoch at first, then ever more rarely, so that a long run
 * keeps no more than a curve needs, and a replay draws the same one. Mutable.
 */
final class LossHistory {
    private static final int MOST = 300;

    private final List<LossPoint> training = new ArrayList<>();
    private final List<LossPoint> test = new ArrayList<>();
    private int stride;

    LossHistory(int stepsPerEpoch) {
        stride = stepsPerEpoch;
    }

    boolean due(int step) {
        return step % stride == 0;
    }

    /** In place of those noted at the same step before: a weight may have been changed since. */
    void add(int step, double trainingLoss, double testLoss) {
        training.removeIf(point -> point.step() == step);
        test.removeIf(point -> point.step() == step);
        training.add(new LossPoint(step, trainingLoss));
        test.add(new LossPoint(step, testLoss));
        if (training.size() > MOST) {
            stride *= 2;
            training.removeIf(point -> !due(point.step()));
            test.removeIf(point -> !due(point.step()));
        }
    }

    List<LossPoint> training() {
        return List.copyOf(training);
    }

    List<LossPoint> test() {
        return List.copyOf(test);
    }
}
