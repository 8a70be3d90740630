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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three knobs, a run, a drawing and the test, as a student does them. The policy is lifted for axe alone. */
class LearnerLessonTest {
    @RegisterExtension
    final Visitor visitor =
            new Visitor(new NewContextOptions().setBypassCSP(true).setViewportSize(1280, 800));

    @Test
    void aStudentTurnsTheKnobsUntilTheGoalIsReachedThenDrawsAndLooksAtTheMistakes() {
        Page page = visitor.open("/course/learner");
        button(page, "Learn").press("Enter");
        assertThat(value(page, "learner-state")).hasText("Done");
        assertThat(value(page, "learner-goal-answer")).containsText("Near.");

        page.getByLabel("Learning rate").fill("0.3");
        page.getByLabel("Epochs", exactly()).fill("5");
        button(page, "Learn anew").press("Enter");
        assertThat(value(page, "learner-goal-answer")).containsText("Reached with rate 0.3");
        assertThat(value(page, "evaluation")).hasAttribute("data-state", "ready");
        double accuracy = percent(value(page, "evaluation-accuracy"));
        assertThat(accuracy).isBetween(91.5, 93.0);

        DrawFigure drawing = new DrawFigure(page);
        drawing.draw(Skeleton.strokes(new TestDigits(visitor.address()).at(0).image()));
        assertThat(drawing.status()).hasText(DrawFigure.ANSWER);
        assertThat(value(page, "learner-reader")).containsText("the network just trained: 7,850 parameters");

        page.getByLabel("Steps", exactly()).fill("600");
        button(page, "Check steps").press("Enter");
        assertThat(value(page, "learner-steps-answer")).containsText("keeps 10,000");
        page.getByLabel("Steps", exactly()).fill("500");
        button(page, "Check steps").press("Enter");
        page.getByLabel("twice as many steps, each noisier").check();
        button(page, "Check choice").press("Enter");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The black-box learner (done)")))
                .isVisible();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void aCopiedLinkRunsToTheSameStepAndTheSameWeights() {
        Page page = visitor.open("/course/learner?network=hidden&rate=0.2&epochs=2&seed=5&step=321");
        assertThat(value(page, "learner-state")).hasText("Paused");
        assertThat(value(page, "learner-progress-words")).hasText("Step 321 of 1,000");
        page.waitForURL("**step=321");
        String hash = value(page, "learner-hash").textContent();
        assertThat(hash).hasSize(64);

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "learner-progress-words")).hasText("Step 321 of 1,000");
        assertThat(value(other, "learner-hash")).hasText(hash);
        button(other, "Resume").click();
        assertThat(value(other, "learner-state")).hasText("Done");
    }

    @Test
    void aRunIsPausedResumedAndCancelled() {
        Page page = visitor.open("/course/learner?network=hidden&epochs=200");
        button(page, "Learn").click();
        assertThat(value(page, "learner-left")).containsText(" left");
        button(page, "Pause").click();
        assertThat(value(page, "learner-state")).hasText("Paused");
        button(page, "Resume").click();
        assertThat(value(page, "learner-state")).hasText("Training");
        button(page, "Cancel").click();

        assertThat(value(page, "learner-state")).hasText("Stopped");
        assertThat(button(page, "Learn anew")).isEnabled();
    }

    @Test
    void aKnobThatIsNoGoodIsToldWhy() {
        Page page = visitor.open("/course/learner");

        page.getByLabel("Learning rate").fill("fast");

        assertThat(page.getByText("Learning rate: expected a number above 0, up to 10, such as 0.1, but was “fast”."))
                .isVisible();
        assertThat(button(page, "Learn")).isDisabled();
        button(page, "Usual values").click();
        assertThat(button(page, "Learn")).isEnabled();
    }

    private static double percent(Locator element) {
        String text = element.textContent();
        return Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
