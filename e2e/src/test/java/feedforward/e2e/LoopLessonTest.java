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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoopLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void theLoopIsPutTogetherByKeyboardAndAWrongOrderIsToldWhy() {
        Page page = visitor.open("/course/loop");
        Locator answer = value(page, "loop-order-answer");
        choose(page, "Draw W and b", "Shuffle", "Take the next", "Loss:");
        button(page, "Check the order").press("Enter");
        assertThat(answer).containsText("Step 4 comes too early. The loss is computed from p");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take out: Loss:"))
                .press("Enter");
        assertThat(value(page, "loop-pool").locator("button:focus")).containsText("Loss:");
        choose(page, "Forward", "Loss:", "Backward", "Update: W", "Judge");
        button(page, "Check the order").press("Enter");
        assertThat(answer).hasAttribute("data-state", "right");
        page.getByLabel("Updates").fill("500");
        button(page, "Check").press("Enter");
        assertThat(value(page, "loop-updates-answer")).containsText("That is one epoch");
        page.getByLabel("Updates").fill("5000");
        button(page, "Check").press("Enter");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The training loop (done)")))
                .isVisible();
        page.waitForURL("**/course/loop?order=istflbuj*");
    }

    @Test
    void trainsOnDigitsFromNinetyPercentWrongAndTheSameLinkGivesTheSameWeights() {
        Page page = visitor.open("/course/loop?epochs=1");
        button(page, "Train").click();
        String hash = hashAtTheEnd(page);
        page.getByText("Show as table").click();
        Locator before = page.locator("[data-role=loop-table] tr").first().locator("td");

        assertThat(Double.parseDouble(before.nth(1).textContent())).isCloseTo(90, within(4.0));
        assertThat(value(page, "loop-updates-done")).hasText("500");
        String errors = value(page, "loop-test-error").textContent();
        assertThat(Double.parseDouble(errors.substring(0, errors.indexOf(' ')))).isCloseTo(9.1, within(0.3));

        page.waitForURL("**/course/loop?epochs=1&step=500");
        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));
        assertThat(hashAtTheEnd(other)).isEqualTo(hash).hasSizeGreaterThan(64);
    }

    @Test
    void aLinkCopiedFromAPausedTrainingRunsItUpToTheSameUpdateAndIsStopped() {
        Page page = visitor.open("/course/loop?start=zeros&batch=50");
        button(page, "Train").click();
        page.waitForURL("**step=*");
        button(page, "Pause").click();
        assertThat(button(page, "Go on")).isVisible();
        String updates = value(page, "loop-updates-done").textContent();
        page.waitForURL("**step=" + updates.replace(",", ""));

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "loop-message")).hasText("Replayed up to where the link was copied.");
        for (String role : List.of("loop-updates-done", "loop-hash", "loop-test-error")) {
            assertThat(value(other, role)).hasText(value(page, role).textContent());
        }
        Page far = visitor.open("/course/loop?step=5000");
        button(far, "Pause").click();
        assertThat(button(far, "Go on")).isVisible();
    }

    @Test
    void aScreenReaderIsToldThatTheDigitsAreOnTheirWayAndHaveComeAndNotEachMegabyte() {
        Page page = visitor.open("/course/loop");
        HeldRequests first = new HeldRequests(page, "**/api/v1/datasets/mnist/train-images*");
        HeldRequests last = new HeldRequests(page, "**/api/v1/datasets/mnist/t10k-images*");
        Locator message = value(page, "loop-message");

        button(page, "Train").click();
        assertThat(message).hasText("Fetching the digits.");
        assertThat(message).hasAttribute("aria-live", "polite");
        first.letGo();
        assertThat(message).hasText("Fetching the digits: 47 of 54 MB.");
        assertThat(message).hasAttribute("aria-live", "off");
        last.letGo();

        assertThat(message).hasText("Training.");
        assertThat(message).hasAttribute("aria-live", "polite");
    }

    private static String hashAtTheEnd(Page page) {
        assertThat(button(page, "Train again")).isVisible(new IsVisibleOptions().setTimeout(180_000));
        return value(page, "loop-hash").textContent();
    }

    private static void choose(Page page, String... steps) {
        Locator pool = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Steps to choose from"));
        for (String step : steps) {
            pool.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(step))
                    .press("Enter");
        }
    }
}
