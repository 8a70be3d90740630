package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe finds in each state of the page; its pictures are left in target/screenshots for a person to look at. */
class AccessibilityTest {
    /** The policy is lifted for what axe itself brings into the page; the other journeys keep it. */
    @RegisterExtension
    final Visitor visitor = new Visitor(new NewContextOptions().setBypassCSP(true));

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 390, 844", "DARK, 390, 844"})
    void axeFindsNothingBeforeAndAfterDrawingAndTraining(ColorScheme scheme, int width, int height) {
        Page page = visitor.open();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height);
        DrawFigure figure = new DrawFigure(page);
        assertThat(figure.status()).hasText("Draw a digit from 0 to 9");
        requireNoViolations(page);

        figure.draw(Skeleton.strokes(new TestDigits(visitor.address()).at(0).image()));
        assertThat(figure.status()).hasText(DrawFigure.ANSWER);
        TrainSection training = new TrainSection(page);
        training.fill("1", "1");
        training.button("Train both").click();
        assertThat(training.verdict()).hasAttribute("data-state", "same");
        training.rowsUnder("Training loss");
        requireNoViolations(page);
        String name = scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name)));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 390, 844", "DARK, 390, 844"})
    void axeFindsNothingOnTheBenchPage(ColorScheme scheme, int width, int height) {
        Page page = visitor.open("/bench");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height);
        requireNoViolations(page);

        visitor.visit(page, "/bench?workloads=W6&seconds=10");
        assertThat(new BenchPage(page).button("Cancel")).isVisible();
        requireNoViolations(page);

        visitor.visit(page, "/bench?workloads=W9");
        assertThat(new BenchPage(page).trouble()).isVisible();
        requireNoViolations(page);

        visitor.visit(page, "/bench?workloads=W6,W5-W2&seconds=0.01&server=true");
        assertThat(new BenchPage(page).result()).hasAttribute("data-state", "done");
        requireNoViolations(page);
        String name = "bench-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name)));
    }

    @Test
    void nothingIsWiderThanASmallPhone() {
        Page page = visitor.open();
        page.setViewportSize(360, 740);

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void noResultIsWiderThanASmallPhone() {
        Page page = visitor.open("/bench?workloads=W6&seconds=0.01&server=true");
        page.setViewportSize(360, 740);
        assertThat(new BenchPage(page).result()).hasAttribute("data-state", "done");

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void theWholeJourneyOfARunCanBeMadeByKeyboard() {
        Page page = visitor.open();
        TrainSection training = new TrainSection(page);
        training.field("Epochs").focus();
        page.keyboard().press("Control+A");
        page.keyboard().type("1");
        page.keyboard().press("Enter");
        assertThat(training.here().state()).hasText("Done");

        training.here().button("Use this network to draw").focus();
        page.keyboard().press("Enter");

        assertThat(new DrawFigure(page).network("name")).hasText("trained in this page");
    }

    private static void requireNoViolations(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
}
