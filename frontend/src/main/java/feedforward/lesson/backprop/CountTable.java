package feedforward.lesson.backprop;

import feedforward.course.Backpropagation.Layer;
import feedforward.course.Backpropagation.Step;
import feedforward.course.Multiplications;
import feedforward.course.SmallNetwork;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import java.util.List;

/** The multiplications that backpropagation takes and saves. */
final class CountTable {
    private CountTable() {}

    static void fill() {
        fill("small", Multiplications.of(SmallNetwork.INPUTS, SmallNetwork.HIDDEN, SmallNetwork.OUTPUTS));
        fill("large", Multiplications.of(784, 128, 128, 10));
    }

    /** What the steps shown took, in words. */
    static String soFar(List<Step> done) {
        int forward = 0;
        int backward = 0;
        for (Step step : done) {
            if (step.backward()) {
                backward += step.layer() == Layer.OUTPUT
                        ? SmallNetwork.HIDDEN
                        : SmallNetwork.INPUTS + SmallNetwork.OUTPUTS + 2;
            } else if (step.layer() == Layer.HIDDEN) {
                forward += SmallNetwork.INPUTS;
            } else if (step.lines().get(0).name().startsWith("s")) {
                forward += SmallNetwork.HIDDEN;
            }
        }
        return forward + " multiplications forward and " + backward + " backward";
    }

    private static void fill(String column, Multiplications count) {
        Elements.text("backprop-forward-" + column, Numbers.count(count.forward()));
        Elements.text("backprop-backward-" + column, Numbers.count(count.backward()));
        Elements.text("backprop-alone-" + column, Numbers.count(count.alone()));
        Elements.text("backprop-differences-" + column, Numbers.count(count.differences()));
        Elements.text(
                "backprop-saved-" + column,
                Numbers.count(count.alone() - count.backward()) + " ("
                        + Numbers.count(Math.round((double) count.alone() / count.backward())) + " times)");
    }
}
