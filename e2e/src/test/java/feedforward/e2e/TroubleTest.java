package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import feedforward.e2e.Skeleton.Point;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What does not arrive or breaks down is said in words, and can be tried again. */
class TroubleTest {
    private static final List<Point> BAR = List.of(new Point(8, 5), new Point(14, 5), new Point(20, 5));

    /**
     * Helpers get a module of their own: help(helper) is `unreachable`, giveUp(helper) stores −1 at 4096 + 64·helper, as that of
     * team.ts. A helper's script itself cannot be replaced: Playwright does not see the requests of a worker's workers.
     */
    private static final String TRAPPING_HELPERS = """
            const { startHelper } = FeedforwardKernels;
            FeedforwardKernels.startHelper = (module, memory, helper) => startHelper(new WebAssembly.Module(new Uint8Array([
              0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 127, 0,
              2, 18, 1, 3, 101, 110, 118, 6, 109, 101, 109, 111, 114, 121, 2, 3, 2, 128, 128, 4, 3, 3, 2, 0, 0,
              7, 17, 2, 4, 104, 101, 108, 112, 0, 0, 6, 103, 105, 118, 101, 85, 112, 0, 1,
              10, 24, 2, 3, 0, 0, 11, 18, 0, 65, 128, 32, 32, 0, 65, 192, 0, 108, 106, 65, 127, 254, 23, 2, 0, 11,
            ])), memory, helper);
            """;

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aWorkerThatDoesNotArriveIsSaidAndTrainAgainStartsAFreshOne() {
        visitor.expect("Failed to fetch");
        visitor.expect("net::ERR_FAILED");
        Page page = visitor.tab();
        page.route("**/wasm/worker.wasm", Route::abort);
        visitor.visit(page);
        RunPanel here = RunPanel.ofPage(page);
        Pattern message =
                Pattern.compile("The training worker could not be started: .*Failed to fetch; try again .*reload.*");

        new TrainSection(page).fill("1", "7");
        here.button("Train here").click();
        assertThat(here.state()).hasText("Failed");
        assertThat(here.message()).hasText(message);
        assertThat(RunPanel.ofServer(page).state()).hasText("Ready");

        page.unroute("**/wasm/worker.wasm");
        here.button("Train again").click();
        assertThat(here.state()).hasText("Done");
        assertThat(here.message()).isHidden();
    }

    @Test
    void aWorkersScriptThatDoesNotArriveIsSaid() {
        visitor.expect("net::ERR_FAILED");
        Page page = visitor.tab();
        page.route("**/js/worker.js", Route::abort);
        visitor.visit(page);

        RunPanel.ofPage(page).button("Train here").click();

        assertThat(RunPanel.ofPage(page).message())
                .containsText("The training worker could not be started: its program did not arrive");
    }

    @Test
    void aWorkerThatBreaksDownLaterEndsTheRun() {
        visitor.expect("it broke");
        Page page = visitor.open();
        TrainSection train = new TrainSection(page);
        train.fill("1000", "7");
        train.here().button("Train here").click();
        assertThat(train.here().state()).hasText("Training");

        Workers.of(page).forEach(worker -> worker.evaluate("setTimeout(() => { throw new Error('it broke') })"));

        assertThat(train.here().state()).hasText("Failed");
        assertThat(train.here().message()).containsText("The training worker broke down: it broke; try again");
        assertThat(train.here().button("Download weights (.safetensors)")).isDisabled();
        train.fill("1", "7");
        train.here().button("Train again").click();
        assertThat(train.here().state()).hasText("Done");
    }

    @Test
    void aThreadThatBreaksDownEndsTheRunWithItsReason() {
        visitor.expect("one of its threads stopped");
        visitor.expect("unreachable");
        Page page = visitor.tab();
        page.route("**/js/kernels.js", TroubleTest::answerWithHelpersThatTrap);
        visitor.visit(page);
        assumeThat((int) page.evaluate("navigator.hardwareConcurrency")).isGreaterThan(1);
        TrainSection train = new TrainSection(page);
        train.fill("1", "7");
        train.here().button("Train here").click();

        assertThat(train.here().state()).hasText("Failed");
        assertThat(train.here().message())
                .containsText("The training worker broke down: one of its threads stopped"
                        + " (RuntimeError: unreachable); try again");

        page.unroute("**/js/kernels.js");
        train.here().button("Train again").click();
        assertThat(train.here().state()).hasText("Done");
    }

    @Test
    void aThreadThatBreaksDownEndsAMeasurementWithItsReason() {
        visitor.expect("one of its threads stopped");
        visitor.expect("unreachable");
        Page page = visitor.tab();
        page.route("**/js/kernels.js", TroubleTest::answerWithHelpersThatTrap);
        visitor.visit(page, "/bench");
        assumeThat((int) page.evaluate("navigator.hardwareConcurrency")).isGreaterThan(1);
        BenchPage bench = new BenchPage(page);
        bench.threads().selectOption("2");
        bench.seconds().fill("0.01");
        bench.button("Run").click();

        assertThat(bench.result()).hasAttribute("data-state", "failed");
        assertThat(bench.trouble()).containsText("one of its threads stopped (RuntimeError: unreachable); try again");

        page.unroute("**/js/kernels.js");
        bench.button("Run again").click();
        assertThat(bench.result()).hasAttribute("data-state", "done");
    }

    private static void answerWithHelpersThatTrap(Route route) {
        APIResponse answer = route.fetch();
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(answer.text() + TRAPPING_HELPERS));
    }

    @Test
    void aShippedNetworkThatDoesNotArriveIsSaidAndCanBeLoadedAgain() {
        visitor.expect("500");
        Page page = visitor.tab();
        page.route("**/models/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        visitor.visit(page);
        DrawFigure draw = new DrawFigure(page);

        assertThat(draw.error())
                .hasText("The shipped network could not be loaded. "
                        + "/models/mnist-small-f16/weights.safetensors: the server answered 500");
        assertThat(draw.status()).hasText("No network is there to read it");
        draw.draw(List.of(BAR));
        assertThat(draw.status()).hasText("No network is there to read it");
        assertThat(draw.button("Undo")).isEnabled();

        page.unroute("**/models/**");
        draw.button("Load again").click();
        assertThat(draw.status()).hasText(DrawFigure.ANSWER);
        assertThat(draw.error()).isEmpty();
        assertThat(draw.button("Load again")).isHidden();
    }

    @Test
    void aLinkThatCannotBeReadIsSaid() {
        Page page = visitor.open("/?run=%7B%22data%22%3A%7B%22name%22%3A5%7D%7D");
        TrainSection train = new TrainSection(page);

        assertThat(train.notice())
                .hasText("The link’s run could not be read: RunSpec data.name: expected text but was 5."
                        + " Here are the defaults instead.");
        assertThat(train.notice()).isInViewport();
        assertThat(train.field("Seed")).hasValue("1");

        train.fill("1", "7");
        train.server().button("Train on server").click();
        assertThat(train.notice()).isHidden();
    }

    @Test
    void aServerThatIsStillStartingIsAskedAgain() {
        visitor.expect("503");
        AtomicInteger asked = new AtomicInteger();
        Page page = visitor.tab();
        page.route("**/health/ready", route -> {
            if (asked.incrementAndGet() <= 2) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{\"ready\":false}"));
            } else {
                route.resume();
            }
        });
        visitor.visit(page);
        Locator device = page.locator("[data-role=server-device]");

        assertThat(device).hasText("starting…");
        assertThat(device).hasText(Pattern.compile("Java with SIMD|plain Java"));
    }
}
