package feedforward.train;

import feedforward.data.Curve;
import feedforward.data.Mnist;
import feedforward.data.Sonnets;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The runs that have a name: where a visitor starts, and what published numbers refer to. The seed is 1 until changed. */
public enum Recipe {
    /** Softmax regression on MNIST, 7,850 parameters. */
    MNIST_SOFTMAX(
            "mnist-softmax",
            new RunSpec(
                    mnist(),
                    new NetworkSpec(Shape.of(784), List.of(new DenseSpec(10, Activation.LINEAR), new SoftmaxSpec())),
                    LossKind.CROSS_ENTROPY,
                    new SgdSpec(0.2f),
                    128,
                    10,
                    1)),
    /** Two hidden layers of 128 rectified units on MNIST, 118,282 parameters. */
    MNIST_MLP(
            "mnist-mlp",
            new RunSpec(
                    mnist(),
                    new NetworkSpec(
                            Shape.of(784),
                            List.of(
                                    new DenseSpec(128, Activation.RELU),
                                    new DenseSpec(128, Activation.RELU),
                                    new DenseSpec(10, Activation.LINEAR),
                                    new SoftmaxSpec())),
                    LossKind.CROSS_ENTROPY,
                    new SgdSpec(0.1f),
                    128,
                    10,
                    1)),
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
    /**
     * Shakespeare's sonnets character by character, 105,149 parameters: an LSTM of 128 units that reads 64 characters at a time in
     * 32 streams and carries its state on.
     */
    SONNETS_LSTM(
            "sonnets-lstm",
            new RunSpec(
                    new DataSpec(Sonnets.NAME, Sonnets.SHA256, 0),
                    new NetworkSpec(
                            Shape.of(Sonnets.WINDOW),
                            List.of(
                                    new LstmSpec(128, Sonnets.VOCABULARY, true),
                                    new DenseSpec(Sonnets.VOCABULARY, Activation.LINEAR),
                                    new SoftmaxSpec())),
                    LossKind.CROSS_ENTROPY,
                    AdamSpec.of(4e-3f),
                    32,
                    30,
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

    /** @throws IllegalArgumentException if there is no such recipe; the message lists those there are */
    public static Recipe named(String id) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Recipe: expected one of "
                        + Arrays.stream(values()).map(Recipe::id).toList() + " but was \"" + id + "\""));
    }

    /** The recipe that this run follows, with whatever seed. */
    public static Optional<Recipe> of(RunSpec run) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.spec.withSeed(run.seed()).equals(run))
                .findFirst();
    }

    private static DataSpec mnist() {
        return new DataSpec(Mnist.NAME, Mnist.SHA256, 0);
    }
}
