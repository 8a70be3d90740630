package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogisticLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aStudentFindsTheLimitsAndTheFit() {
        Page page = visitor.open("/course/logistic");
        button(page, "Descend").click();
        assertThat(value(page, "logistic-message")).containsText("Arrived at the best logistic curve");
        assertThat(value(page, "logistic-cost")).hasText("0.00131");

        page.getByLabel("at z = 0").fill("0.5");
        page.getByLabel("far to the right").fill("1");
        page.getByLabel("far to the left").fill("-1");
        button(page, "Check the limits").click();
        assertThat(value(page, "logistic-limits-answer")).containsText("grows without bound");
        page.getByLabel("far to the left").fill("0");
        button(page, "Check the limits").click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Offset b"))
                .fill("-2");
        button(page, "Check the offset").click();
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("the line").setExact(true))
                .check();
        button(page, "Check the better model").click();

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A curve with limits (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkReplaysTheDescent() {
        Page page = visitor.open("/course/logistic?m=-3&b=0.5");
        for (int i = 0; i < 4; i++) {
            button(page, "Step").click();
        }
        page.waitForURL("**/course/logistic?*step=4");
        String cost = value(page, "logistic-cost").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "logistic-steps")).hasText("4");
        assertThat(value(other, "logistic-cost")).hasText(cost);
    }
}
