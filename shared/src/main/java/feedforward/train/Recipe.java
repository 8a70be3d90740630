package feedforward.train;

import feedforward.data.Augmentation;
import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.data.Mnist;
import feedforward.data.Sonnets;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.AdamWSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.schedule.OneCycleSchedule;
import feedforward.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The runs that have a name: where a visitor starts, and what published numbers refer to. The seed is 1 until changed. */
public enum Recipe {
    /** Softmax regression on MNIST, 7,850 parameters. */
    MNIST_SOFTMAX("mnist-softmax", mnist(0, MnistNetworks.softmax(), new SgdSpec(0.2f), 10)),
    /** Two hidden layers of 128 rectified units on MNIST, 118,282 parameters. */
    MNIST_MLP("mnist-mlp", mnist(0, MnistNetworks.mlp(), new SgdSpec(0.1f), 10)),
    /** The course's first notebook: 100 hidden tanh units and a tanh output, fitted to 40 points by plain gradient descent. */
    CURVE_TANH(
            "curve-tanh",
            new RunSpec(
                    new DataSpec(Curve.NAME, Curve.SHA256, 0),
                    new NetworkSpec(
                            Shape.of(1),
                            List.of(new DenseSpec(100, Activation.TANH), new DenseSpec(1, Activation.TANH))),
                    LossKind.SQUARED_ERROR,
                    new SgdSpec(0.9f),
                    40,
                    10_000,
                    1)),
    /** The course's first Keras exercise: softmax regression, 12,000 images held out; 92.27 % of the test set there. */
    KERAS_V1("keras-v1", mnist(12_000, MnistNetworks.softmax(), new SgdSpec(0.01f), 200)),
    /** Its second: two hidden layers of 128 rectified units; 94.61 %. */
    KERAS_V2("keras-v2", mnist(12_000, MnistNetworks.mlp(), new SgdSpec(0.01f), 20)),
    /** Its third: the same with 30 % dropout; 97.77 %. */
    KERAS_V3("keras-v3", mnist(12_000, MnistNetworks.mlpWithDropout(0.3f), new SgdSpec(0.01f), 250)),
    /** Two epochs of a small convolutional network at a rate that only one cycle can bear. */
    MNIST_FAST(
            "mnist-fast",
            new RunSpec(
                    mnistData(0),
                    MnistNetworks.fast(),
                    LossKind.CROSS_ENTROPY,
                    new AdamSpec(0.01f, 0.7f, 0.9f, AdamSpec.DEFAULT_EPSILON),
                    256,
                    2,
                    1,
                    Regime.PLAIN.with(OneCycleSchedule.DEFAULT))),
    /** A convolutional network small enough for the page, trained for as good as it gets: the one that ships. */
    MNIST_SMALL(
            "mnist-small",
            mnist(0, MnistNetworks.small(), AdamWSpec.of(0.004f, 0.02f), 15)
                    .with(Regime.PLAIN
                            .with(OneCycleSchedule.DEFAULT)
                            .with(Regularisation.NONE.withLabelSmoothing(0.05f).withAveraging(0.999f))
                            .with(new Augmentation(12, 0.12f, 0.15f, 2, 0, 0, 1)))),
    /**
     * Shakespeare's sonnets character by character, 105,149 parameters: an LSTM of 128 units that reads 64 characters at a time in
     * 16 streams and carries its state on. Longer training learns the text by heart.
     */
    SONNETS_LSTM(
            "sonnets-lstm",
            new RunSpec(
                    new DataSpec(Sonnets.NAME, Sonnets.SHA256, 0),
                    lstm(Sonnets.VOCABULARY),
                    LossKind.CROSS_ENTROPY,
                    AdamSpec.of(4e-3f),
                    16,
                    20,
                    1,
                    Regime.PLAIN.with(Regularisation.NONE.withClipNorm(1))));

    private final String id;
    private final RunSpec spec;

    Recipe(String id, RunSpec spec) {
        this.id = id;
        this.spec = spec;
    }

    /** The name in commands and links. */
    public String id() {
        return id;
    }

    public RunSpec spec() {
        return spec;
    }

    /**
     * This recipe's run on other data of its kind. The one for texts has a network for their vocabulary; otherwise the network
     * stays, and whether it fits, {@link Run#requireFit} says.
     */
    public RunSpec on(Dataset data) {
        int vocabulary = data.train().vocabulary();
        NetworkSpec network = this == SONNETS_LSTM && vocabulary > 0 ? lstm(vocabulary) : spec.network();
        return spec.with(network)
                .with(new DataSpec(data.name(), data.sha256(), spec.data().holdOut()));
    }

    /** The recipe that this run follows, with whatever seed. */
    public static Optional<Recipe> of(RunSpec run) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.spec.withSeed(run.seed()).equals(run))
                .findFirst();
    }

    /** @throws IllegalArgumentException if there is no such recipe; the message lists those there are */
    public static Recipe named(String id) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Recipe: expected one of "
                        + Arrays.stream(values()).map(Recipe::id).toList() + " but was \"" + id + "\""));
    }

    private static RunSpec mnist(int holdOut, NetworkSpec network, OptimiserSpec optimiser, int epochs) {
        return new RunSpec(mnistData(holdOut), network, LossKind.CROSS_ENTROPY, optimiser, 128, epochs, 1);
    }

    private static NetworkSpec lstm(int vocabulary) {
        return new NetworkSpec(
                Shape.of(Sonnets.WINDOW),
                List.of(
                        new LstmSpec(128, vocabulary, true),
                        new DenseSpec(vocabulary, Activation.LINEAR),
                        new SoftmaxSpec()));
    }

    private static DataSpec mnistData(int holdOut) {
        return new DataSpec(Mnist.NAME, Mnist.SHA256, holdOut);
    }
}
