package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import feedforward.wire.RunSpecJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * How much processor time the browser takes while W3's network trains on all cores, while its page is hidden, where it trains on a
 * single core, and while it is paused: then nothing may spin. A command that prints; the README says how to run it.
 */
final class IdleBenchmark {
    private static final int MILLIS = 2000;

    private final Page page;
    private final RunPanel run;

    private IdleBenchmark(Page page) {
        this.page = page;
        run = RunPanel.ofPage(page);
    }

    public static void main(String[] args) {
        try (FeedforwardServer server = FeedforwardServer.start();
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright);
                Page page = browser.newPage()) {
            String spec = RunSpecJson.write(FrameGapBenchmark.convolutional()).toString();
            page.navigate(server.address() + "/?run=" + URLEncoder.encode(spec, StandardCharsets.UTF_8));
            new IdleBenchmark(page).measure();
        }
    }

    private void measure() {
        assertThat(page.locator("[data-role=network-name]")).hasText("shipped network");
        print("page open, no worker yet");
        run.button("Train here").click();
        assertThat(run.progress())
                .hasText(FrameGapBenchmark.TRAINS, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        print("training");
        Browsers.hide(page, true);
        print("training, the page hidden");
        Browsers.hide(page, false);
        run.button("Pause").click();
        assertThat(run.state()).hasText("Paused");
        print("paused");
        run.button("Step").click();
        print("paused after a step");
    }

    private void print(String what) {
        page.waitForTimeout(MILLIS / 2.0);
        Duration before = browserTime();
        long start = System.nanoTime();
        page.waitForTimeout(MILLIS);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = browserTime().minus(before).toNanos() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s of processor time in %.2f s; %s%n",
                what,
                used,
                seconds,
                run.progress().innerText());
    }

    /** What all processes of the browser, children of Playwright's, have used so far. */
    private static Duration browserTime() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
