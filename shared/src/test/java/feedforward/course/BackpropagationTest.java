package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.Backpropagation.Line;
import feedforward.course.Backpropagation.Step;
import feedforward.course.SmallNetwork.Example;
import feedforward.device.HeapDevice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference numbers come from a few lines of Python with math.tanh, math.exp and math.log. */
class BackpropagationTest {
    private static final List<Double> VALUES =
            List.of(0.5, -0.4, 0.8, 0.3, 0.9, -0.6, 0.1, -0.2, 0.0, 0.7, -0.5, -0.3, 0.6, 0.4, 0.2, 0.1, -0.1);
    private static final SmallNetwork NETWORK = SmallNetwork.of(VALUES);
    private static final Example EXAMPLE = new Example(0.8, -0.5, 1);
    private static final double[] SLOPES = {
        0.6862505948196381,
        -0.2550319257383082,
        0.05925393176583611,
        -0.4289066217622738,
        0.15939495358644262,
        -0.03703370735364757,
        0.8578132435245476,
        -0.31878990717288525,
        0.07406741470729514,
        0.2711346440665952,
        -0.2711346440665952,
        -0.6034911686551859,
        0.6034911686551859,
        0.5926240097135776,
        -0.5926240097135776,
        0.8060474330901283,
        -0.8060474330901283
    };

    @Test
    void computesEachNumberOfTheWayForwardAndBack() {
        List<Step> steps = Backpropagation.trace(NETWORK, EXAMPLE);

        assertThat(line(steps, "z₁").value()).isCloseTo(0.35, within(1e-12));
        assertThat(line(steps, "h₂").value()).isCloseTo(-0.7487042869693086, within(1e-12));
        assertThat(line(steps, "s₁").value()).isCloseTo(0.8541630682925728, within(1e-12));
        assertThat(line(steps, "p₂").value()).isCloseTo(0.19395256690987173, within(1e-12));
        assertThat(line(steps, "C").value()).isCloseTo(1.6401416502784993, within(1e-12));
        assertThat(line(steps, "∂h₃").value()).isCloseTo(0.16120948661802567, within(1e-12));
        assertThat(slopes(steps)).hasSameSizeAs(SLOPES);
        for (int i = 0; i < SLOPES.length; i++) {
            assertThat(slopes(steps).get(i)).as(SmallNetwork.name(i)).isCloseTo(SLOPES[i], within(1e-12));
        }
    }

    @Test
    void everyNumberIsTheSumThatIsWrittenBesideIt() {
        List<Step> steps = Backpropagation.trace(NETWORK, EXAMPLE);

        assertThat(line(steps, "z₁").expression().symbols()).isEqualTo("b₁ + x₁·w₁₁ + x₂·w₂₁");
        assertThat(line(steps, "z₁").expression().numbers(value -> Double.toString(value)))
                .isEqualTo("0.1 + 0.8·0.5 + (-0.5)·0.3");
        assertThat(line(steps, "∂h₁").expression().symbols()).isEqualTo("v₁₁·∂s₁ + v₁₂·∂s₂");
        assertThat(line(steps, "∂z₁").expression().symbols()).isEqualTo("∂h₁·(1 − h₁²)");
        assertThat(line(steps, "∂w₂₃").expression().symbols()).isEqualTo("x₂·∂z₃");
    }

    @Test
    void goesNodeByNode() {
        List<Step> steps = Backpropagation.trace(NETWORK, EXAMPLE);

        assertThat(steps).hasSize(13);
        assertThat(steps.stream().filter(Step::backward)).hasSize(5);
        assertThat(steps.get(7).layer()).isEqualTo(Backpropagation.Layer.COST);
    }

    @Test
    void backpropagationCentralDifferencesAndTheEngineAgree() {
        for (long seed = 1; seed <= 20; seed++) {
            List<Double> values = new ArrayList<>();
            for (float value : EngineGradient.initialWeights(new HeapDevice(), seed)) {
                values.add((double) value);
            }
            SmallNetwork network = SmallNetwork.of(values);
            Example example = new Example(0.1 * seed - 1, 1 - 0.07 * seed, (int) seed % 2);
            List<Double> slopes = slopes(Backpropagation.trace(network, example));
            float[] engine = EngineGradient.of(network, example, new HeapDevice());
            for (int i = 0; i < SmallNetwork.PARAMETERS; i++) {
                String what = "seed " + seed + " " + SmallNetwork.name(i);
                assertThat(slopes.get(i)).as(what).isCloseTo(network.slope(i, example), within(1e-9));
                assertThat((double) engine[i]).as(what).isCloseTo(slopes.get(i), within(3e-7));
            }
        }
    }

    @Test
    void wantsAllParameters() {
        assertThatThrownBy(() -> SmallNetwork.of(List.of(1.0)))
                .hasMessage("SmallNetwork values: expected 17 but was 1");
    }

    private static Line line(List<Step> steps, String name) {
        return steps.stream()
                .flatMap(step -> step.lines().stream())
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> slopes(List<Step> steps) {
        double[] slopes = new double[SmallNetwork.PARAMETERS];
        steps.stream()
                .flatMap(step -> step.lines().stream())
                .forEach(line -> line.parameter().ifPresent(place -> slopes[place] = line.value()));
        List<Double> boxed = new ArrayList<>();
        for (double slope : slopes) {
            boxed.add(slope);
        }
        return boxed;
    }
}
