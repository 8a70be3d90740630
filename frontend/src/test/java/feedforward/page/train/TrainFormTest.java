package feedforward.page.train;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainFormTest {
    private final TrainForm form = TrainForm.of(Recipe.MNIST_SOFTMAX.spec());

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void everyRecipeSurvivesTheForm(Recipe recipe) {
        TrainForm filled = TrainForm.of(recipe.spec());

        assertThat(filled.spec()).contains(recipe.spec());
        assertThat(filled.recipe()).contains(recipe);
    }

    /** 2·784 + 3·12,464 + 4·10 = 39,000 values of an example: 400 million of them are in 10,256 examples. */
    @Test
    void aBatchIsNoLargerThanTheLinksNetworkAllows() {
        NetworkSpec wide = new NetworkSpec(
                Shape.of(784),
                List.of(
                        new DenseSpec(12_464, Activation.RELU),
                        new DenseSpec(10, Activation.LINEAR),
                        new SoftmaxSpec()));
        RunSpec recipe = Recipe.MNIST_SOFTMAX.spec();
        TrainForm filled = TrainForm.of(
                new RunSpec(recipe.data(), wide, recipe.loss(), recipe.optimiser(), 128, recipe.epochs(), 1));

        assertThat(filled.with(TrainForm.Field.BATCH_SIZE, "10256").spec()).isPresent();
        assertThat(filled.with(TrainForm.Field.BATCH_SIZE, "10257").errors())
                .containsEntry(TrainForm.Field.BATCH_SIZE, "Batch size: a whole number from 1 to 10,256; not “10257”");
    }

    @ParameterizedTest
    @CsvSource({
        "EPOCHS, 0, 'Epochs: a whole number from 1 to 1,000,000; not “0”'",
        "EPOCHS, 1.5, 'Epochs: a whole number from 1 to 1,000,000; not “1.5”'",
        "EPOCHS, '', 'Epochs: a whole number from 1 to 1,000,000; not empty'",
        "BATCH_SIZE, 65537, 'Batch size: a whole number from 1 to 65,536; not “65537”'",
        "SEED, -1, 'Seed: a whole number from 0 to 9,007,199,254,740,991; not “-1”'",
        "LEARNING_RATE, NaN, 'Learning rate: a number above 0, up to 10, such as 0.5; not “NaN”'",
        "LEARNING_RATE, 0, 'Learning rate: a number above 0, up to 10, such as 0.5; not “0”'",
        "LEARNING_RATE, 11, 'Learning rate: a number above 0, up to 10, such as 0.5; not “11”'",
    })
    void saysWhatIsWrongWithAField(TrainForm.Field field, String text, String error) {
        TrainForm wrong = form.with(field, text);

        assertThat(wrong.errors()).containsOnlyKeys(field).containsEntry(field, error);
        assertThat(wrong.spec()).isEmpty();
    }
}
