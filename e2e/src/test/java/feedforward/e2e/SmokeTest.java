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
    private static final String FIRST_MESSAGE_OF_A_WORKER = """
            () => new Promise((resolve, reject) => {
              const worker = new Worker('/js/worker.js');
              worker.onmessage = (event) => resolve(event.data.type);
              worker.onerror = (event) => reject(event.message);
              setTimeout(() => reject('The worker says nothing'), 10_000);
            })""";

    @Test
    void pageAndWorkerStartUnderTheStrictPolicy() {
        List<String> complaints = new ArrayList<>();
        try (FeedforwardServer server = FeedforwardServer.start();
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright)) {
            Page page = browser.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(server.address());
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.evaluate("crossOriginIsolated")).isEqualTo(true);
            assertThat(page.evaluate(FIRST_MESSAGE_OF_A_WORKER)).isEqualTo("ready");
        } finally {
            complaints.forEach(System.err::println);
        }
        assertThat(complaints).isEmpty();
    }
}
