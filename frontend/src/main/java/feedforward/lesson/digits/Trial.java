package feedforward.lesson.digits;

import java.util.ArrayList;
import java.util.List;

/**
 * How random weights are tried on the test digits. Immutable.
 *
 * @param phase where it stands
 * @param part of the download or of the digits that is done, in [0, 1]
 * @param wrong of the seeds tried so far, how many of the digits each got wrong
 * @param examples how many digits there are; 0 before the first was tried
 * @param planned how many seeds are to be tried in all
 * @param message why a trial failed, else empty
 */
record Trial(Phase phase, double part, List<Integer> wrong, int examples, int planned, String message) {
    static final Trial NONE = new Trial(Phase.IDLE, 0, List.of(), 0, 0, "");

    /** Where a trial stands. */
    enum Phase {
        IDLE,
        LOADING,
        JUDGING,
        FAILED
    }

    Trial {
        wrong = List.copyOf(wrong);
    }

    Trial planning(int more) {
        return new Trial(Phase.LOADING, 0, wrong, examples, wrong.size() + more, "");
    }

    Trial at(Phase newPhase, double newPart) {
        return new Trial(newPhase, newPart, wrong, examples, planned, message);
    }

    Trial with(int newWrong, int of) {
        List<Integer> more = new ArrayList<>(wrong);
        more.add(newWrong);
        return new Trial(more.size() < planned ? Phase.JUDGING : Phase.IDLE, 0, more, of, planned, "");
    }

    Trial stopped() {
        return new Trial(Phase.IDLE, 0, wrong, examples, wrong.size(), "");
    }

    Trial failed(String why) {
        return new Trial(Phase.FAILED, 0, wrong, examples, wrong.size(), why);
    }

    boolean running() {
        return phase == Phase.LOADING || phase == Phase.JUDGING;
    }

    /** The mean error rate of the seeds tried; NaN before the first. */
    double meanErrorRate() {
        double sum = 0;
        for (int count : wrong) {
            sum += count / (double) examples;
        }
        return sum / wrong.size();
    }
}
