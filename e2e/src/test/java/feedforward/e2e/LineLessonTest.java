package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LineLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void descentFindsTheBestLineOfTheCourse() {
        Page page = visitor.open("/course/line");

        button(page, "Descend").click();

        assertThat(page.getByText("Arrived: here the cost is flat")).isVisible();
        assertThat(value(page, "line-m-value")).hasText("0.148");
        assertThat(value(page, "line-b-value")).hasText("0.478");
        assertThat(value(page, "line-cost")).hasText("0.00127");
    }

    @Test
    void aStudentSolvesBothExercisesByKeyboardAndTheContentsSayDone() {
        Page page = visitor.open("/course/line");
        Locator answer = value(page, "line-answer");
        button(page, "Check my line").press("Enter");
        assertThat(answer).hasAttribute("data-state", "wrong");
        assertThat(answer).containsText("Your line costs 0.10565");

        move(page.getByLabel("slope m"), "ArrowRight", 650);
        move(page.getByLabel("height b"), "ArrowRight", 280);
        button(page, "Check my line").press("Enter");
        assertThat(answer).hasAttribute("data-state", "right");

        page.getByLabel("Times as much").fill("0.26");
        button(page, "Check").press("Enter");
        assertThat(value(page, "line-ratio-answer")).containsText("the other way round");
        page.getByLabel("Times as much").fill("3.9");
        button(page, "Check").press("Enter");

        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A straight line (done)"));
        assertThat(link).isVisible();
        page.reload();
        assertThat(link).isVisible();
    }

    @Test
    void aCopiedLinkReplaysTheDescent() {
        Page page = visitor.open("/course/line?m=0.7&b=-0.3&rate=0.2");
        for (int i = 0; i < 5; i++) {
            button(page, "Step").click();
        }
        assertThat(value(page, "line-steps")).hasText("5");
        page.waitForURL("**/course/line?*step=5");
        String cost = value(page, "line-cost").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "line-steps")).hasText("5");
        assertThat(value(other, "line-cost")).hasText(cost);
    }

    @Test
    void aRateThatIsTooHighAndALinkThatIsDamagedAreExplained() {
        Page page = visitor.open("/course/line?rate=2.1&m=seven");
        assertThat(value(page, "lesson-notice")).containsText("“m” could not be used");

        button(page, "Descend").click();

        assertThat(value(page, "line-message")).containsText("2/λ = 1.998");
    }

    /** As holding the key down does. */
    private static void move(Locator slider, String key, int times) {
        slider.focus();
        for (int i = 0; i < times; i++) {
            slider.page().keyboard().press(key);
        }
    }
}
