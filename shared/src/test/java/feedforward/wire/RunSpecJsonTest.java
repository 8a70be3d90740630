package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.Activation;
import feedforward.json.JsonFormatException;
import feedforward.layer.ActivationSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunSpecJsonTest {
    private static final String HASH = "01df61acf6d41f52a4ba7e493e6a889b8501ac37740ab24092304e5de3076059";
    private static final String CURVE = "{\"data\":{\"name\":\"curve\",\"sha256\":\"" + HASH + "\",\"holdOut\":0},"
            + "\"network\":{\"input\":[1],\"layers\":[{\"type\":\"dense\",\"units\":100,\"activation\":\"tanh\"},"
            + "{\"type\":\"dense\",\"units\":1,\"activation\":\"tanh\"}]},\"loss\":\"squared-error\","
            + "\"optimiser\":{\"type\":\"sgd\",\"learningRate\":0.9},\"batchSize\":40,\"epochs\":10000,\"seed\":1}";

    @Test
    void aDescriptionIsWrittenLikeThis() {
        assertThat(RunSpecJson.write(Recipe.CURVE_TANH.spec())).hasToString(CURVE);
        assertThat(RunSpecJson.read(CURVE)).isEqualTo(Recipe.CURVE_TANH.spec());
    }

    @ParameterizedTest
    @EnumSource
    void everyRecipeComesBack(Recipe recipe) {
        assertThat(read(recipe.spec())).isEqualTo(recipe.spec());
    }

    @Test
    void theLargestSeedComesBack() {
        RunSpec spec = Recipe.CURVE_TANH.spec().withSeed(RunSpec.LARGEST_SEED);
        assertThat(read(spec)).isEqualTo(spec);
    }

    @Test
    void everyLearningRateComesBackBitForBit() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            float rate = Float.intBitsToFloat(1 + random.nextInt(Float.floatToRawIntBits(10)));
            assertThat(read(withRate(rate)).optimiser()).isEqualTo(new SgdSpec(rate));
        }
        for (float rate : new float[] {Float.MIN_VALUE, Float.MIN_NORMAL, 7.9232605e-6f, 0.1f, 10f}) {
            assertThat(read(withRate(rate)).optimiser()).isEqualTo(new SgdSpec(rate));
        }
    }

    @Test
    void spacesAndTheOrderOfFieldsDoNotMatter() {
        String moved = CURVE.replace("\"seed\":1}", "\"seed\" : 1 }").replace("\"batchSize\":40,", "");
        assertThat(RunSpecJson.read("{\"batchSize\":40," + moved.substring(1))).isEqualTo(Recipe.CURVE_TANH.spec());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seed\":1 | \"seed\":-1 | RunSpec seed: expected a whole number in [0, 9,007,199,254,740,991] but was -1",
                "\"seed\":1 | \"seed\":9007199254740992 | RunSpec seed: expected a whole number in"
                        + " [0, 9,007,199,254,740,991] but was 9007199254740992",
                "\"seed\":1 | \"seed\":1.0 | RunSpec seed: expected a whole number in [0, 9,007,199,254,740,991] but was 1.0",
                "\"epochs\":10000 | \"epochs\":0 | RunSpec epochs: expected a whole number in [1, 1,000,000] but was 0",
                "\"batchSize\":40 | \"batchSize\":65537 | RunSpec batchSize: expected a whole number in [1, 65,536] but was"
                        + " 65537",
                "\"batchSize\":40 | \"batchSize\":\"40\" | RunSpec batchSize: expected a whole number in [1, 65,536] but was"
                        + " \"40\"",
                "\"learningRate\":0.9 | \"learningRate\":0 | RunSpec optimiser.learningRate: expected a number in (0, 10] but"
                        + " was 0",
                "\"learningRate\":0.9 | \"learningRate\":10.1 | RunSpec optimiser.learningRate: expected a number in (0, 10]"
                        + " but was 10.1",
                "\"learningRate\":0.9 | \"learningRate\":null | RunSpec optimiser.learningRate: expected a number in (0, 10]"
                        + " but was null",
                "\"learningRate\":0.9 | \"learningRate\":1e400 | RunSpec optimiser.learningRate: expected a number in (0, 10]"
                        + " but was 1e400",
                "\"learningRate\":0.9 | \"rate\":0.9 | RunSpec optimiser.learningRate: expected this field but it is missing",
                "\"type\":\"sgd\" | \"type\":\"adam\" | RunSpec optimiser.beta1: expected this field but it is missing",
                "\"type\":\"sgd\" | \"type\":\"lion\" | RunSpec optimiser.type: expected one of \"sgd\", \"momentum\","
                        + " \"nesterov\", \"adagrad\", \"rmsprop\", \"adam\", \"adamw\" but was \"lion\"",
                "\"squared-error\" | \"hinge\" | RunSpec loss: expected one of \"squared-error\", \"cross-entropy\","
                        + " \"binary-cross-entropy\", \"absolute-error\", \"huber\" but was \"hinge\"",
                "\"holdOut\":0 | \"holdOut\":-1 | RunSpec data.holdOut: expected a whole number in [0, 2,147,483,647] but was"
                        + " -1",
                "\"name\":\"curve\" | \"name\":7 | RunSpec data.name: expected text but was 7",
                "\"seed\":1 | \"seed\":1,\"sede\":2 | RunSpec: expected only the fields data, network, loss, optimiser,"
                        + " batchSize, epochs, seed, schedule, regularisation, earlyStopping, augmentation but was also given \"sede\"",
                "\"holdOut\":0 | \"holdOut\":0,\"x\":0 | RunSpec data: expected only the fields name, sha256, holdOut but was"
                        + " also given \"x\"",
                "\"learningRate\":0.9 | \"learningRate\":0.9,\"momentum\":0.9 | RunSpec optimiser: expected only the fields"
                        + " type, learningRate but was also given \"momentum\""
            })
    void aFieldThatIsWrongIsNamed(String right, String wrong, String message) {
        assertRefused(CURVE.replace(right, wrong))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(message);
    }

    @Test
    void everyFieldIsNeeded() {
        for (String field : new String[] {"data", "network", "loss", "optimiser", "batchSize", "epochs", "seed"}) {
            assertRefused(CURVE.replace("\"" + field + "\":", "\"no\":"))
                    .hasMessage("RunSpec " + field + ": expected this field but it is missing");
        }
    }

    @Test
    void aRateTooSmallForAFloatIsRefused() {
        assertRefused(CURVE.replace("\"learningRate\":0.9", "\"learningRate\":1e-60"))
                .hasMessage("RunSpec learningRate: expected a number in (0, 10] but was 0.0");
    }

    @Test
    void whatTheDescriptionItselfRefusesIsRefused() {
        assertRefused(CURVE.replace(HASH, "?"))
                .hasMessage("RunSpec data sha256: expected 64 hexadecimal digits but was \"?\"");
        assertRefused(CURVE.replace("squared-error", "cross-entropy"))
                .hasMessageStartingWith("RunSpec loss: expected a network that ends in softmax for cross-entropy");
        assertRefused(CURVE.replace("\"units\":100,", "\"units\":65536,").replace(":40,", ":65536,"))
                .hasMessageStartingWith("RunSpec batchSize: expected at most 2034 for this network");
    }

    @Test
    void everyLossHasItsName() {
        for (LossKind loss : LossKind.values()) {
            assertThat(RunSpecJson.write(with(loss)).getString("loss", "")).isEqualTo(loss.id());
            assertThat(read(with(loss)).loss()).isEqualTo(loss);
        }
    }

    private static RunSpec read(RunSpec spec) {
        return RunSpecJson.read(RunSpecJson.write(spec).toString());
    }

    private static RunSpec withRate(float rate) {
        RunSpec spec = Recipe.CURVE_TANH.spec();
        return new RunSpec(spec.data(), spec.network(), spec.loss(), new SgdSpec(rate), 40, 1, 1);
    }

    private static RunSpec with(LossKind loss) {
        RunSpec spec = Recipe.MNIST_SOFTMAX.spec();
        LayerSpec end = loss.includesSigmoid() ? new ActivationSpec(Activation.SIGMOID) : new SoftmaxSpec();
        NetworkSpec network = new NetworkSpec(Shape.of(784), List.of(new DenseSpec(10, Activation.LINEAR), end));
        return new RunSpec(spec.data(), network, loss, spec.optimiser(), 40, 1, 1);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String json) {
        return assertThatThrownBy(() -> RunSpecJson.read(json)).isInstanceOf(IllegalArgumentException.class);
    }
}
