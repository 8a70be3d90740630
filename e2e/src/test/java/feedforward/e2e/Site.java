package feedforward.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The server and the browser that all tests of a run share; they end with it. */
final class Site implements AutoCloseable {
    /** Generous: a busy machine may be ten times slower than an idle one. */
    private static final double MOST_MILLIS_TO_WAIT = 60_000;

    private final FeedforwardServer server = FeedforwardServer.start();
    private final Playwright playwright = Browsers.playwright();
    private final Browser browser = Browsers.launch(playwright);

    private Site() {
        PlaywrightAssertions.setDefaultAssertionTimeout(MOST_MILLIS_TO_WAIT);
    }

    static Site of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Site.class))
                .getOrComputeIfAbsent(Site.class, type -> new Site(), Site.class);
    }

    String address() {
        return server.address();
    }

    Browser browser() {
        return browser;
    }

    /** Another browser, for its caller to close. */
    Browser browserWith(String... arguments) {
        return Browsers.launch(playwright, arguments);
    }

    /** Another browser with a profile in a folder, for its caller to close. */
    BrowserContext browserWithProfile(Path folder) {
        return Browsers.launchWithProfile(playwright, folder);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
    }
}
