package feedforward.course;

import static feedforward.course.SmallNetwork.HIDDEN;
import static feedforward.course.SmallNetwork.INPUTS;
import static feedforward.course.SmallNetwork.OUTPUTS;
import static feedforward.course.SmallNetwork.name;
import static feedforward.course.SmallNetwork.subscript;

import feedforward.course.Expression.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One example's way through a {@link SmallNetwork}, forward and then backward, a node at a time, each number with the sum it is.
 *
 * <p>Backward, with ∂q short for ∂C/∂q: ∂s[k] = p[k] − y[k], where y is one-hot; ∂v[j,k] = h[j]·∂s[k], ∂c[k] = ∂s[k];
 * ∂h[j] = Σₖ v[j,k]·∂s[k], ∂z[j] = ∂h[j]·(1 − h[j]²); ∂w[i,j] = x[i]·∂z[j], ∂b[j] = ∂z[j].
 * Source: Rumelhart, Hinton and Williams 1986.
 */
public final class Backpropagation {
    private final SmallNetwork network;
    private final SmallNetwork.Example example;
    private final List<Step> steps = new ArrayList<>();

    private Backpropagation(SmallNetwork network, SmallNetwork.Example example) {
        this.network = network;
        this.example = example;
    }

    /** The layer a step is in. */
    public enum Layer {
        HIDDEN,
        OUTPUT,
        COST
    }

    /**
     * What happens at one node.
     *
     * @param node its number in the layer, from 0
     */
    public record Step(boolean backward, Layer layer, int node, List<Line> lines) {
        public Step {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One number: its name, what it is the sum of, its value.
     *
     * @param parameter the place of the parameter whose slope this is, where it is one's
     */
    public record Line(String name, Expression expression, double value, OptionalInt parameter) {
        Line(String name, Expression expression, double value) {
            this(name, expression, value, OptionalInt.empty());
        }

        private Quantity quantity() {
            return new Quantity(name, value);
        }
    }

    /** The steps in order: hidden units, scores, probabilities, cost; then outputs and hidden units backward. */
    public static List<Step> trace(SmallNetwork network, SmallNetwork.Example example) {
        Backpropagation way = new Backpropagation(network, example);
        List<Line> hidden = way.forwardHidden();
        List<Line> scores = way.forwardScores(hidden);
        List<Line> probabilities = way.forwardProbabilities(scores);
        way.cost(probabilities);
        List<Line> scoreSlopes = way.backwardOutputs(probabilities, hidden);
        way.backwardHidden(scoreSlopes, hidden);
        return List.copyOf(way.steps);
    }

    private List<Line> forwardHidden() {
        List<Line> outputs = new ArrayList<>();
        for (int j = 0; j < HIDDEN; j++) {
            Expression sum = Expression.of(parameter(SmallNetwork.b(j)));
            for (int i = 0; i < INPUTS; i++) {
                sum = sum.and(" + ", input(i), "·", parameter(SmallNetwork.w(i, j)));
            }
            Line z = new Line("z" + subscript(j), sum, network.sums(example)[j]);
            Line h =
                    new Line("h" + subscript(j), Expression.of("tanh(", z.quantity(), ")"), DoubleMath.tanh(z.value()));
            outputs.add(h);
            steps.add(new Step(false, Layer.HIDDEN, j, List.of(z, h)));
        }
        return outputs;
    }

    private List<Line> forwardScores(List<Line> hidden) {
        double[] values = network.scores(network.hidden(example));
        List<Line> scores = new ArrayList<>();
        for (int k = 0; k < OUTPUTS; k++) {
            Expression sum = Expression.of(parameter(SmallNetwork.c(k)));
            for (int j = 0; j < HIDDEN; j++) {
                sum = sum.and(" + ", hidden.get(j).quantity(), "·", parameter(SmallNetwork.v(j, k)));
            }
            Line score = new Line("s" + subscript(k), sum, values[k]);
            scores.add(score);
            steps.add(new Step(false, Layer.OUTPUT, k, List.of(score)));
        }
        return scores;
    }

    private List<Line> forwardProbabilities(List<Line> scores) {
        double[] p = DoubleMath.softmax(network.scores(network.hidden(example)));
        Quantity first = scores.get(0).quantity();
        Quantity second = scores.get(1).quantity();
        List<Line> probabilities = new ArrayList<>();
        for (int k = 0; k < OUTPUTS; k++) {
            Expression share =
                    Expression.of("exp(", scores.get(k).quantity(), ") / (exp(", first, ") + exp(", second, "))");
            probabilities.add(new Line("p" + subscript(k), share, p[k]));
        }
        for (int k = 0; k < OUTPUTS; k++) {
            steps.add(new Step(false, Layer.OUTPUT, k, List.of(probabilities.get(k))));
        }
        return probabilities;
    }

    private void cost(List<Line> probabilities) {
        Line right = probabilities.get(example.target());
        Line cost = new Line("C", Expression.of("−ln(", right.quantity(), ")"), network.cost(example));
        steps.add(new Step(false, Layer.COST, 0, List.of(cost)));
    }

    private List<Line> backwardOutputs(List<Line> probabilities, List<Line> hidden) {
        List<Line> slopes = new ArrayList<>();
        for (int k = 0; k < OUTPUTS; k++) {
            Line p = probabilities.get(k);
            int y = k == example.target() ? 1 : 0;
            Line slope = new Line(
                    "∂s" + subscript(k),
                    Expression.of(p.quantity(), " − ", new Quantity("y" + subscript(k), y)),
                    p.value() - y);
            List<Line> lines = new ArrayList<>(List.of(slope));
            for (int j = 0; j < HIDDEN; j++) {
                lines.add(product(SmallNetwork.v(j, k), hidden.get(j).quantity(), slope));
            }
            lines.add(same(SmallNetwork.c(k), slope));
            slopes.add(slope);
            steps.add(new Step(true, Layer.OUTPUT, k, lines));
        }
        return slopes;
    }

    private void backwardHidden(List<Line> scoreSlopes, List<Line> hidden) {
        for (int j = 0; j < HIDDEN; j++) {
            Line h = hidden.get(j);
            Line slopeOfOutput = slopeOfOutput(j, scoreSlopes);
            Line slope = new Line(
                    "∂z" + subscript(j),
                    Expression.of(slopeOfOutput.quantity(), "·(1 − ", h.quantity(), "²)"),
                    slopeOfOutput.value() * (1 - h.value() * h.value()));
            List<Line> lines = new ArrayList<>(List.of(slopeOfOutput, slope));
            for (int i = 0; i < INPUTS; i++) {
                lines.add(product(SmallNetwork.w(i, j), input(i), slope));
            }
            lines.add(same(SmallNetwork.b(j), slope));
            steps.add(new Step(true, Layer.HIDDEN, j, lines));
        }
    }

    /** ∂h[j], the sum over what the unit feeds. */
    private Line slopeOfOutput(int j, List<Line> scoreSlopes) {
        Expression sum = Expression.of();
        double value = 0;
        for (int k = 0; k < OUTPUTS; k++) {
            Quantity weight = parameter(SmallNetwork.v(j, k));
            Line slope = scoreSlopes.get(k);
            sum = sum.and(k == 0 ? "" : " + ", weight, "·", slope.quantity());
            value += weight.value() * slope.value();
        }
        return new Line("∂h" + subscript(j), sum, value);
    }

    private static Line product(int place, Quantity factor, Line slope) {
        return new Line(
                "∂" + name(place),
                Expression.of(factor, "·", slope.quantity()),
                factor.value() * slope.value(),
                OptionalInt.of(place));
    }

    private static Line same(int place, Line slope) {
        return new Line("∂" + name(place), Expression.of(slope.quantity()), slope.value(), OptionalInt.of(place));
    }

    private Quantity input(int i) {
        return new Quantity("x" + subscript(i), example.x(i));
    }

    private Quantity parameter(int place) {
        return new Quantity(name(place), network.value(place));
    }
}
