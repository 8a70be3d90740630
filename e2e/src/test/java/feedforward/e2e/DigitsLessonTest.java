package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The notebook's six tasks, as a student does them. The policy is lifted for axe alone. */
class DigitsLessonTest {
    @RegisterExtension
    final Visitor visitor =
            new Visitor(new NewContextOptions().setBypassCSP(true).setViewportSize(1280, 800));

    @Test
    void theArrowKeysMoveOverTheArrayOfAnImage() {
        Page page = visitor.open("/course/digits");
        assertThat(value(page, "digits-byte-now")).not().hasText("–");

        page.locator("[data-role=digits-pad]").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowLeft");

        assertThat(value(page, "digits-index-now")).hasText("432");
        assertThat(value(page, "digits-pad-words")).containsText("Row 15, column 12: index 432, value ");
    }

    @Test
    void aShortcutOfTheBrowserMovesNothing() {
        Page page = visitor.open("/course/digits");
        assertThat(value(page, "digits-byte-now")).not().hasText("–");

        page.locator("[data-role=digits-pad]").focus();
        page.keyboard().press("Control+ArrowDown");
        page.keyboard().press("ArrowLeft");

        assertThat(value(page, "digits-index-now")).hasText("404");
    }

    @Test
    void aStudentDoesTheSixTasksByKeyboard() {
        Page page = visitor.open("/course/digits");
        answer(page, "Index", "266", "Check index");
        assertThat(value(page, "digits-index-answer")).containsText("column by column");
        answer(page, "Index", "401", "Check index");
        page.getByLabel("Row", exactly()).fill("17");
        answer(page, "Column", "24", "Check place");

        dimensions(page, "60000");
        assertThat(value(page, "digits-dimensions-answer")).containsText("on the slides");
        dimensions(page, "50000");
        assertThat(value(page, "digits-dimensions-answer")).hasAttribute("data-state", "right");

        answer(page, "Ten labels", "5 0 4 1 4 2 1 3 1 9", "Check labels");
        assertThat(value(page, "digits-labels-answer")).containsText("image 4 as 4 (its label says 9)");
        answer(page, "Ten labels", "5 0 4 1 9 2 1 3 1 4", "Check labels");
        assertThat(value(page, "digits-labels-answer")).hasAttribute("data-state", "right");

        predictNumberByNumber(page);

        page.getByLabel("argmax(p) == y").check();
        button(page, "Check expression").press("Enter");
        assertThat(value(page, "digits-correct-count")).containsText(" of 10 right");

        answer(page, "Your guess, %", "50", "Guess");
        button(page, "Measure on the 10,000 test digits").press("Enter");
        assertThat(value(page, "digits-guess-answer")).containsText("if there were two classes");
        answer(page, "Your guess, %", "90", "Guess");

        assertThat(value(page, "digits-guess-answer")).hasAttribute("data-state", "right");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Digits as numbers (done)")))
                .isVisible();
        page.getByText("Show every product").click();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void aLinkMeasuresTheSameDrawsAgain() {
        Page page = visitor.open("/course/digits?seed=7&draws=2");
        Locator rows = page.locator("[data-role=digits-draws] tr");
        assertThat(rows).hasCount(2);
        List<String> draws = rows.allTextContents();

        Page other = visitor.open("/course/digits?seed=7&draws=2");

        assertThat(other.locator("[data-role=digits-draws] tr")).hasCount(2);
        assertThat(other.locator("[data-role=digits-draws] tr").allTextContents())
                .isEqualTo(draws);
        double mean = draws.stream()
                .mapToDouble(row -> Double.parseDouble(row.substring(row.indexOf('.') - 2, row.indexOf(" %"))))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(80.0, 97.0);
    }

    /** Multiplies, adds and divides the numbers on the page. */
    private static void predictNumberByNumber(Page page) {
        double x = number(page, "digits-term-x");
        double w = number(page, "digits-term-w");
        answer(page, "x times W", Double.toString(x + w), "Check product");
        assertThat(value(page, "digits-product-answer")).containsText("That is the sum");
        answer(page, "x times W", Double.toString(x * w), "Check product");
        assertThat(value(page, "digits-product-answer")).hasAttribute("data-state", "right");

        Locator row = page.locator("[data-role=digits-scores] [data-chosen]");
        double sum = parse(row.locator("td").nth(0).textContent());
        double bias = parse(row.locator("td").nth(1).textContent());
        answer(page, "Score z", Double.toString(sum), "Check score");
        assertThat(value(page, "digits-logit-answer")).containsText("Add the class’s bias");
        answer(page, "Score z", Double.toString(sum + bias), "Check score");
        assertThat(value(page, "digits-logit-answer")).hasAttribute("data-state", "right");

        double exponential = parse(row.locator("td").nth(3).textContent());
        answer(page, "Probability p", Double.toString(exponential / number(page, "digits-total")), "Check probability");
        assertThat(value(page, "digits-probability-answer")).hasAttribute("data-state", "right");
    }

    private static void dimensions(Page page, String train) {
        page.getByLabel("x_train: images").fill(train);
        page.getByLabel("Values of an image").fill("784");
        page.getByLabel("x_valid: images").fill("10000");
        page.getByLabel("x_test: images").fill("10000");
        answer(page, "Largest value", "0.99609375", "Check dimensions");
    }

    private static void answer(Page page, String field, String text, String button) {
        page.getByLabel(field, exactly()).fill(text);
        button(page, button).press("Enter");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static double number(Page page, String role) {
        return parse(value(page, role).textContent());
    }

    private static double parse(String text) {
        return Double.parseDouble(text.replace('−', '-'));
    }
}
