package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActivationsLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void showsValueAndSlopeOfEachFunctionWhereTheInputIsDragged() {
        Page page = visitor.open("/course/activations");
        assertThat(value(page, "activations-value")).hasText("0.7311");
        assertThat(value(page, "activations-slope")).hasText("0.1966");

        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Sigmoid"))
                .press("ArrowRight");
        assertThat(value(page, "activations-value")).hasText("0.7616");
        assertThat(value(page, "activations-slope")).hasText("0.4200");

        Locator plot = value(page, "activations-values");
        plot.scrollIntoViewIfNeeded();
        BoundingBox box = plot.boundingBox();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width + 40, box.y + box.height / 2);
        page.mouse().up();
        assertThat(value(page, "activations-z-value")).hasText("6.00");
        assertThat(value(page, "activations-here")).containsText("Flat here");
    }

    @Test
    void aStudentSolvesBothExercisesByKeyboard() {
        Page page = visitor.open("/course/activations?z=3.6");
        button(page, "Check my input").press("Enter");
        assertThat(value(page, "activations-slope-answer")).containsText("go further from 0");
        page.getByLabel("input z").focus();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("ArrowRight");
        }
        button(page, "Check my input").press("Enter");
        assertThat(value(page, "activations-slope-answer")).hasAttribute("data-state", "right");

        page.getByLabel("Layers").fill("4");
        button(page, "Check").press("Enter");
        assertThat(value(page, "activations-layers-answer")).containsText("still above 0.001");
        page.getByLabel("Layers").fill("5");
        button(page, "Check").press("Enter");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Activation functions (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkShowsTheSameFunctionAtTheSameInput() {
        Page page = visitor.open("/course/activations");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("GELU"))
                .press("Space");
        page.getByLabel("input z").press("ArrowLeft");
        page.waitForURL("**/course/activations?f=gelu&z=0.99*");
        String slope = value(page, "activations-slope").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(other.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("GELU")))
                .isChecked();
        assertThat(value(other, "activations-slope")).hasText(slope);
    }
}
