package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GradientLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void bothFormulasArePutTogetherByKeyboardAndWrongOnesAreToldWhy() {
        Page page = visitor.open("/course/gradient");
        Locator answer = value(page, "gradient-answer");
        put(page, "p − y");
        button(page, "Check").press("Enter");
        assertThat(answer).containsText("Which operation makes a matrix of two vectors?");
        button(page, "Clear").press("Enter");
        put(page, "outer(□, □)", "x", "y − p");
        button(page, "Check").press("Enter");
        assertThat(answer).containsText("right size and the wrong sign");
        button(page, "Take the last out").press("Enter");
        put(page, "p − y");
        assertThat(value(page, "gradient-formula")).hasText("∂C/∂W = outer(x, p − y)");
        button(page, "Check").press("Enter");
        assertThat(answer).hasAttribute("data-state", "right");

        page.getByLabel("the biases").press("Space");
        put(page, "p − y");
        button(page, "Check").press("Enter");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The gradient by hand (done)")))
                .isVisible();
    }

    @Test
    void theNotebooksFormulaIsRightInTheTrueClasssColumnAlone() {
        Page page = visitor.open("/course/gradient");

        button(page, "Try the notebook’s").click();
        page.getByLabel("Example").selectOption("of class 2");

        assertThat(value(page, "gradient-answer")).containsText("Only the column of the true class is right");
        assertThat(value(page, "gradient-slopes").locator("[data-state=right]")).hasCount(4);
        page.waitForURL("**/course/gradient?*checked=1");
        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));
        assertThat(value(other, "gradient-slopes"))
                .hasText(value(page, "gradient-slopes").textContent());
    }

    @Test
    void trainedOnDigitsTheNotebooksLossClimbsAndACopiedLinkTrainsToTheSameWeightsByItself() {
        Page page = visitor.open("/course/gradient?epochs=2");
        button(page, "Train both").click();
        String hashes = hashesAtTheEnd(page);
        page.getByText("Show as table").last().click();
        Locator first = value(page, "gradient-table").locator("tr").nth(1).locator("td");
        assertThat(Double.parseDouble(first.nth(3).textContent())).isCloseTo(0.85, within(0.02));
        assertThat(Double.parseDouble(value(page, "gradient-wrong-loss").textContent()))
                .isGreaterThan(Double.parseDouble(first.nth(3).textContent()));

        page.waitForURL("**/course/gradient?epochs=2&step=1000");
        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "gradient-message")).containsText("Replaying the link you opened, up to update 1,000");
        assertThat(hashesAtTheEnd(other)).isEqualTo(hashes).contains("right ");
        other.getByText("Show as table").last().click();
        assertThat(value(other, "gradient-table"))
                .hasText(value(page, "gradient-table").textContent());
    }

    private static String hashesAtTheEnd(Page page) {
        assertThat(button(page, "Train again")).isVisible(new IsVisibleOptions().setTimeout(180_000));
        return value(page, "gradient-hashes").textContent();
    }

    /** A key, other than a click, does not wait until its button can be used: after Clear that is in the next frame. */
    private static void put(Page page, String... pieces) {
        for (String piece : pieces) {
            assertThat(button(page, piece)).isEnabled();
            button(page, piece).press("Enter");
        }
    }
}
