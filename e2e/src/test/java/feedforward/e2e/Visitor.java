package feedforward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a visitor who was never here before. Whatever their browser complains of (a warning or error on the
 * console, an uncaught exception in page or worker, a breach of the Content-Security-Policy) fails the test, unless it
 * expects that.
 */
final class Visitor implements BeforeEachCallback, AfterEachCallback {
    private final NewContextOptions options;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private Site site;
    private BrowserContext context;

    /** At a desk: a window of 1280×800, a mouse. */
    Visitor() {
        this(new NewContextOptions().setViewportSize(1280, 800));
    }

    Visitor(NewContextOptions options) {
        this.options = options;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        site = Site.of(test);
        complaints.clear();
        expected.clear();
        context = site.browser().newContext(options);
        context.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        context.close();
        assertThat(complaints)
                .as("what the browser complained of")
                .filteredOn(complaint -> expected.stream().noneMatch(complaint::contains))
                .isEmpty();
    }

    /** Complaints with this text in them are part of the test. */
    void expect(String complaint) {
        expected.add(complaint);
    }

    /** A new tab with the front page. */
    Page open() {
        return open("/");
    }

    /** A new tab; {@code path} may hold a query and a fragment. */
    Page open(String path) {
        Page page = tab();
        visit(page, path);
        return page;
    }

    /** A new tab with nothing in it yet. */
    Page tab() {
        return context.newPage();
    }

    /** Opens the front page in a tab. */
    void visit(Page tab) {
        visit(tab, "/");
    }

    /** Waits until the page's program has started: what is typed before, it replaces by its own. */
    void visit(Page tab, String path) {
        tab.navigate(site.address() + path);
        PlaywrightAssertions.assertThat(tab.locator("[data-role=device-badge]")).hasAttribute("data-state", "ready");
    }

    String address() {
        return site.address();
    }

    /** A browser with a profile of its own in a folder, for its caller to close. */
    BrowserContext browserWithProfile(Path folder) {
        return site.browserWithProfile(folder);
    }

    /** Another browser than the visitor's, for its caller to close. */
    Browser browserWith(String... arguments) {
        return site.browserWith(arguments);
    }
}
