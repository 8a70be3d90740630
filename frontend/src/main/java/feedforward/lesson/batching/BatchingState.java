package feedforward.lesson.batching;

import feedforward.lesson.Answer;
import java.util.List;

/**
 * All that the lesson shows. Immutable.
 *
 * @param rate the learning rate, as typed
 * @param mini the mini-batch's size, as typed
 * @param seed of the points' order
 * @param epochs that all three have run
 * @param ways of the three, all points first
 */
record BatchingState(
        String rate,
        String mini,
        int seed,
        int epochs,
        boolean running,
        String message,
        List<List<Racer.Mark>> ways,
        Answer updates,
        Answer floor) {
    static final float FIRST_M = -0.5f;
    static final float FIRST_B = 0.2f;
    static final String USUAL_RATE = "0.1";
    static final String USUAL_MINI = "8";
    static final int MOST_EPOCHS = 400;
    static final double TOO_DEAR = 100;

    static BatchingState fresh(String rate, String mini, int seed) {
        return new BatchingState(rate, mini, seed, 0, false, "", List.of(), Answer.OPEN, Answer.OPEN);
    }

    /** Nothing run yet with these knobs; what was answered stays. */
    BatchingState with(String newRate, String newMini, int newSeed) {
        return new BatchingState(newRate, newMini, newSeed, 0, false, "", List.of(), updates, floor);
    }

    BatchingState ran(int newEpochs, List<List<Racer.Mark>> newWays) {
        return new BatchingState(rate, mini, seed, newEpochs, running, message, newWays, updates, floor);
    }

    BatchingState running(boolean now) {
        return new BatchingState(rate, mini, seed, epochs, now, message, ways, updates, floor);
    }

    BatchingState saying(String words) {
        return new BatchingState(rate, mini, seed, epochs, running, words, ways, updates, floor);
    }

    BatchingState withUpdates(Answer answer) {
        return new BatchingState(rate, mini, seed, epochs, running, message, ways, answer, floor);
    }

    BatchingState withFloor(Answer answer) {
        return new BatchingState(rate, mini, seed, epochs, running, message, ways, updates, answer);
    }

    /**
     * The mean excess cost over each epoch, that of the start first; empty where nothing was run. Where an epoch ends says less: each
     * point has pulled once by then, and their pulls cancel.
     */
    static double[] meanExcesses(List<Racer.Mark> way) {
        int last = way.isEmpty() ? -1 : epoch(way.get(way.size() - 1));
        double[] sums = new double[last + 1];
        int[] counts = new int[last + 1];
        for (Racer.Mark mark : way) {
            sums[epoch(mark)] += mark.excess();
            counts[epoch(mark)]++;
        }
        for (int i = 0; i <= last; i++) {
            sums[i] /= counts[i];
        }
        return sums;
    }

    private static int epoch(Racer.Mark mark) {
        return (int) Math.ceil(mark.epochs());
    }
}
