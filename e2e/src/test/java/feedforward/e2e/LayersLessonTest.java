package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LayersLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void linearLayersStayALine() {
        Page page = visitor.open("/course/layers");
        button(page, "One layer more").click();
        assertThat(value(page, "layers-parameters")).hasText("6");

        button(page, "Descend").click();

        assertThat(value(page, "layers-message")).containsText("Settled at a cost of 0.00126");
        assertThat(value(page, "layers-line")).hasText("One line says the same: ŷ = 0.148 x + 0.478");
        page.getByLabel("Between layers").selectOption("tanh");
        assertThat(value(page, "layers-line")).containsText("No line says the same");
    }

    @Test
    void aStudentCountsAndComposes() {
        Page page = visitor.open("/course/layers");
        page.getByLabel("One layer", exactly()).fill("2");
        page.getByLabel("Two layers", exactly()).fill("3");
        page.getByLabel("Three layers", exactly()).fill("4");
        button(page, "Check the counts").click();
        assertThat(value(page, "layers-count-answer")).containsText("an offset of its own");
        page.getByLabel("Two layers", exactly()).fill("4");
        page.getByLabel("Three layers", exactly()).fill("6");
        button(page, "Check the counts").click();
        page.getByLabel("m", exactly()).fill("-1");
        page.getByLabel("b", exactly()).fill("0.6");
        button(page, "Check the line").click();

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A model of a model (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkReplaysTheDescent() {
        Page page = visitor.open("/course/layers?layers=0.5,0.2;-0.7,1&f=sigmoid");
        for (int i = 0; i < 4; i++) {
            button(page, "Step").click();
        }
        page.waitForURL("**/course/layers?*step=4");
        String cost = value(page, "layers-cost").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "layers-steps")).hasText("4");
        assertThat(value(other, "layers-cost")).hasText(cost);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
