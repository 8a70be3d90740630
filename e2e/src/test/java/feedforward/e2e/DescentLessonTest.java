package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DescentLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aStudentFindsTheLargestRateAndTheFlatDirection() {
        Page page = visitor.open("/course/descent");
        button(page, "Let it roll").click();
        assertThat(value(page, "descent-message")).containsText("Arrived");
        assertThat(value(page, "descent-place")).hasText("0.148, 0.478");
        assertThat(value(page, "descent-cost")).hasText("0.00127");

        page.getByLabel("Learning rate").fill("2.1");
        button(page, "Let it roll").click();
        assertThat(value(page, "descent-message")).containsText("2/λ = 1.998");
        page.getByLabel("Limit").fill("3");
        button(page, "Check the rate").click();
        assertThat(value(page, "descent-limit-answer")).containsText("leaps out of the figure");
        page.getByLabel("Limit").fill("2.0");
        button(page, "Check the rate").click();
        assertThat(value(page, "descent-limit-answer")).hasAttribute("data-state", "right");
        page.getByLabel("the slope m").check();
        button(page, "Check the direction").click();

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Downhill (done)")))
                .isVisible();
    }

    @Test
    void theBallIsPutElsewhereByKeyboardAndByMouse() {
        Page page = visitor.open("/course/descent");
        Locator map = page.getByRole(AriaRole.APPLICATION);

        map.press("ArrowRight");
        assertThat(value(page, "descent-place")).hasText("−0.852, 1.000");
        map.click();

        assertThat(value(page, "descent-place")).not().hasText("−0.852, 1.000");
        assertThat(value(page, "descent-steps")).hasText("0");
    }

    @Test
    void aCopiedLinkReplaysTheNetworksWay() {
        Page page = visitor.open("/course/descent?model=network&rate=0.4");
        for (int i = 0; i < 3; i++) {
            button(page, "Step").click();
        }
        page.waitForURL("**/course/descent?*step=3");
        String place = value(page, "descent-place").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "descent-steps")).hasText("3");
        assertThat(value(other, "descent-place")).hasText(place);
    }
}
