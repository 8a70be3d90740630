package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What trains in browsers that have everything, or lack something: always to the same weights, and said on the page. */
class DevicesTest {
    private static final Path GOLDEN_RUNS = Path.of("../shared/src/test/resources/golden-digits-runs.json");
    /** Instructions without which Chromium offers no WebAssembly SIMD. */
    private static final String NO_SIMD = "--js-flags=--no-enable-ssse3";

    @RegisterExtension
    final Visitor visitor = new Visitor();

    private String link;
    private String weightsSha256;

    @BeforeEach
    void readGoldenRun() throws IOException {
        JsonObject run =
                Json.parse(Files.readString(GOLDEN_RUNS)).asArray().get(0).asObject();
        link = "/?run="
                + URLEncoder.encode(run.get("spec").toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        weightsSha256 = run.get("weightsSha256").asString();
    }

    @Test
    void simdTrainsOnAllCores() {
        Page page = visitor.open(link);
        int cores = (int) page.evaluate("navigator.hardwareConcurrency");

        assertTrains(page, "SIMD kernels, " + cores + (cores == 1 ? " thread" : " threads"));
    }

    @Test
    void aPageThatIsHiddenMeanwhileTrainsToTheSameWeights() {
        Page page = visitor.open(link);
        RunPanel here = RunPanel.ofPage(page);
        here.button("Step").click();
        assertThat(here.progress()).hasText(Pattern.compile("Step 1 .*"));

        Browsers.hide(page, true);
        here.button("Step").click();
        assertThat(here.progress()).hasText(Pattern.compile("Step 2 .*"));
        Browsers.hide(page, false);
        here.button("Resume").click();

        assertThat(here.state()).hasText("Done");
        assertThat(here.hash()).hasText(weightsSha256);
    }

    @Test
    void aPageThatMayNotShareMemoryTrainsOnOneThread() {
        Page page = visitor.tab();
        page.context().route("**/*", DevicesTest::answerWithoutIsolation);
        visitor.visit(page, link);

        assertTrains(page, "SIMD kernels, 1 thread");
    }

    @Test
    void aBrowserWithoutSimdTrainsInPlainJava() {
        try (Browser plain = visitor.browserWith(NO_SIMD)) {
            Page page = plain.newPage();
            page.navigate(visitor.address() + link);

            assertTrains(page, "plain Java, 1 thread");
        }
    }

    @Test
    void aBrowserWithoutGarbageCollectionIsToldWhatToUpdate() {
        Page page = visitor.tab();
        page.addInitScript("WebAssembly.validate = () => false");
        page.navigate(visitor.address());

        assertThat(page.getByText(
                        "It needs a newer browser: Chrome or Edge 137, Firefox 131, Safari 18.4, or a later one."))
                .isVisible();
    }

    private void assertTrains(Page page, String device) {
        assertThat(page.locator("[data-role=device-badge]")).hasAttribute("data-state", "ready");
        RunPanel here = RunPanel.ofPage(page);
        here.button("Train here").click();

        assertThat(here.state()).hasText("Done");
        assertThat(here.hash()).hasText(weightsSha256);
        assertThat(page.locator("[data-role=page-device]")).hasText(device);
    }

    private static void answerWithoutIsolation(Route route) {
        APIResponse answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.keySet().removeIf(name -> name.startsWith("cross-origin-"));
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }
}
