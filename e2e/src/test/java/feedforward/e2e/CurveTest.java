package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CurveTest {
    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void reachesTheCostsOfTheCoursesNotebook() {
        Locator curve = section(visitor.open());
        curve.getByRole(AriaRole.BUTTON, named("Train")).click();
        assertThat(curve.getByRole(AriaRole.BUTTON, named("Train on"))).isVisible();

        assertThat(value(curve, "steps")).hasText("10,000");
        assertThat(number(value(curve, "cost"))).isCloseTo(3.2e-4, within(5e-6));
        Locator costs = curve.getByRole(AriaRole.FIGURE, new Locator.GetByRoleOptions().setName("Cost by step"));
        costs.getByText("Show as table").click();
        Locator after1000 = costs.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName("1,000 "));
        assertThat(number(after1000.getByRole(AriaRole.CELL))).isCloseTo(1.15e-3, within(3e-5));

        curve.getByRole(AriaRole.BUTTON, named("Train on")).click();
        assertThat(value(curve, "steps")).hasText("100,000");
        assertThat(number(value(curve, "cost"))).isLessThanOrEqualTo(3.18e-4);
    }

    @Test
    void stepsOneByOneAndForgetsAllOnReset() {
        Locator curve = section(visitor.open());
        curve.getByRole(AriaRole.BUTTON, named("Step")).click();
        assertThat(value(curve, "steps")).hasText("1");
        curve.getByRole(AriaRole.BUTTON, named("Step")).click();
        assertThat(value(curve, "steps")).hasText("2");

        curve.getByRole(AriaRole.BUTTON, named("Reset")).click();

        assertThat(value(curve, "steps")).hasText("0");
        assertThat(value(curve, "cost")).hasText("–");
    }

    @Test
    void saysWhatIsWrongWithALearningRate() {
        Locator curve = section(visitor.open());
        curve.getByLabel("Learning rate").fill("quick");

        curve.getByRole(AriaRole.BUTTON, named("Train")).click();

        assertThat(curve.getByRole(AriaRole.ALERT))
                .hasText("Learning rate: a number above 0, up to 10, such as 0.9; not “quick”");
        assertThat(value(curve, "steps")).hasText("0");
    }

    @Test
    void anotherLearningRateStartsAnew() {
        Locator curve = section(visitor.open());
        curve.getByRole(AriaRole.BUTTON, named("Train")).click();
        assertThat(curve.getByRole(AriaRole.BUTTON, named("Train on"))).isVisible();

        curve.getByLabel("Learning rate").fill("0.1");
        curve.getByRole(AriaRole.BUTTON, named("Train")).click();

        assertThat(curve.getByRole(AriaRole.BUTTON, named("Train on"))).isVisible();
        assertThat(value(curve, "steps")).hasText("10,000");
        assertThat(number(value(curve, "cost"))).isGreaterThan(4e-4);
    }

    @Test
    void stepsAFinishedRunByOne() {
        Locator curve = section(visitor.open());
        curve.getByRole(AriaRole.BUTTON, named("Train")).click();
        assertThat(curve.getByRole(AriaRole.BUTTON, named("Train on"))).isVisible();

        curve.getByRole(AriaRole.BUTTON, named("Step")).click();

        assertThat(value(curve, "steps")).hasText("10,001");
        assertThat(curve.getByRole(AriaRole.BUTTON, named("Resume"))).isVisible();
        assertThat(curve.getByRole(AriaRole.BUTTON, named("Step"))).isFocused();
    }

    private static Locator section(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("A curve fitted in the page"));
    }

    private static Locator value(Locator curve, String name) {
        return curve.locator("[data-role=curve-" + name + "]");
    }

    private static double number(Locator place) {
        return Double.parseDouble(place.textContent());
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
