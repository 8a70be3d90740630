package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe finds in lessons that a student is in the middle of; {@link CourseTest} looks at them as they begin. */
class WorkedLessonsTest {
    /** The policy is lifted for what axe itself brings into the page. */
    @RegisterExtension
    final Visitor visitor = new Visitor(new NewContextOptions().setBypassCSP(true));

    @ParameterizedTest
    @CsvSource({
        "backprop?step=11, LIGHT, 1280, backprop-lines, ∂h₁",
        "backprop?step=11, DARK, 360, backprop-lines, ∂h₁",
        "gradient?formula=outer.-x.y(1-p)&checked=1, LIGHT, 360, gradient-slopes, ✗ 0.0000",
        "gradient?formula=outer.-x.y(1-p)&checked=1, DARK, 1280, gradient-slopes, ✗ 0.0000",
        "loop?order=istlf&checked=1, LIGHT, 360, loop-order-answer, comes too early",
        "loop?order=istlf&checked=1, DARK, 1280, loop-order-answer, comes too early"
    })
    void axeFindsNothingHalfWay(String lesson, ColorScheme scheme, int width, String role, String text) {
        Page page = visitor.open("/");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 800);

        visitor.visit(page, "/course/" + lesson);

        assertThat(page.locator("[data-role=" + role + "]")).containsText(text);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
    }
}
