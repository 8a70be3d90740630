package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.data.Pangrams;
import feedforward.data.PlaneData;
import feedforward.device.HeapDevice;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecipeTest {
    @Test
    void recipesAreFoundByTheirNames() {
        assertThat(Recipe.named("mnist-softmax")).isEqualTo(Recipe.MNIST_SOFTMAX);
        assertThat(Recipe.named("mnist-mlp")).isEqualTo(Recipe.MNIST_MLP);
        assertThat(Recipe.named("curve-tanh")).isEqualTo(Recipe.CURVE_TANH);
        assertThat(Recipe.CURVE_TANH.id()).isEqualTo("curve-tanh");
    }

    @Test
    void aNameThatIsNoneIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Recipe.named("mnist"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Recipe: expected one of [mnist-softmax, mnist-mlp, curve-tanh, keras-v1, keras-v2,"
                        + " keras-v3, mnist-fast, mnist-small, sonnets-lstm] but was \"mnist\"");
    }

    /** Keras counts the same: 7,850 and 118,282. */
    @Test
    void networksHaveTheParametersOfTheCourse() {
        assertThat(Recipe.MNIST_SOFTMAX.spec().network().parameters()).isEqualTo(7_850);
        assertThat(Recipe.MNIST_MLP.spec().network().parameters()).isEqualTo(118_282);
        assertThat(Recipe.CURVE_TANH.spec().network().parameters()).isEqualTo(301);
        assertThat(Recipe.KERAS_V1.spec().network().parameters()).isEqualTo(7_850);
        assertThat(Recipe.KERAS_V2.spec().network().parameters()).isEqualTo(118_282);
        assertThat(Recipe.KERAS_V3.spec().network().parameters()).isEqualTo(118_282);
    }

    @Test
    void convolutionalNetworksHaveTheSizesTheyAreFor() {
        // 5·5·24 + 24, 3·3·24·32 + 32, 5·5·32·256 + 256, 256·10 + 10.
        assertThat(Recipe.MNIST_FAST.spec().network().parameters()).isEqualTo(624 + 6_944 + 205_056 + 2_570);
        // Convolutions, scales and shifts of 224 channels, the end; at most 100,000.
        assertThat(Recipe.MNIST_SMALL.spec().network().parameters())
                .isEqualTo(160 + 2_320 + 4_640 + 9_248 + 18_496 + 36_928 + 2 * 224 + 650)
                .isLessThan(100_000);
    }

    @Test
    void recipesWhoseDataAreSplitKeepTheirTestSet() {
        for (Recipe recipe : List.of(Recipe.KERAS_V1, Recipe.KERAS_V2, Recipe.KERAS_V3)) {
            assertThat(recipe.spec().data().holdOut()).isEqualTo(12_000);
        }
    }

    @Test
    void aRecipeTakesOtherDataOfItsKind() {
        Dataset points = PlaneData.parse("xor(noise=0,points=20,seed=1)").dataset();

        RunSpec run = Recipe.KERAS_V1.on(points);

        assertThat(run.data()).isEqualTo(new DataSpec(points.name(), points.sha256(), 12_000));
        assertThat(run.network()).isEqualTo(Recipe.KERAS_V1.spec().network());
        assertThat(run.withSeed(5).seed()).isEqualTo(5);
    }

    @Test
    void theRecipeForTextsTakesTheirVocabulary() {
        assertThat(Recipe.SONNETS_LSTM.spec().network().parameters()).isEqualTo(105_149);
        Dataset pangrams = Pangrams.corpus().dataset(8);

        NetworkSpec network = Recipe.SONNETS_LSTM.on(pangrams).network();

        assertThat(network.vocabulary()).isEqualTo(30);
        assertThat(network.input())
                .isEqualTo(Recipe.SONNETS_LSTM.spec().network().input());
        assertThat(network.output()).isEqualTo(Shape.of(64, 30));
        assertThat(Recipe.MNIST_MLP.on(pangrams).network())
                .isEqualTo(Recipe.MNIST_MLP.spec().network());
    }

    /** The course's notebook reaches 1.15e-3 in 1,000 steps and 3.2e-4 in 10,000 from its own first weights. */
    @Test
    void curveTanhReachesTheCostsOfTheNotebook() {
        Map<Integer, Double> costs = costs(Recipe.CURVE_TANH.spec());
        assertThat(costs.get(1_000)).isCloseTo(1.15e-3, within(2e-5));
        assertThat(costs.get(10_000)).isCloseTo(3.2e-4, within(2e-6));
    }

    /** The output sticks at tanh's end, 1, where its slope is 0: ½·mean (1 − y)² = 0.143. */
    @Test
    void curveTanhSticksWhenItsRateIsTooHigh() {
        RunSpec spec = Recipe.CURVE_TANH.spec();
        RunSpec fast = new RunSpec(
                spec.data(), spec.network(), spec.loss(), new SgdSpec(5), spec.batchSize(), 1_000, spec.seed());
        assertThat(costs(fast).get(1_000)).isCloseTo(0.143, within(5e-4));
    }

    private static Map<Integer, Double> costs(RunSpec spec) {
        Run run = Run.start(spec, Curve.dataset(), new HeapDevice());
        Map<Integer, Double> costs = new TreeMap<>();
        while (!run.finished()) {
            run.advance().ifPresent(report -> {
                if (report instanceof EvaluationReport evaluation) {
                    costs.put(evaluation.step(), evaluation.loss());
                }
            });
        }
        return costs;
    }
}
