package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchingLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aStudentRunsTheRaceAndSeesWhoNeverRests() {
        Page page = visitor.open("/course/batching");
        button(page, "One epoch").click();
        assertThat(value(page, "batching-epochs")).hasText("1");
        button(page, "Run").click();
        assertThat(page.getByText("400 epochs: the end of the figure.")).isVisible();
        // At rest; nearly so; wandering.
        assertThat(value(page, "batching-excess-0")).hasText("< 1.0e−10");
        assertThat(value(page, "batching-excess-1")).hasText("8.7e−7");
        assertThat(value(page, "batching-excess-2")).hasText("3.5e−5");

        page.getByLabel("mini-batches").check();
        button(page, "Check who never rests").click();
        assertThat(value(page, "batching-floor-answer")).containsText("disagree less");
        page.getByLabel("one point an update").check();
        button(page, "Check who never rests").click();
        page.getByLabel("Batches of 8").fill("5");
        page.getByLabel("Single points").fill("40");
        button(page, "Check the updates").click();

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Batches (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkReplaysTheRace() {
        Page page = visitor.open("/course/batching?rate=0.05&mini=5&seed=7");
        for (int i = 0; i < 3; i++) {
            button(page, "One epoch").click();
        }
        page.waitForURL("**/course/batching?*epochs=3");

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        for (int i = 0; i < 3; i++) {
            String excess = value(page, "batching-excess-" + i).textContent();
            assertThat(excess).isNotEqualTo("–");
            assertThat(value(other, "batching-excess-" + i)).hasText(excess);
        }
    }

    @Test
    void aBatchThatCannotBeIsExplained() {
        Page page = visitor.open("/course/batching");

        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Mini-batch"))
                .fill("50");
        button(page, "Run").click();

        assertThat(value(page, "batching-message"))
                .hasText("Mini-batch: expected a whole number from 2 to 39, but was “50”.");
    }
}
