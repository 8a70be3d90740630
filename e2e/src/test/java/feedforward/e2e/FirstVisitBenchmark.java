package feedforward.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import feedforward.e2e.Skeleton.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How long a first visit takes and what it transfers. A command that prints; the README says how to run it.
 *
 * <p>The server is warm (visited once before), the browser's cache is empty. Times count from the start of the navigation, by the
 * page's clock. <em>Interactive</em>: the program has started, and the first frame of it is painted; the canvas takes strokes from then on.
 * <em>Recognised</em>: a seven, drawn by mouse the moment the page is interactive, has its answer. Bytes are those of responses as
 * they were transferred, headers too, of all requests up to the moment when the page asks for nothing more.
 */
final class FirstVisitBenchmark {
    private static final int VISITS = 7;
    private static final List<List<Point>> SEVEN = List.of(
            List.of(new Point(8, 5), new Point(14, 5), new Point(20, 5)),
            List.of(new Point(20, 5), new Point(16, 14), new Point(12, 23)));

    /** Tells when the page's states are reached; from before its first script. */
    private static final String CLOCK = """
            const reached = {};
            globalThis.interactive = new Promise((resolve) => (reached.interactive = resolve));
            globalThis.recognised = new Promise((resolve) => (reached.recognised = resolve));
            function look() {
              if (document.querySelector("[data-role=device-badge]")?.dataset.state === "ready") {
                requestAnimationFrame(() => setTimeout(() => reached.interactive(performance.now())));
              }
              if (/^\\d, with /.test(document.querySelector("[data-role=draw-status]")?.textContent ?? "")) {
                reached.recognised(performance.now());
              }
            }
            new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            """;

    private record Transfer(String path, int bytes) {}

    private record Visit(double interactive, double recognised, List<Transfer> transfers) {
        int bytes() {
            return transfers.stream().mapToInt(Transfer::bytes).sum();
        }
    }

    private FirstVisitBenchmark() {}

    public static void main(String[] args) {
        try (FeedforwardServer server = FeedforwardServer.start();
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.launch(playwright)) {
            visit(browser, server.address());
            List<Visit> visits = new ArrayList<>();
            for (int i = 0; i < VISITS; i++) {
                visits.add(visit(browser, server.address()));
            }
            print(visits);
        }
    }

    private static Visit visit(Browser browser, String address) {
        try (BrowserContext context = browser.newContext()) {
            context.addInitScript(CLOCK);
            List<Request> requests = new ArrayList<>();
            context.onRequestFinished(requests::add);
            Page page = context.newPage();
            page.navigate(address);
            double interactive = millis(page, "interactive");
            new DrawFigure(page).draw(SEVEN);
            double recognised = millis(page, "recognised");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return new Visit(
                    interactive,
                    recognised,
                    requests.stream().map(request -> transfer(address, request)).toList());
        }
    }

    private static double millis(Page page, String promise) {
        return ((Number) page.evaluate(promise)).doubleValue();
    }

    private static Transfer transfer(String address, Request request) {
        Sizes sizes = request.sizes();
        return new Transfer(
                request.url().substring(address.length()), sizes.responseBodySize + sizes.responseHeadersSize);
    }

    private static void print(List<Visit> visits) {
        Visit last = visits.get(visits.size() - 1);
        last.transfers.stream()
                .sorted(Comparator.comparingInt(Transfer::bytes).reversed())
                .forEach(transfer -> System.out.printf(Locale.ROOT, "%,9d  %s%n", transfer.bytes, transfer.path));
        System.out.printf(Locale.ROOT, "%,9d  bytes in all, in %d responses%n", last.bytes(), last.transfers.size());
        System.out.println("Interactive after "
                + summary(visits.stream().map(Visit::interactive).toList()));
        System.out.println("Recognised after "
                + summary(visits.stream().map(Visit::recognised).toList()));
    }

    private static String summary(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.0f ms (median of %d visits, %.0f to %.0f)",
                sorted.get(sorted.size() / 2),
                sorted.size(),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
