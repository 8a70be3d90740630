package feedforward.lesson.softmax;

import feedforward.course.ClassScores;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import java.util.List;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Shows a {@link SoftmaxState}. */
final class SoftmaxView {
    private static final int PLACES = 161;
    private static final double FARTHEST = 8;

    private final Plot plot = new Plot(
            Elements.role("softmax-plot"),
            new PlotRange(-FARTHEST, FARTHEST),
            new PlotRange(-0.05, 1.05),
            "z₁ − z₂",
            "p₁");

    SoftmaxView() {
        double[] difference = new double[PLACES];
        double[] sigmoid = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            difference[i] = -FARTHEST + 2 * FARTHEST * i / (PLACES - 1);
            sigmoid[i] = new ClassScores(List.of((float) difference[i], 0f), 1).sigmoidOfDifference();
        }
        plot.curve("curve-truth", difference, sigmoid);
    }

    void show(SoftmaxState state) {
        showScores(state.scores());
        Elements.enabled(Elements.role("softmax-raise"), state.canShift(1));
        Elements.enabled(Elements.role("softmax-lower"), state.canShift(-1));
        showPair(state.pair());
        Answers.show("softmax-twice-answer", state.twice());
        Answers.show("softmax-large-answer", state.large());
    }

    private static void showScores(ClassScores scores) {
        float[] p = scores.probabilities();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            String row = "softmax-z" + (i + 1);
            slide(row, scores.values().get(i), 2);
            Elements.text(row + "-exp", power(scores.exponential(i)));
            Elements.text(row + "-p", Numbers.fixed(p[i], 4));
            Elements.role(row + "-bar").getStyle().setProperty("--value", Double.toString(p[i]));
            sum += p[i];
        }
        Elements.text("softmax-sum", Numbers.fixed(sum, 4));
        slide("softmax-temperature", scores.temperature(), 1);
    }

    /** Four digits, and a power of ten where these are far from the point: 3.493·10¹⁹. */
    private static String power(double value) {
        int tens = 0;
        double digits = value;
        while (digits >= 10) {
            digits /= 10;
            tens++;
        }
        while (digits < 1 && digits > 0) {
            digits *= 10;
            tens--;
        }
        return tens > 5 || tens < -4 ? Numbers.fixed(digits, 2) + "·10" + raised(tens) : Numbers.significant(value);
    }

    private static String raised(int number) {
        StringBuilder raised = new StringBuilder(number < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
            raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return raised.toString();
    }

    private void showPair(ClassScores pair) {
        float p = pair.probabilities()[0];
        float sigmoid = pair.sigmoidOfDifference();
        double difference = pair.values().get(0) - pair.values().get(1);
        slide("softmax-pair1", pair.values().get(0), 2);
        slide("softmax-pair2", pair.values().get(1), 2);
        Elements.text("softmax-pair-p", Numbers.fixed(p, 6));
        Elements.text("softmax-pair-sigmoid", Numbers.fixed(sigmoid, 6));
        Elements.text("softmax-difference", Numbers.fixed(difference, 2));
        Elements.text(
                "softmax-pair-words",
                "At a difference of " + Numbers.fixed(difference, 2) + " softmax gives " + Numbers.fixed(p, 6)
                        + " and the sigmoid " + Numbers.fixed(sigmoid, 6) + ".");
        plot.points("points-model", new double[] {difference}, new double[] {p}, 7, -1);
    }

    private static void slide(String role, float value, int decimals) {
        ((HTMLInputElement) Elements.role(role)).setValue(Double.toString(value));
        Elements.text(role + "-value", Numbers.fixed(value, decimals));
    }
}
