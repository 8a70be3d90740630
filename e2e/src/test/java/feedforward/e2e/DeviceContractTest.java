package feedforward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SIMD device in Chromium, bit for bit, by the cases that the JVM's devices are held to. */
class DeviceContractTest {
    private static final Path PROGRAM = Path.of("../frontend/target/contract/contract.wasm");
    private static final int CASES = 52;

    /** Takes all that the program in place of the training worker's says, up to its last word. */
    private static final String RUN = """
            (cores) => new Promise((done, failed) => {
              const said = [];
              const worker = new Worker("/js/worker.js?cores=" + cores);
              worker.onerror = (event) => failed(new Error(event.message));
              worker.onmessage = ({ data }) => {
                said.push([data.type, data.text]);
                if (data.type === "end") {
                  worker.terminate();
                  done(said);
                }
              };
            })""";

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2})
    void everyKernelGivesTheBitsOfItsDefinitionAndNetworksLeaveNoMemoryBehind(int threads) {
        assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThanOrEqualTo(threads);
        Page page = visitor.tab();
        page.navigate(visitor.address() + "/health/live");
        page.context().route("**/wasm/worker.wasm", DeviceContractTest::answerWithTheContract);

        List<List<String>> said = saidBy(page, threads);

        assertThat(said.get(0)).containsExactly("threads", Integer.toString(threads));
        List<List<String>> cases = said.subList(1, 1 + CASES);
        assertThat(cases)
                .filteredOn(each -> !each.get(1).isEmpty())
                .as("cases that fail")
                .isEmpty();
        List<List<String>> memory = said.subList(1 + CASES, said.size() - 1);
        assertThat(memory).hasSize(2);
        assertThat(memory.get(1)).as("memory after 10,000 networks").isEqualTo(memory.get(0));
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> saidBy(Page page, int threads) {
        return (List<List<String>>) page.evaluate(RUN, threads);
    }

    private static void answerWithTheContract(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setPath(PROGRAM)
                .setHeaders(Map.of(
                        "Content-Type", "application/wasm",
                        "Cross-Origin-Embedder-Policy", "require-corp",
                        "Cross-Origin-Resource-Policy", "same-origin")));
    }
}
