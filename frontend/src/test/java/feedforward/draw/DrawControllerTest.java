package feedforward.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.DigitImage;
import feedforward.data.Drawing;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import feedforward.wire.SavedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrawControllerTest {
    private static final HeapDevice DEVICE = new HeapDevice();

    private final Recorder asked = new Recorder();
    private final DrawController controller = new DrawController(DEVICE, asked);

    @Test
    void theShippedNetworkAnswersWhatIsDrawn() {
        controller.shippedWanted();
        assertThat(asked.calls).containsExactly("fetch");
        assertThat(state().networkState()).isEqualTo(DrawState.Network.LOADING);

        controller.shippedArrived(reader(1));
        controller.penDown(0.2f, 0.2f);
        controller.penMoved(0.8f, 0.8f);

        assertThat(state().networkState()).isEqualTo(DrawState.Network.READY);
        Recogniser network = state().network().orElseThrow();
        assertThat(network.source()).isEqualTo("shipped network");
        float[] answer = network.probabilities(state().image().orElseThrow());
        assertThat(answer).hasSize(10);
        double sum = 0;
        for (float probability : answer) {
            sum += probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
    }

    @Test
    void aConvolutionalNetworkAnswersTheSameWhateverItReadBefore() {
        controller.fileArrived(network(Recipe.MNIST_SMALL.spec().network(), 1), "small.safetensors");
        Recogniser network = state().network().orElseThrow();
        DigitImage bar = DigitImage.of(Drawing.empty().penDown(0.2f, 0.5f).penTo(0.8f, 0.5f))
                .orElseThrow();
        DigitImage stem = DigitImage.of(Drawing.empty().penDown(0.5f, 0.2f).penTo(0.5f, 0.8f))
                .orElseThrow();

        float[] before = network.probabilities(bar);
        float[] between = network.probabilities(stem);

        assertThat(network.probabilities(bar)).isEqualTo(before).isNotEqualTo(between);
    }

    @Test
    void aNetworkIsCalledAfterItsRecipeWhereItFollowsOne() {
        RunSpec run = Recipe.MNIST_SOFTMAX.spec().withSeed(5);
        SavedModel made = new SavedModel(
                run.network(),
                Optional.of(run),
                Optional.empty(),
                Network.build(run.network(), DEVICE, 1, 5).weights());

        controller.fileArrived(made.toBytes(), "mine.safetensors");

        assertThat(state().network().orElseThrow().title()).isEqualTo("mnist-softmax-seed5");
    }

    @Test
    void aShippedNetworkThatCannotBeHadIsSaidAndCanBeAskedForAgain() {
        controller.shippedWanted();
        controller.shippedFailed("The server answered 500");

        assertThat(state().networkState()).isEqualTo(DrawState.Network.FAILED);
        assertThat(state().error()).isEqualTo("The shipped network could not be loaded. The server answered 500");

        controller.shippedWanted();
        assertThat(state().networkState()).isEqualTo(DrawState.Network.LOADING);
        assertThat(state().error()).isEmpty();
        assertThat(asked.calls).containsExactly("fetch", "fetch");
    }

    @Test
    void aShippedFileThatIsNoNetworkIsAFailureToo() {
        controller.shippedWanted();
        controller.shippedArrived(new byte[] {1, 2, 3});

        assertThat(state().networkState()).isEqualTo(DrawState.Network.FAILED);
        assertThat(state().error()).startsWith("shipped network: Safetensors");
    }

    @Test
    void canBeDrawnOnWithoutANetwork() {
        controller.penDown(0.1f, 0.2f);
        controller.penMoved(0.3f, 0.4f);
        controller.penLifted();

        assertThat(state().drawing().strokes()).hasSize(1);
        assertThat(state().image()).isPresent();
        assertThat(state().network()).isEmpty();
    }

    @Test
    void aNetworkChosenMeanwhileIsNotReplacedByTheShippedOne() {
        controller.shippedWanted();
        controller.fileArrived(reader(2), "mine.safetensors");

        controller.shippedArrived(reader(1));
        controller.shippedFailed("The server answered 500");

        assertThat(state().network().orElseThrow().source()).isEqualTo("mine.safetensors");
        assertThat(state().error()).isEmpty();
    }

    @Test
    void aFileThatCannotServeLeavesTheNetworkThatAnswers() {
        controller.fileArrived(reader(2), "mine.safetensors");

        controller.fileArrived(new byte[0], "empty.safetensors");
        assertThat(state().error()).startsWith("empty.safetensors: Safetensors");
        controller.fileArrived(network(Shape.of(1), 1), "curve.safetensors");
        assertThat(state().error()).startsWith("curve.safetensors: This network takes [1] and gives [1]");
        controller.fileRefused("huge.safetensors", "expected at most 256 MB but was 257 MB");
        assertThat(state().error()).isEqualTo("huge.safetensors: expected at most 256 MB but was 257 MB");

        assertThat(state().network().orElseThrow().source()).isEqualTo("mine.safetensors");
        controller.fileArrived(reader(3), "next.safetensors");
        assertThat(state().error()).isEmpty();
    }

    @Test
    void aNetworkForSomethingElseThanDigitsLeavesTheNetworkThatAnswers() {
        controller.fileArrived(reader(2), "mine.safetensors");

        controller.fileArrived(digits(Shape.of(784), new EmbeddingSpec(3, 1), new FlattenSpec()), "text.safetensors");
        assertThat(state().error())
                .isEqualTo(
                        "text.safetensors: This network reads texts, 784 characters at a time; reading digits needs one"
                                + " that takes 784 pixels and gives [10] probabilities (softmax)");
        controller.fileArrived(digits(Shape.of(14, 56, 1), new FlattenSpec()), "wide.safetensors");
        assertThat(state().error()).startsWith("wide.safetensors: This network takes [14, 56, 1] and gives [10]");

        assertThat(state().network().orElseThrow().source()).isEqualTo("mine.safetensors");
        controller.fileArrived(digits(Shape.of(28, 28, 1), new FlattenSpec()), "square.safetensors");
        assertThat(state().network().orElseThrow().source()).isEqualTo("square.safetensors");
    }

    @Test
    void aMoveOfTheLiftedPenDrawsNothing() {
        controller.penDown(0.1f, 0.1f);
        controller.penLifted();
        controller.penMoved(0.9f, 0.9f);

        assertThat(state().drawing().strokes().get(0).size()).isEqualTo(1);
    }

    @Test
    void undoAndClearEndTheStrokeThatIsBeingDrawn() {
        controller.penDown(0.1f, 0.1f);
        controller.penLifted();
        controller.penDown(0.5f, 0.5f);

        controller.undoWanted();
        controller.penMoved(0.9f, 0.9f);
        assertThat(state().drawing().strokes()).hasSize(1);
        assertThat(state().drawing().strokes().get(0).size()).isEqualTo(1);

        controller.penDown(0.5f, 0.5f);
        controller.clearWanted();
        controller.penMoved(0.9f, 0.9f);
        assertThat(state().drawing().isEmpty()).isTrue();
        assertThat(state().image()).isEmpty();
    }

    private DrawState state() {
        return controller.state();
    }

    /** A file with a network that takes 784 pixels and gives ten probabilities. */
    private static byte[] reader(long seed) {
        return network(
                new NetworkSpec(Shape.of(784), List.of(new DenseSpec(10, Activation.LINEAR), new SoftmaxSpec())), seed);
    }

    /** A file with a network with these first layers that gives ten probabilities. */
    private static byte[] digits(Shape input, LayerSpec... first) {
        List<LayerSpec> layers = new ArrayList<>(List.of(first));
        layers.addAll(List.of(new DenseSpec(10, Activation.LINEAR), new SoftmaxSpec()));
        return network(new NetworkSpec(input, layers), 1);
    }

    private static byte[] network(Shape input, int outputs) {
        return network(new NetworkSpec(input, List.of(new DenseSpec(outputs, Activation.TANH))), 1);
    }

    private static byte[] network(NetworkSpec spec, long seed) {
        Network network = Network.build(spec, DEVICE, 1, seed);
        return new SavedModel(spec, Optional.empty(), Optional.empty(), network.weights()).toBytes();
    }

    /** Writes down what the controller asks for. */
    private static final class Recorder implements DrawActions {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void fetchShipped() {
            calls.add("fetch");
        }

        @Override
        public void show() {
            // What is shown is the state, which the tests read.
        }
    }
}
