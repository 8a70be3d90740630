package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SoftmaxLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void probabilitiesFollowTheScoresAndAShiftMovesNone() {
        Page page = visitor.open("/course/softmax");
        assertThat(value(page, "softmax-z1-p")).hasText("0.6439");
        assertThat(value(page, "softmax-z4-p")).hasText("0.0321");
        assertThat(value(page, "softmax-sum")).hasText("1.0000");

        button(page, "Add 1 to all scores").press("Enter");
        assertThat(value(page, "softmax-z1-value")).hasText("3.00");
        assertThat(value(page, "softmax-z1-p")).hasText("0.6439");

        page.locator("#softmax-z4").press("End");
        assertThat(value(page, "softmax-z4-p")).hasText("0.9986");
        assertThat(value(page, "softmax-sum")).hasText("1.0000");
        assertThat(button(page, "Add 1 to all scores")).isDisabled();
    }

    @Test
    void ofTwoClassesSoftmaxIsTheSigmoidOfTheDifference() {
        Page page = visitor.open("/course/softmax?pair=0.5_-0.5");
        assertThat(value(page, "softmax-difference")).hasText("1.00");
        assertThat(value(page, "softmax-pair-p")).hasText("0.731059");
        assertThat(value(page, "softmax-pair-sigmoid")).hasText("0.731059");

        page.locator("#softmax-pair2").press("Home");
        assertThat(value(page, "softmax-difference")).hasText("4.50");
        assertThat(value(page, "softmax-pair-p"))
                .hasText(value(page, "softmax-pair-sigmoid").textContent());
    }

    @Test
    void aStudentSolvesBothExercisesByKeyboard() {
        Page page = visitor.open("/course/softmax");
        page.getByLabel("Lead in score").fill("2");
        button(page, "Check").press("Enter");
        assertThat(value(page, "softmax-twice-answer")).containsText("7.389 times");
        page.getByLabel("Lead in score").fill("0.69");
        button(page, "Check").press("Enter");
        page.getByLabel("Probability", new Page.GetByLabelOptions().setExact(true))
                .fill("1");
        button(page, "Check it").press("Enter");
        assertThat(value(page, "softmax-large-answer")).containsText("only their difference counts");
        page.getByLabel("Probability", new Page.GetByLabelOptions().setExact(true))
                .fill("0.73");
        button(page, "Check it").press("Enter");

        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("From scores to probabilities (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkShowsTheSameProbabilities() {
        Page page = visitor.open("/course/softmax?t=2");
        page.locator("#softmax-z2").press("ArrowLeft");
        page.waitForURL("**/course/softmax?z=2.0_0.95_0.0_-1.0&t=2");
        String p = value(page, "softmax-z2-p").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "softmax-z2-p")).hasText(p);
        assertThat(value(other, "softmax-temperature-value")).hasText("2.0");
    }
}
