package feedforward.course;

import feedforward.tensor.ShapeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A classifier's answers to N examples whose classes are known, counted: C[a, p] is how many of class a were taken for class p. The
 * diagonal holds the right answers.
 *
 * <p>Shapes: probabilities [N, classes], labels [N], C [classes, classes]. The answer is the class with the largest probability, the
 * first if there are several. Immutable; the arrays are used as they are, not copied.
 */
public final class Confusion {
    private final float[] probabilities;
    private final byte[] labels;
    private final int classes;
    private final int[] answers;
    private final int[][] counts;

    /**
     * @throws ShapeException if there are not as many rows of probabilities as labels
     * @throws IllegalArgumentException if there are no examples, or a label is no class
     */
    public Confusion(float[] probabilities, byte[] labels, int classes) {
        if (probabilities.length != labels.length * classes) {
            throw new ShapeException("Confusion: expected " + labels.length + " rows of " + classes
                    + " probabilities, one for each label, but was " + probabilities.length + " values");
        }
        if (labels.length == 0) {
            throw new IllegalArgumentException("Confusion: expected at least one example but there are none");
        }
        this.probabilities = probabilities;
        this.labels = labels;
        this.classes = classes;
        answers = new int[labels.length];
        counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            requireClass(i);
            answers[i] = largest(i * classes);
            counts[labels[i]][answers[i]]++;
        }
    }

    public int classes() {
        return classes;
    }

    /** N. */
    public int examples() {
        return labels.length;
    }

    /** C[actual, answered]. */
    public int count(int actual, int answered) {
        return counts[actual][answered];
    }

    /** Σₚ C[actual, p]: how many examples are of this class. */
    public int ofClass(int actual) {
        int sum = 0;
        for (int count : counts[actual]) {
            sum += count;
        }
        return sum;
    }

    /** Σₐ C[a, answered]: how many examples were taken for this class. */
    public int answered(int answered) {
        int sum = 0;
        for (int[] row : counts) {
            sum += row[answered];
        }
        return sum;
    }

    /** Σ C[a, a]: how many answers are right. */
    public int right() {
        int sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += counts[c][c];
        }
        return sum;
    }

    /** Σ C[a, a] / N. */
    public double accuracy() {
        return right() / (double) examples();
    }

    /** √(a·(1 − a) / N): how far the accuracy a of N other examples would typically lie off. */
    public double standardError() {
        return Math.sqrt(accuracy() * (1 - accuracy()) / examples());
    }

    /** C[actual, actual] / Σₚ C[actual, p], also called recall; NaN for a class without examples. */
    public double accuracy(int actual) {
        return counts[actual][actual] / (double) ofClass(actual);
    }

    /** The pair of different classes that is confused most often, {actual, answered}; the first if there are several. */
    public int[] mostConfused() {
        int[] most = {0, 1};
        for (int a = 0; a < classes; a++) {
            for (int p = 0; p < classes; p++) {
                if (a != p && counts[a][p] > counts[most[0]][most[1]]) {
                    most = new int[] {a, p};
                }
            }
        }
        return most;
    }

    /** The examples behind C[actual, answered], the surest answers first. */
    public List<Integer> behind(int actual, int answered) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == actual && answers[i] == answered) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparing(i -> -probability(i, answered)));
        return found;
    }

    /** The wrong answers, the worst first: those that gave the true class the least probability, so that −ln p is largest. */
    public List<Integer> mistakes() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != answers[i]) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparing(i -> probability(i, labels[i])));
        return found;
    }

    public int label(int example) {
        return labels[example];
    }

    public int answer(int example) {
        return answers[example];
    }

    public float probability(int example, int c) {
        return probabilities[example * classes + c];
    }

    private void requireClass(int example) {
        if (labels[example] < 0 || labels[example] >= classes) {
            throw new IllegalArgumentException("Confusion: expected labels from 0 to " + (classes - 1) + " but was "
                    + labels[example] + " for example " + example);
        }
    }

    private int largest(int from) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = probabilities[from + c] > probabilities[from + best] ? c : best;
        }
        return best;
    }
}
