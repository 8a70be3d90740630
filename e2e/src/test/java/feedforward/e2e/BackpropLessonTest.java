package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackpropLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void stepsByKeyboardThroughEveryNumberToSlopesThatAgree() {
        Page page = visitor.open("/course/backprop");
        button(page, "Step").press("Enter");
        assertThat(value(page, "backprop-where")).hasText("1 of 13, forward: hidden unit 1");
        assertThat(value(page, "backprop-lines")).containsText("z₁ = b₁ + x₁·w₁₁ + x₂·w₂₁");
        assertThat(value(page, "backprop-lines")).containsText("= 0.1000 + 0.8000·0.5000 + (−0.5000)·0.3000 = 0.3500");
        for (int i = 1; i < 13; i++) {
            button(page, "Reset").press("n");
        }
        assertThat(value(page, "backprop-where")).hasText("13 of 13, backward: hidden unit 3");
        assertThat(value(page, "backprop-so-far")).hasText("12 multiplications forward and 24 backward");

        for (String name : new String[] {"w₁₁", "v₃₂", "c₂"}) {
            Locator cells = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(name))
                    .getByRole(AriaRole.CELL);
            double computed = number(cells.nth(1));
            assertThat(number(cells.nth(2))).as(name).isCloseTo(computed, within(2e-7));
            assertThat(number(cells.nth(3))).as(name).isCloseTo(computed, within(3e-7));
        }
        button(page, "Reset").press("b");
        assertThat(value(page, "backprop-where")).hasText("12 of 13, backward: hidden unit 2");
    }

    @Test
    void aWrongSlopeIsToldWhyAndTheRightOneIsTicked() {
        Page page = visitor.open("/course/backprop");
        Locator answer = value(page, "backprop-answer");
        page.getByLabel("∂w").fill("-0.3");
        button(page, "Check").press("Enter");
        assertThat(answer).containsText("You left out tanh");

        page.getByLabel("∂w").fill("-0.192");
        button(page, "Check").press("Enter");

        assertThat(answer).hasAttribute("data-state", "right");
        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Backpropagation, number by number (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkBringsBackWeightsAndStep() {
        Page page = visitor.open("/course/backprop?step=8&x1=0.3");
        button(page, "New weights").click();
        page.getByLabel("Parameter").selectOption("v₁₂");
        page.getByLabel("Its value").fill("1.25");
        button(page, "Step").click();
        assertThat(value(page, "backprop-where")).hasText("9 of 13, backward: score 1");
        page.waitForURL("**/course/backprop?*step=9");
        String slopes = value(page, "backprop-check").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "backprop-check")).hasText(slopes);
        assertThat(value(other, "backprop-where")).hasText("9 of 13, backward: score 1");
    }

    private static double number(Locator cell) {
        return Double.parseDouble(cell.textContent().replace('−', '-'));
    }
}
