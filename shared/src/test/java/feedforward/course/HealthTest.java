package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Dataset;
import feedforward.data.Examples;
import feedforward.data.PlaneData;
import feedforward.data.PointExamples;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.ActivationSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.Initialiser;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import feedforward.train.DataSpec;
import feedforward.train.DivergedException;
import feedforward.train.LossPoint;
import feedforward.train.RunSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The design's recipes of what goes wrong, each trained until it does. */
class HealthTest {
    private static final String CIRCLE = "circle(noise=0,points=500,seed=1)";
    private static final String XOR = "xor(noise=0,points=500,seed=1)";

    private final Device device = new HeapDevice();

    @Test
    void allWeightsAlikeOnXorAreOneUnitAndGetSeventyPercent() {
        Trained trained =
                train(XOR, hidden(new Initialiser.Constant(0.1f), Activation.TANH, 8), new SgdSpec(0.1f), 5000);

        assertThat(trained.ailments()).containsExactly(Ailment.SYMMETRIC);
        assertThat(trained.message(0).finding()).isEqualTo("All 8 units of hidden layer 1 have the same weights.");
        assertThat(trained.accuracy()).isBetween(0.66, 0.74);
    }

    @Test
    void sixSigmoidLayersOnTheCircleLearnNothingButReluDoes() {
        Trained sigmoid = train(
                CIRCLE, hidden(Initialiser.DEFAULT, Activation.SIGMOID, 8, 8, 8, 8, 8, 8), new SgdSpec(0.1f), 1000);
        Trained relu =
                train(CIRCLE, hidden(Initialiser.DEFAULT, Activation.RELU, 8, 8, 8, 8, 8, 8), new SgdSpec(0.1f), 1000);

        assertThat(sigmoid.ailments()).containsExactly(Ailment.NOT_LEARNING);
        assertThat(sigmoid.message(0).finding()).startsWith("After 1,000 steps the loss is no better");
        assertThat(sigmoid.message(0).reason()).contains("1/4").contains("1/4,096");
        assertThat(sigmoid.accuracy()).isBetween(0.49, 0.53);
        assertThat(relu.ailments()).isEmpty();
        assertThat(relu.accuracy()).isEqualTo(1);
    }

    @Test
    void stepsThatAreTooLongKillReluUnits() {
        Trained trained = train(CIRCLE, hidden(Initialiser.DEFAULT, Activation.RELU, 8, 8), new SgdSpec(3), 100);

        assertThat(trained.ailments()).contains(Ailment.DEAD);
        assertThat(trained.message(0).finding()).contains("of the 8 ReLU units of hidden layer");
    }

    @Test
    void leakyUnitsDoNotDieButDiverge() {
        Trained trained = train(XOR, hidden(Initialiser.DEFAULT, Activation.LEAKY_RELU, 8, 8), new SgdSpec(3), 1000);

        assertThat(trained.ailments()).containsExactly(Ailment.DIVERGED);
        assertThat(trained.message(0).finding()).isEqualTo("The loss is no finite number any more.");
    }

    @Test
    void wideInitialWeightsSaturateTanh() {
        Trained trained =
                train(XOR, hidden(new Initialiser.Uniform(10), Activation.TANH, 8, 8), new SgdSpec(0.03f), 25);

        assertThat(trained.ailments()).containsExactly(Ailment.SATURATED, Ailment.SATURATED);
        assertThat(trained.message(0).finding()).contains("of the 8 units of hidden layer 1 stand at their limits");
    }

    /** w = b = 2, x = 1, y = 0, rate 0.15: the output after 50, 150 and 300 steps, computed independently. */
    @Test
    void aSaturatedSigmoidWakesUpLateUnderSquaredErrorAndAtOnceUnderCrossEntropy() {
        List<LayerSpec> squared = List.of(new DenseSpec(1, Activation.SIGMOID));
        List<LayerSpec> crossed = List.of(new DenseSpec(1, Activation.LINEAR), new ActivationSpec(Activation.SIGMOID));

        assertThat(unit(squared, LossKind.SQUARED_ERROR, 50)).isEqualTo("0.976 [SATURATED]");
        assertThat(unit(squared, LossKind.SQUARED_ERROR, 150)).isEqualTo("0.933 []");
        assertThat(unit(squared, LossKind.SQUARED_ERROR, 300)).isEqualTo("0.203 []");
        assertThat(unit(crossed, LossKind.BINARY_CROSS_ENTROPY, 50)).isEqualTo("0.099 []");
        assertThat(unit(crossed, LossKind.BINARY_CROSS_ENTROPY, 150)).isEqualTo("0.026 []");
        assertThat(unit(crossed, LossKind.BINARY_CROSS_ENTROPY, 300)).isEqualTo("0.012 []");
    }

    @Test
    void lossesThatGrowTenfoldDivergeBeforeTheyOverflow() {
        List<LossPoint> losses = List.of(new LossPoint(0, 0.8), new LossPoint(25, 8.1));

        assertThat(new Health(losses, 0.69, List.of()).messages())
                .extracting(HealthMessage::finding)
                .containsExactly("The loss has grown to 8, more than ten times what it was at first.");
    }

    @Test
    void aFewUnitsAtRestAndAFewStepsAreNoFault() {
        LayerState oneOfThree = layer(Activation.RELU, new float[] {0, 1, 1, 0, 2, 1});
        LayerState twoOfThree = layer(Activation.RELU, new float[] {0, 1, 0, 0, 2, 0});
        LayerState steep = layer(Activation.TANH, new float[] {0.9f, -0.9f, 0.9f, -0.9f, 0.9f, 0.9f});
        LayerState flat = layer(Activation.TANH, new float[] {0.96f, -0.96f, 0.96f, -0.96f, 0.96f, 0.96f});

        assertThat(ailments(0.6, 100, oneOfThree)).isEmpty();
        assertThat(ailments(0.6, 100, twoOfThree)).containsExactly(Ailment.DEAD);
        assertThat(ailments(0.3, 100, twoOfThree)).containsExactly(Ailment.DEAD);
        assertThat(ailments(0.1, 100, twoOfThree)).isEmpty();
        assertThat(ailments(0.6, 100, steep)).isEmpty();
        assertThat(ailments(0.6, 100, flat)).containsExactly(Ailment.SATURATED);
        assertThat(ailments(0.69, 499)).isEmpty();
        assertThat(ailments(0.69, 500)).containsExactly(Ailment.NOT_LEARNING);
    }

    @Test
    void threeSigmoidLayersAreEnoughToVanish() {
        LayerState sigmoid = new LayerState(
                "hidden layer 1", true, Activation.SIGMOID, 1, new float[] {1}, new float[] {0.5f, 0.5f});
        List<LossPoint> losses = List.of(new LossPoint(0, 0.69), new LossPoint(1000, 0.69));

        assertThat(new Health(losses, 0.69, List.of(sigmoid, sigmoid, sigmoid))
                        .messages()
                        .get(0)
                        .reason())
                .contains("through 3 layers less than 1/64");
        assertThat(new Health(losses, 0.69, List.of(sigmoid, sigmoid))
                        .messages()
                        .get(0)
                        .reason())
                .doesNotContain("vanishes");
    }

    private static LayerState layer(Activation activation, float[] outputs) {
        return new LayerState("hidden layer 1", true, activation, 3, new float[] {1, 2, 3}, outputs);
    }

    private static List<Ailment> ailments(double loss, int steps, LayerState... layers) {
        List<LossPoint> losses = List.of(new LossPoint(0, 0.7), new LossPoint(steps, loss));
        return new Health(losses, 0.69, List.of(layers))
                .messages().stream().map(HealthMessage::ailment).toList();
    }

    @Test
    void aNetworkThatLearnsIsWell() {
        assertThat(train(CIRCLE, hidden(Initialiser.DEFAULT, Activation.TANH, 4, 2), new SgdSpec(0.03f), 1000)
                        .ailments())
                .isEmpty();
        assertThat(train(
                                "spiral(noise=0,points=500,seed=1)",
                                hidden(Initialiser.DEFAULT, Activation.RELU, 16, 16),
                                AdamSpec.of(0.01f),
                                2000)
                        .accuracy())
                .isGreaterThan(0.985);
    }

    private static List<LayerSpec> hidden(Initialiser start, Activation activation, int... units) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int count : units) {
            layers.add(new DenseSpec(count, activation, start));
        }
        layers.add(new DenseSpec(2, Activation.LINEAR, start));
        layers.add(new SoftmaxSpec());
        return layers;
    }

    private record Trained(List<HealthMessage> messages, double accuracy) {
        List<Ailment> ailments() {
            return messages.stream().map(HealthMessage::ailment).toList();
        }

        HealthMessage message(int place) {
            return messages.get(place);
        }
    }

    private Trained train(String name, List<LayerSpec> layers, OptimiserSpec optimiser, int steps) {
        Dataset data = PlaneData.parse(name).dataset();
        RunSpec spec = spec(data, new NetworkSpec(Shape.of(2), layers), LossKind.CROSS_ENTROPY, optimiser, 10);
        Judge judge = new Judge(spec, data, device);
        ExperimentRun run = new ExperimentRun(spec, List.of(), data, device);
        List<LossPoint> losses = new ArrayList<>();
        losses.add(new LossPoint(0, judge.training(run.network()).loss()));
        try {
            while (run.stepsDone() < steps) {
                run.step();
            }
            losses.add(new LossPoint(steps, judge.training(run.network()).loss()));
        } catch (DivergedException e) {
            losses.add(new LossPoint(run.stepsDone(), Double.NaN));
        }
        return new Trained(
                new Health(losses, Math.log(2), judge.layers(run.network())).messages(),
                judge.training(run.network()).accuracy().orElseThrow());
    }

    /** The output for x = 1, and what ails the unit. */
    private String unit(List<LayerSpec> layers, LossKind loss, int steps) {
        Examples one = new PointExamples(new float[] {1}, 1, new float[] {0}, 1);
        Dataset data = new Dataset("one", "0".repeat(64), one, one);
        RunSpec spec = spec(data, new NetworkSpec(Shape.of(1), layers), loss, new SgdSpec(0.15f), 1);
        List<Edit> start = List.of(new Edit.Weight(0, 0, 0, 2), new Edit.Weight(0, 1, 0, 2));
        Judge judge = new Judge(spec, data, device);
        ExperimentRun run = new ExperimentRun(spec, start, data, device);
        while (run.stepsDone() < steps) {
            run.step();
        }
        LossPoint last = new LossPoint(steps, judge.training(run.network()).loss());
        float output =
                run.network().forward(Tensor.of(device, Shape.of(1, 1), 1)).toArray()[0];
        List<Ailment> ailments = new Health(List.of(last), 0, judge.layers(run.network()))
                .messages().stream().map(HealthMessage::ailment).toList();
        return Math.round(1000 * output) / 1000.0 + " " + ailments;
    }

    private static RunSpec spec(Dataset data, NetworkSpec network, LossKind loss, OptimiserSpec optimiser, int batch) {
        return new RunSpec(new DataSpec(data.name(), data.sha256(), 0), network, loss, optimiser, batch, 1000, 1);
    }
}
