package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CostsLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void fourCostsOfOnePredictionStandSideBySide() {
        Page page = visitor.open("/course/costs");
        assertThat(value(page, "costs-squared-value")).hasText("0.320");
        assertThat(value(page, "costs-cross-value")).hasText("1.609");
        assertThat(value(page, "costs-cross-slope")).hasText("−5.000");
        assertThat(value(page, "costs-absolute-value")).hasText("0.800");
        assertThat(value(page, "costs-huber-value")).hasText("0.320");

        page.getByLabel("prediction y").press("End");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("0")).press("Space");
        assertThat(value(page, "costs-squared-value")).hasText("2.000");
        assertThat(value(page, "costs-huber-value")).hasText("1.500");
        assertThat(value(page, "costs-cross-value")).hasText("–");
    }

    @Test
    void aSaturatedUnitLearnsBySquaredErrorOnlyLate() {
        Page page = visitor.open("/course/costs");

        button(page, "Learn").click();

        assertThat(value(page, "costs-squared-50")).hasText("0.976");
        assertThat(value(page, "costs-squared-150")).hasText("0.933");
        assertThat(value(page, "costs-squared-300")).hasText("0.203");
        assertThat(value(page, "costs-cross-50")).hasText("0.099");
        assertThat(value(page, "costs-cross-150")).hasText("0.026");
        assertThat(value(page, "costs-cross-300")).hasText("0.012");
        assertThat(value(page, "costs-message")).hasText("Stopped after 1,000 steps.");
    }

    @Test
    void aStudentSolvesBothExercisesByKeyboard() {
        Page page = visitor.open("/course/costs");
        page.getByLabel("Steps needed").fill("17");
        button(page, "Check").press("Enter");
        assertThat(value(page, "costs-below-answer")).containsText("the question is about squared error");
        page.getByLabel("Steps needed").fill("232");
        button(page, "Check").press("Enter");
        page.getByLabel("Times as large").fill("2");
        button(page, "Check it").press("Enter");
        assertThat(value(page, "costs-factor-answer")).containsText("0.01766");
        page.getByLabel("Times as large").fill("56.6");
        button(page, "Check it").press("Enter");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What being wrong costs (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkReplaysTheLearning() {
        Page page = visitor.open("/course/costs?rate=0.4");
        for (int i = 0; i < 5; i++) {
            button(page, "Step").press("Enter");
        }
        page.waitForURL("**/course/costs?rate=0.4&step=5");
        String output = value(page, "costs-cross-now").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "costs-steps")).hasText("5");
        assertThat(value(other, "costs-cross-now")).hasText(output);
    }
}
