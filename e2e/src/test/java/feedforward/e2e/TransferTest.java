package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import feedforward.data.Mnist;
import feedforward.hash.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire, and when. */
class TransferTest {
    private static final String DATASETS = "/api/v1/datasets/mnist/";
    private static final String WORKER = "/wasm/worker.wasm";

    private static final String HASH_OF_CONTENT = """
            async (path) => {
              const content = await (await fetch(path)).arrayBuffer();
              const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
              return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
            }""";

    private static final String SEEN_PROGRESS = """
            () => {
              const bar = document.querySelector("[data-role=mnist-progress]");
              const seen = (globalThis.seenProgress = []);
              requestAnimationFrame(function look() {
                seen.push(bar.value);
                requestAnimationFrame(look);
              });
            }""";

    /** Of a fetch by the page: how many bytes came over the wire, 0 if none because the browser had it. */
    private static final String BYTES_TRANSFERRED = """
            async (url) => {
              await (await fetch(url)).arrayBuffer();
              return performance.getEntriesByName(new URL(url, location).href).at(-1).transferSize;
            }""";

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void theDigitsAndTheWorkerComeOnlyForTrainingAndAreStreamed() {
        Page page = visitor.tab();
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(path(request)));
        visitor.visit(page);
        assertThat(new DrawFigure(page).network("name")).hasText("shipped network");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(requests).contains("/wasm/page.wasm").doesNotContain(WORKER).noneMatch(TransferTest::isOfMnist);

        TrainSection training = new TrainSection(page);
        training.fill("1", "7");
        page.evaluate(SEEN_PROGRESS);
        training.here().button("Train here").click();
        assertThat(training.here().state()).hasText("Done");

        assertThat(requests).contains(WORKER);
        assertThat(requests.stream().filter(TransferTest::isOfMnist))
                .containsExactlyElementsOf(
                        Mnist.FILES.stream().map(DATASETS::concat).toList());
        List<?> progress = (List<?>) page.evaluate("seenProgress");
        assertThat(progress)
                .as("places of the progress bar")
                .anyMatch(value -> 0 < ((Number) value).doubleValue() && ((Number) value).doubleValue() < 1);
    }

    /** In a profile on disk: Chromium's cache in memory takes no file of more than some megabytes. */
    @Test
    void aSecondVisitHasTheDigitsFromTheBrowsersCache(@TempDir Path profile) {
        try (BrowserContext visitorsOwn = visitor.browserWithProfile(profile)) {
            Page page = visitorsOwn.newPage();
            visitor.visit(page);
            for (String file : Mnist.FILES) {
                assertThat(bytesTransferred(page, file)).as(file).isPositive();
            }

            visitor.visit(page);
            for (String file : Mnist.FILES) {
                assertThat(bytesTransferred(page, file)).as(file).isZero();
            }
        }
    }

    private static int bytesTransferred(Page page, String file) {
        return (int) page.evaluate(BYTES_TRANSFERRED, DATASETS + file);
    }

    @Test
    void whatIsCompressedForTheBrowserIsTheContent() throws IOException, InterruptedException {
        Page page = visitor.tab();
        Map<String, String> encodings = new TreeMap<>();
        page.onResponse(response -> encodings.put(path(response.request()), encoding(response)));
        visitor.visit(page);
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(encodings)
                .containsEntry("/", "br")
                .containsEntry("/wasm/page.wasm", "br")
                .containsEntry("/models/mnist-small-f16/weights.safetensors", "br");
        for (String path : encodings.keySet()) {
            assertThat(page.evaluate(HASH_OF_CONTENT, path)).as(path).isEqualTo(Sha256.hexOf(plain(path)));
        }
    }

    private byte[] plain(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(visitor.address() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }

    private static String encoding(Response response) {
        return response.headers().getOrDefault("content-encoding", "none");
    }

    private static String path(Request request) {
        return URI.create(request.url()).getPath();
    }

    private static boolean isOfMnist(String path) {
        return path.startsWith(DATASETS);
    }
}
