package feedforward.lesson.evaluation;

import feedforward.data.Mnist;
import feedforward.loss.LossKind;
import feedforward.optimiser.SgdSpec;
import feedforward.train.DataSpec;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import java.util.Arrays;
import java.util.Optional;

/** The networks that the lesson judges: the shipped one, and two that it trains first as the learner's usual values do. */
enum Candidate {
    SHIPPED("shipped", "the shipped network", Optional.empty()),
    SOFTMAX("softmax", "the softmax network trained here", Optional.of(Recipe.MNIST_SOFTMAX)),
    HIDDEN("hidden", "the network with hidden layers trained here", Optional.of(Recipe.MNIST_MLP));

    private final String id;
    private final String title;
    private final Optional<Recipe> network;

    Candidate(String id, String title, Optional<Recipe> network) {
        this.id = id;
        this.title = title;
        this.network = network;
    }

    /** The name in links. */
    String id() {
        return id;
    }

    /** As a sentence calls it. */
    String title() {
        return title;
    }

    /** The run that makes it; empty for the one that is shipped. */
    Optional<RunSpec> run() {
        return network.map(recipe -> new RunSpec(
                new DataSpec(Mnist.NAME, Mnist.SHA256, 10_000),
                recipe.spec().network(),
                LossKind.CROSS_ENTROPY,
                new SgdSpec(0.1f),
                100,
                3,
                1));
    }

    static Optional<Candidate> named(String id) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.id.equals(id))
                .findFirst();
    }
}
