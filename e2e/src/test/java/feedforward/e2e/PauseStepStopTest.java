package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseStepStopTest {
    private static final Pattern UNDER_WAY = Pattern.compile("Step [1-9][\\d,]* of [\\d,]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aPausedAndSteppedRunEndsAsOneThatRanThrough() {
        RunPanel here = begun("2");

        here.button("Pause").click();
        assertThat(here.state()).hasText("Paused");
        assertThat(here.hash()).hasText(HASH);
        String hashThere = here.hash().innerText();
        int step = stepOf(here);

        here.button("Step").click();
        assertThat(here.progress()).hasText("Step " + grouped(step + 1) + " of 938");
        assertThat(here.state()).hasText("Paused");
        assertThat(here.hash()).not().hasText(hashThere);

        here.button("Resume").click();
        assertThat(here.state()).hasText("Done");
        assertThat(here.progress()).hasText("Step 938 of 938");
        String resumed = here.hash().innerText();

        here.button("Train again").click();
        assertThat(here.hash()).not().hasText(resumed);
        assertThat(here.state()).hasText("Done");
        assertThat(here.hash()).hasText(resumed);
    }

    @Test
    void aStoppedRunCanBeTrainedAgain() {
        RunPanel here = begun("1000");

        here.button("Stop").click();
        assertThat(here.state()).hasText("Stopped");
        assertThat(here.button("Stop")).isHidden();
        int step = stepOf(here);

        here.button("Train again").click();
        assertThat(here.state()).hasText("Training");
        here.button("Pause").click();
        assertThat(here.state()).hasText("Paused");
        assertThat(here.progress()).not().hasText("Step " + grouped(step) + " of 469,000");
        here.button("Stop").click();
        assertThat(here.state()).hasText("Stopped");
    }

    @Test
    void aRunPausedWhileItsDigitsAreOnTheirWayWaitsForTheVisitor() {
        Page page = visitor.tab();
        HeldRequests digits = new HeldRequests(page, "**/api/v1/datasets/mnist/**");
        visitor.visit(page);
        TrainSection train = new TrainSection(page);
        train.fill("1", "7");
        RunPanel here = train.here();
        here.button("Train here").click();
        assertThat(here.state()).hasText("Preparing");

        here.button("Pause").click();
        assertThat(here.state()).hasText("Paused");
        assertThat(here.progress()).hasText("Before the first step");
        here.button("Resume").click();
        assertThat(here.state()).hasText("Preparing");
        here.button("Step").click();
        digits.letGo();

        assertThat(here.progress()).hasText("Step 1 of 469");
        assertThat(here.state()).hasText("Paused");
        assertThat(here.figuresOf()).hasText("The accuracy is of step 0.");
        here.button("Resume").click();
        assertThat(here.state()).hasText("Done");
    }

    @Test
    void theFocusStaysWithTheButtonsWhenOneHides() {
        RunPanel here = begun("1000");

        here.button("Stop").press("Enter");

        assertThat(here.state()).hasText("Stopped");
        assertThat(here.button("Train again")).isFocused();
    }

    @Test
    void theServersRunCanBeCancelled() {
        TrainSection train = new TrainSection(visitor.open());
        train.fill("100000", "7");

        train.server().button("Train on server").click();
        assertThat(train.server().progress()).hasText(UNDER_WAY);
        assertThat(train.server().button("Cancel")).isFocused();
        train.server().button("Cancel").click();

        assertThat(train.server().state()).hasText("Stopped");
        assertThat(train.server().button("Train again")).isFocused();
        train.fill("1", "7");
        train.server().button("Train again").click();
        assertThat(train.server().state()).hasText("Done");
        assertThat(train.here().state()).hasText("Ready");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Learning rate | abc     | Learning rate: a number above 0, up to 10, such as 0.5; not “abc”
            Learning rate | 0       | Learning rate: a number above 0, up to 10, such as 0.5; not “0”
            Learning rate | NaN     | Learning rate: a number above 0, up to 10, such as 0.5; not “NaN”
            Learning rate | -1      | Learning rate: a number above 0, up to 10, such as 0.5; not “-1”
            Learning rate | 11      | Learning rate: a number above 0, up to 10, such as 0.5; not “11”
            Learning rate | 1e-60   | Learning rate: a number above 0, up to 10, such as 0.5; not “1e-60”
            Learning rate | ''      | Learning rate: a number above 0, up to 10, such as 0.5; not empty
            Epochs        | 0       | Epochs: a whole number from 1 to 1,000,000; not “0”
            Epochs        | 1.5     | Epochs: a whole number from 1 to 1,000,000; not “1.5”
            Batch size    | 65537   | Batch size: a whole number from 1 to 65,536; not “65537”
            Seed          | -1      | Seed: a whole number from 0 to 9,007,199,254,740,991; not “-1”
            """)
    void aWrongNumberIsNamedAndNothingStarts(String field, String typed, String error) {
        TrainSection train = new TrainSection(visitor.open());

        train.field(field).fill(typed);
        train.button("Train both").click();

        assertThat(train.errorOf(field)).hasText(error);
        assertThat(train.field(field)).hasAttribute("aria-invalid", "true");
        assertThat(train.here().state()).hasText("Ready");
        assertThat(train.server().state()).hasText("Ready");
        train.here().button("Train here").click();
        train.server().button("Train on server").click();
        assertThat(train.here().state()).hasText("Ready");
        assertThat(train.server().state()).hasText("Ready");

        train.button("Reset to defaults").click();
        assertThat(train.errorOf(field)).isEmpty();
        assertThat(train.field(field)).not().hasAttribute("aria-invalid", "true");
    }

    @Test
    void aDivergingRunSaysSoInWords() {
        RunSpec curve = Recipe.CURVE_TANH.spec();
        NetworkSpec unbounded = new NetworkSpec(
                Shape.of(1), List.of(new DenseSpec(100, Activation.TANH), new DenseSpec(1, Activation.LINEAR)));
        RunSpec diverging = new RunSpec(curve.data(), unbounded, curve.loss(), new SgdSpec(10), 40, 1000, 1);
        String link = URLEncoder.encode(RunSpecJson.write(diverging).toString(), StandardCharsets.UTF_8);
        TrainSection train = new TrainSection(visitor.open("/?run=" + link));

        train.button("Train both").click();

        assertThat(train.here().state()).hasText("Failed");
        assertThat(train.server().state()).hasText("Failed");
        assertThat(train.here().message()).containsText("smaller learning rate");
        assertThat(train.server().message()).hasText(train.here().message().innerText());
        assertThat(train.here().button("Use this network to draw")).isDisabled();
    }

    /** A run in the page that has made its first steps. */
    private RunPanel begun(String epochs) {
        TrainSection train = new TrainSection(visitor.open());
        train.fill(epochs, "7");
        train.here().button("Train here").click();
        assertThat(train.here().progress()).hasText(UNDER_WAY);
        return train.here();
    }

    private static int stepOf(RunPanel run) {
        Matcher numbers =
                Pattern.compile("Step ([\\d,]+) of").matcher(run.progress().innerText());
        assertThat(numbers.find()).isTrue();
        return Integer.parseInt(numbers.group(1).replace(",", ""));
    }

    private static String grouped(int number) {
        return String.format("%,d", number);
    }
}
