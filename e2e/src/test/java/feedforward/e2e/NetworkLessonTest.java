package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworkLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aLetterLightsItsLinesAndALineItsNumber() {
        Page page = visitor.open("/course/network");
        Locator lines = page.locator("[data-role=network-picture] .network-weight[data-lit=true]");
        Locator numbers = page.locator("table [data-from][data-lit=true]");

        button(page, "W 2, the weights of the second layer").hover();
        assertThat(lines).hasCount(8);
        assertThat(numbers).hasCount(8);
        assertThat(value(page, "network-words")).containsText("W₂ [4, 2]: 8 weights");

        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .hover();
        assertThat(lines).hasCount(0);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("unit x₁"))
                .focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(lines).hasCount(1);
        assertThat(numbers).hasCount(1);
        assertThat(button(page, "W 1, the weights of the first layer")).hasAttribute("data-lit", "true");
        assertThat(value(page, "network-words")).hasText("W₁, row 2, column 3: the weight from x₂ to h₃.");
    }

    @Test
    void aStudentSolvesBothExercisesByKeyboard() {
        Page page = visitor.open("/course/network");
        page.getByLabel("Parameters", new Page.GetByLabelOptions().setExact(true))
                .fill("101632");
        button(page, "Check").press("Enter");
        assertThat(value(page, "network-count-answer")).containsText("has a bias too");
        page.getByLabel("Parameters", new Page.GetByLabelOptions().setExact(true))
                .fill("101,770");
        button(page, "Check").press("Enter");
        assertThat(value(page, "network-count-answer")).hasAttribute("data-state", "right");

        button(page, "Check my network").press("Enter");
        assertThat(value(page, "network-built-answer")).containsText("Your W₂ is [4, 2]");
        button(page, "One hidden unit more").press("Enter");
        button(page, "One output more").press("Enter");
        assertThat(value(page, "network-parameters")).hasText("3·5 + 5 + 5·3 + 3 = 38");
        button(page, "Check my network").press("Enter");

        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("A picture and its equations (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkShowsTheSameNetworkWithTheSameNumbers() {
        Page page = visitor.open("/course/network?in=2");
        button(page, "One output more").click();
        button(page, "b 1, the biases of the hidden units").click();
        page.waitForURL("**/course/network?in=2&out=3&lit=b1");
        String numbers = value(page, "network-matrix-1").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "network-matrix-1")).hasText(numbers);
        assertThat(button(other, "b 1, the biases of the hidden units")).hasAttribute("aria-pressed", "true");
        assertThat(other.locator(".network-unit[data-lit=true]")).hasCount(4);
    }
}
