package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainBothTest {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void pageServerAndCommandLineEndInTheSameWeights() {
        Page page = visitor.open();
        TrainSection train = new TrainSection(page);
        train.fill("1", "7");

        train.button("Train both").click();
        String hash = hashOfBoth(train);

        String ofCommand = CommandLine.run("train", "mnist-softmax", "--seed", "7", "--epochs", "1")
                .getString("weightsSha256", "none");
        assertThat(hash).isEqualTo(ofCommand);

        assertThat(train.here().accuracy()).hasText(Pattern.compile("(89|9\\d)\\.\\d\\d %"));
        assertThat(train.server().accuracy()).hasText(train.here().accuracy().innerText());
        assertThatBothCurvesAreThere(train);
        Locator weights = page.getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("What each class looks for"))
                .getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Weights of class"));
        assertThat(weights).hasCount(10);
        assertThat(coloursOf(weights.first())).isGreaterThan(20);
    }

    @Test
    void aNetworkWithHiddenLayersEndsInTheSameWeightsToo() {
        TrainSection train = new TrainSection(visitor.open());
        train.network().selectOption("784-128-128-10 ReLU");
        train.fill("1", "7");

        train.button("Train both").click();

        hashOfBoth(train);
        assertThat(train.here().accuracy()).hasText(Pattern.compile("9\\d\\.\\d\\d %"));
    }

    @Test
    void twoDifferentRunsAreNotCompared() {
        TrainSection train = new TrainSection(visitor.open());
        train.fill("1", "7");
        train.button("Train both").click();
        hashOfBoth(train);

        train.field("Seed").fill("8");
        train.server().button("Train again").click();

        assertThat(train.verdict()).containsText("two different runs");
        assertThat(train.verdict().getByText("Same weights")).isHidden();
        assertThat(train.server().hash()).hasText(HASH);
        assertThat(train.server().hash()).not().hasText(train.here().hash().innerText());
    }

    /** Waits until both have finished and the page has found them equal. */
    private static String hashOfBoth(TrainSection train) {
        assertThat(train.here().state()).hasText("Done");
        assertThat(train.server().state()).hasText("Done");
        assertThat(train.here().hash()).hasText(HASH);
        String hash = train.here().hash().innerText();
        assertThat(train.server().hash()).hasText(hash);
        assertThat(train.verdict().getByText("Same weights, bit for bit")).isVisible();
        assertThat(train.verdict()).containsText(hash);
        return hash;
    }

    private static void assertThatBothCurvesAreThere(TrainSection train) {
        assertThat(train.hiddenRows()).hasCount(0);
        List<String> losses = train.rowsUnder("Training loss").allInnerTexts();
        assertThat(losses).hasSizeGreaterThan(50).allSatisfy(row -> {
            String[] cells = row.split("\t");
            assertThat(cells).as("step, page, server").hasSize(3);
            assertThat(cells[1]).isEqualTo(cells[2]).matches("\\d\\.\\d+");
        });
        List<String> accuracies = train.rowsUnder("Test accuracy").allInnerTexts();
        assertThat(accuracies).hasSizeGreaterThan(15).allSatisfy(row -> {
            String[] cells = row.split("\t");
            assertThat(cells).as("step, page, server").hasSize(3);
            assertThat(cells[1]).isEqualTo(cells[2]).matches("\\d+\\.\\d\\d %");
        });
    }

    private static int coloursOf(Locator canvas) {
        return ((Number)
                        canvas.evaluate(
                                "c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size"))
                .intValue();
    }
}
