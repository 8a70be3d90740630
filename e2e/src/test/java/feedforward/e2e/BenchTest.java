package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import feedforward.train.Recipe;
import feedforward.wire.RunSpecJson;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {
    private static final Pattern RATE = Pattern.compile("[1-9][0-9,]* [1-9][0-9,]* to [1-9][0-9,]*");
    private static final Pattern TIME = Pattern.compile("[0-9]+\\.[0-9]{3} 99 % within [0-9]+\\.[0-9]{3}");
    private static final Pattern RATIO = Pattern.compile("[0-9]+(\\.[0-9]{2})?×");

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void anAddressMeasuresByItselfAndLeavesALineForEachResult() {
        BenchPage bench = new BenchPage(visitor.open("/bench?workloads=W6,W1&threads=1&seconds=0.01"));

        assertThat(bench.result()).hasAttribute("data-state", "done");
        assertThat(bench.lines())
                .extracting(line -> line.getString("workload", "") + " " + line.getString("mode", ""))
                .containsExactly("W6 train", "W1 train", "W1 infer");
        assertThat(bench.lines())
                .allSatisfy(line -> assertThat(line.names())
                        .containsExactly("workload", "mode", "threads", "rate", "min", "max", "unit", "device"))
                .allSatisfy(line -> assertThat(line.getDouble("rate", 0))
                        .isBetween(line.getDouble("min", 0), line.getDouble("max", 0)));
    }

    @Test
    void byHandThePageAndTheServerAreMeasuredAndCompared() {
        Page page = visitor.open("/bench");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        BenchPage bench = new BenchPage(page);
        bench.workload("W2").uncheck();
        bench.workload("W6").check();
        bench.workload("W5-W2").check();
        bench.seconds().fill("0.01");
        bench.button("Run").click();

        assertThat(bench.result()).hasAttribute("data-state", "done");
        assertThat(bench.cells("W6").nth(0)).hasText(RATE);
        assertThat(bench.cells("W6").nth(1)).hasText(RATE);
        assertThat(bench.cells("W6").nth(2)).hasText(RATIO);
        assertThat(bench.cells("W5-W2").nth(0)).hasText(TIME);
        assertThat(bench.cells("W5-W2").nth(1)).hasText(TIME);
        assertThat(bench.cells("W5-W2").nth(2)).hasText(RATIO);
        assertThat(bench.lines())
                .extracting(line -> line.getString("on", "page"))
                .containsExactly("page", "server", "page", "server");

        bench.button("Copy results").click();
        assertThat(bench.notice()).hasText("Copied.");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(bench.result().textContent());

        assertThat(bench.link()).hasAttribute("href", "/bench?workloads=W6,W5-W2&threads=1&seconds=0.01&server=true");
        bench.link().click();
        assertThat(bench.cells("W5-W2").nth(2)).hasText(RATIO);
    }

    @Test
    void aMeasurementIsStartedAndCancelledByKeyboardAndTheNextOneRuns() {
        Page page = visitor.open("/bench");
        BenchPage bench = new BenchPage(page);
        bench.workload("W2").focus();
        page.keyboard().press("Space");
        bench.workload("W4").focus();
        page.keyboard().press("Space");
        bench.seconds().fill("10");
        page.keyboard().press("Enter");
        assertThat(bench.result()).hasAttribute("data-state", "running");

        bench.button("Cancel").focus();
        page.keyboard().press("Enter");
        assertThat(bench.result()).hasAttribute("data-state", "idle");
        assertThat(bench.notice()).hasText("Cancelled.");
        assertThat(bench.button("Run")).isFocused();
        page.waitForCondition(() -> Workers.of(page).size() == 1);

        bench.workload("W4").uncheck();
        bench.workload("W6").check();
        bench.server().uncheck();
        bench.seconds().fill("0.01");
        page.keyboard().press("Enter");
        assertThat(bench.result()).hasAttribute("data-state", "done");
    }

    @ParameterizedTest
    @CsvSource({
        "workloads=W2;W9, 'Workload: expected one of [W1, W2, W3, W4, W6, W5-W2, W5-W3] but was \"W2;W9\"'",
        "workloads=W6&seconds=0, 'Seconds: a number from 0.01 to 10, such as 1; not “0”'",
    })
    void anAddressThatAsksForWhatThereIsNotSaysSo(String query, String message) {
        BenchPage bench = new BenchPage(visitor.open("/bench?" + query));

        assertThat(bench.result()).hasAttribute("data-state", "failed");
        assertThat(bench.trouble()).hasText(message);
        assertThat(bench.button("Run again")).isVisible();
    }

    @Test
    void moreThreadsThanThePageHasAreRefusedWithTheirNumber() {
        BenchPage bench = new BenchPage(visitor.open("/bench?workloads=W6&threads=1000"));

        assertThat(bench.result()).hasAttribute("data-state", "failed");
        assertThat(bench.trouble())
                .hasText(Pattern.compile(
                        "Threads: a whole number from 1 to [0-9]+, as many as this page can use here; not “1000”"));
    }

    @Test
    void aServerThatTrainsSaysSoAndThePageIsMeasuredAllTheSame() {
        visitor.expect("409");
        Page page = visitor.tab();
        String jobs = visitor.address() + "/api/v1/jobs";
        String run = RunSpecJson.write(Recipe.CURVE_TANH.spec().withEpochs(1_000_000))
                .toString();
        APIResponse job = page.request().post(jobs, RequestOptions.create().setData(run));
        String id = Json.parse(job.text()).asObject().getString("id", "");
        BenchPage bench = new BenchPage(page);
        visitor.visit(page, "/bench?workloads=W6&seconds=0.01&server=true");

        assertThat(bench.result()).hasAttribute("data-state", "done");
        assertThat(bench.notice())
                .hasText("Your server did not measure. Bench: expected a server with nothing else to do"
                        + " but it trains a job; measure when that has ended, or cancel it");
        assertThat(bench.lines()).hasSize(1);
        page.request().delete(jobs + "/" + id);
    }

    @Test
    void aWorkerThatDoesNotArriveEndsTheMeasurementAndIsTriedAgain() {
        visitor.expect("Failed to fetch");
        visitor.expect("net::ERR_FAILED");
        Page page = visitor.tab();
        page.route("**/wasm/worker.wasm", route -> route.abort());
        page.navigate(visitor.address() + "/bench?workloads=W6&seconds=0.01");
        BenchPage bench = new BenchPage(page);
        assertThat(bench.result()).hasAttribute("data-state", "failed");
        assertThat(bench.trouble()).containsText("The training worker could not be started");

        page.unroute("**/wasm/worker.wasm");
        bench.button("Run again").click();

        assertThat(bench.result()).hasAttribute("data-state", "done");
        assertThat(bench.trouble()).isHidden();
    }
}
