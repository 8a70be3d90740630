package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all pages of the course have: contents, the way on, ticks, and nothing that axe finds. Pictures go to target/screenshots. */
class CourseTest {
    @RegisterExtension
    final Visitor visitor = new Visitor(new NewContextOptions().setBypassCSP(true));

    @Test
    void leadsFromTheFirstPageThroughEveryLessonToTheLast() {
        Page page = visitor.open("/");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Course").setExact(true))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("The course");
        List<String> titles = page.locator("main [data-lesson-link]").allTextContents();
        assertThat(titles).isNotEmpty();

        page.locator("[rel=next]").click();
        for (String title : titles) {
            assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText(title);
            assertThat(page.locator("[data-role=device-badge]")).hasAttribute("data-state", "ready");
            page.locator("[rel=next]").click();
        }

        assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("The course");
    }

    @Test
    void showsTheEnginesOwnSource() {
        Page page = visitor.open("/course/line");

        page.getByText("Show the Java: Sgd.step").click();

        assertThat(page.getByText("public void step(float rate, int number)")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1280, 800", "LIGHT, 360, 740"})
    void axeFindsNothingOnAnyPage(ColorScheme scheme, int width, int height) {
        Page page = visitor.open("/course/");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height);
        List<Locator> links = page.locator("main [data-lesson-link]").all();
        List<String> lessons = links.stream()
                .map(link -> link.getAttribute("data-lesson-link"))
                .toList();
        require(page, "index", scheme, width);
        for (String lesson : lessons) {
            visitor.visit(page, "/course/" + lesson);
            assertThat(page.locator("[data-role=device-badge]")).hasAttribute("data-state", "ready");
            require(page, lesson, scheme, width);
        }
    }

    /** Nothing for axe to find, and nothing wider than the screen. */
    private static void require(Page page, String lesson, ColorScheme scheme, int width) {
        String name = "course-" + lesson + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name)));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as(name)
                .isEqualTo(0);
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }
}
