package feedforward.lesson.backprop;

import feedforward.course.Backpropagation;
import feedforward.course.Backpropagation.Line;
import feedforward.course.Backpropagation.Step;
import feedforward.course.SmallNetwork;
import feedforward.view.NetworkPart;
import feedforward.view.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the picture of the network shows of a trace. */
final class PictureOfTrace {
    static final String[][] LABELS = {{"x₁", "x₂"}, {"h₁", "h₂", "h₃"}, {"p₁", "p₂"}};
    private static final int DECIMALS = 2;

    private PictureOfTrace() {}

    /** [column][from][to]. */
    static double[][][] weights(SmallNetwork network) {
        double[][][] weights = {
            new double[SmallNetwork.INPUTS][SmallNetwork.HIDDEN], new double[SmallNetwork.HIDDEN][SmallNetwork.OUTPUTS]
        };
        for (int j = 0; j < SmallNetwork.HIDDEN; j++) {
            for (int i = 0; i < SmallNetwork.INPUTS; i++) {
                weights[0][i][j] = network.value(SmallNetwork.w(i, j));
            }
            for (int k = 0; k < SmallNetwork.OUTPUTS; k++) {
                weights[1][j][k] = network.value(SmallNetwork.v(j, k));
            }
        }
        return weights;
    }

    /** In each unit its value, as far as that is computed. */
    static String[][] texts(SmallNetwork.Example example, List<Step> done) {
        String[][] texts = {
            {Numbers.fixed(example.x1(), DECIMALS), Numbers.fixed(example.x2(), DECIMALS)}, {"", "", ""}, {"", ""}
        };
        for (Step step : done) {
            Line last = step.lines().get(step.lines().size() - 1);
            boolean probability = last.name().startsWith("p");
            if (!step.backward() && (step.layer() == Backpropagation.Layer.HIDDEN || probability)) {
                texts[step.layer() == Backpropagation.Layer.HIDDEN ? 1 : 2][step.node()] =
                        Numbers.fixed(last.value(), DECIMALS);
            }
        }
        return texts;
    }

    /** What the step now shown is about: its unit, and the weights and units that it takes in. */
    static Set<NetworkPart> lit(List<Step> done) {
        Set<NetworkPart> lit = new HashSet<>();
        if (done.isEmpty()) {
            return lit;
        }
        Step step = done.get(done.size() - 1);
        switch (step.layer()) {
            case HIDDEN -> {
                lit.add(new NetworkPart.Unit(1, step.node()));
                for (int i = 0; i < SmallNetwork.INPUTS; i++) {
                    lit.add(new NetworkPart.Unit(0, i));
                    lit.add(new NetworkPart.Weight(0, i, step.node()));
                }
                for (int k = 0; step.backward() && k < SmallNetwork.OUTPUTS; k++) {
                    lit.add(new NetworkPart.Unit(2, k));
                    lit.add(new NetworkPart.Weight(1, step.node(), k));
                }
            }
            case OUTPUT -> {
                boolean probability = step.lines().get(0).name().startsWith("p");
                lit.add(new NetworkPart.Unit(2, step.node()));
                for (int j = 0; !probability && j < SmallNetwork.HIDDEN; j++) {
                    lit.add(new NetworkPart.Unit(1, j));
                    lit.add(new NetworkPart.Weight(1, j, step.node()));
                }
            }
            case COST -> {
                lit.add(new NetworkPart.Unit(2, 0));
                lit.add(new NetworkPart.Unit(2, 1));
            }
        }
        return lit;
    }

    /** The parameter that a line of the picture stands for; circles stand for none. */
    static Optional<Integer> parameter(NetworkPart part) {
        if (part instanceof NetworkPart.Weight weight) {
            return Optional.of(
                    weight.column() == 0
                            ? SmallNetwork.w(weight.from(), weight.to())
                            : SmallNetwork.v(weight.from(), weight.to()));
        }
        return Optional.empty();
    }
}
