package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import feedforward.data.Curve;
import feedforward.device.HeapDevice;
import feedforward.train.Recipe;
import feedforward.train.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CurveLessonTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aStudentTrainsTheCoursesNetworkByKeyboardAndSolvesTheExercises() {
        Page page = visitor.open("/course/curve");
        button(page, "Check my network").press("Enter");
        assertThat(value(page, "trained-answer")).containsText("press Train");
        button(page, "Train").press("Enter");
        assertThat(button(page, "Train on")).isVisible();
        assertThat(value(page, "steps")).hasText("10,000");
        assertThat(number(value(page, "cost"))).isCloseTo(3.2e-4, within(5e-6));
        assertThat(value(page, "hash")).hasText(hashOfTheRecipe());
        assertThat(number(after1000(page))).isCloseTo(1.15e-3, within(3e-5));
        assertThat(value(page, "line-cost")).hasText("0.001266");
        assertThat(value(page, "logistic-cost")).hasText("0.001305");
        button(page, "Check my network").press("Enter");
        assertThat(value(page, "trained-answer")).hasAttribute("data-state", "right");

        page.getByLabel("Parameters").fill("300");
        button(page, "Check the count").press("Enter");
        assertThat(value(page, "parameters-answer")).containsText("the output has a bias of its own");
        page.getByLabel("Parameters").fill("301");
        button(page, "Check the count").press("Enter");
        page.getByLabel("found a better law").press("Space");
        button(page, "Check my choice").press("Enter");
        assertThat(value(page, "noise-answer")).containsText("there is no better law behind them");
        page.getByLabel("begun to fit the noise").press("Space");
        button(page, "Check my choice").press("Enter");

        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("A network learns a curve (done)")))
                .isVisible();
    }

    @Test
    void pointsChangeWhileItTrainsAndTheLinkReplaysTheSameWeights() {
        Page page = visitor.open("/course/curve?hidden=4&speed=slow&iterations=100000");
        Locator plot = value(page, "plot");
        button(page, "Train").click();
        plot.scrollIntoViewIfNeeded();
        BoundingBox box = plot.boundingBox();
        page.mouse().move(box.x + box.width * 0.7, box.y + box.height * 0.15);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.75, box.y + box.height * 0.25);
        page.mouse().up();
        assertThat(value(page, "chosen")).containsText("Point 41 of 41");
        plot.press("Shift+ArrowDown");
        plot.press("N");
        assertThat(value(page, "chosen")).containsText("Point 1 of 41");
        plot.press("Delete");
        assertThat(value(page, "chosen")).containsText("Point 1 of 40");
        page.getByLabel("Learning rate").fill("0.5");
        button(page, "Pause").click();
        assertThat(value(page, "hash")).not().hasText("–");
        String steps = value(page, "steps").textContent();
        page.waitForURL("**/course/curve?*edits=*r500000*step=" + steps.replace(",", ""));

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(button(other, "Resume")).isVisible();
        assertThat(value(other, "steps")).hasText(steps);
        assertThat(value(other, "hash")).hasText(value(page, "hash").textContent());
        assertThat(value(other, "cost")).hasText(value(page, "cost").textContent());
        assertThat(other.getByLabel("Learning rate")).hasValue("0.5");
    }

    @Test
    void aCopiedLinkShowsTheSameModelsBesideTheNetwork() {
        Page page = visitor.open("/course/curve");
        page.getByLabel("best line").uncheck();
        page.getByLabel("best logistic curve").check();
        page.waitForURL("**/course/curve?shows=truth_logistic");

        Page other = visitor.open("/course/curve?shows=truth_logistic");

        assertThat(other.getByLabel("best logistic curve")).isChecked();
        assertThat(other.getByLabel("best line")).not().isChecked();
    }

    @Test
    void aCurveThatLeavesThePlotIsExplainedAndResetBringsItBack() {
        Page page = visitor.open("/course/curve");
        button(page, "Rate 5").click();
        assertThat(value(page, "message")).containsText("it runs from y = 1.00 to 1.00");
        assertThat(button(page, "Train on")).isVisible();
        assertThat(number(value(page, "cost"))).isCloseTo(0.143, within(5e-4));

        button(page, "Course’s values").click();

        assertThat(value(page, "message")).isEmpty();
        assertThat(value(page, "steps")).hasText("0");
        page.getByLabel("Learning rate").fill("quick");
        assertThat(value(page, "message"))
                .hasText("Learning rate: expected a number from 0.000001 to 10, such as 0.9, but was “quick”.");
    }

    @Test
    void aRunThatIsDoneStepsNoFurtherUnlessMoreIterationsAreWanted() {
        Page page = visitor.open("/course/curve?iterations=3");
        button(page, "Step").click();
        button(page, "Resume").click();
        assertThat(value(page, "steps")).hasText("3");
        assertThat(button(page, "Step")).isDisabled();

        page.getByLabel("Iterations").fill("4");
        button(page, "Step").click();

        assertThat(value(page, "steps")).hasText("4");
    }

    private static String hashOfTheRecipe() {
        Run run = Run.start(Recipe.CURVE_TANH.spec(), Curve.dataset(), new HeapDevice());
        while (!run.finished()) {
            run.advance();
        }
        return run.network().sha256();
    }

    private static Locator after1000(Page page) {
        Locator costs = page.getByRole(AriaRole.FIGURE, new Page.GetByRoleOptions().setName("Cost by iteration"));
        costs.getByText("Show as table").click();
        return costs.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName("1,000 "))
                .getByRole(AriaRole.CELL);
    }

    private static double number(Locator place) {
        return Double.parseDouble(place.textContent());
    }

    private static Locator value(Page page, String role) {
        return page.locator("[data-role=curve-" + role + "]");
    }
}
