package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void pageAndWorkerStartInTheBrowser() {
        List<String> complaints = new ArrayList<>();
        try (FeedforwardServer server = FeedforwardServer.start();
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright)) {
            Page page = browser.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(server.address());
            assertThat(page.getByRole(AriaRole.BANNER)).containsText("running in this page: heap");
            assertThat(page.evaluate("crossOriginIsolated")).isEqualTo(true);
        } finally {
            complaints.forEach(System.err::println);
        }
        assertThat(complaints).isEmpty();
    }
}
