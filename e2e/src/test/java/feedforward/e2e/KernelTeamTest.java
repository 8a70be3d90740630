package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Worker;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The threads of the page's kernels, by the words of their memory that team.ts names. */
class KernelTeamTest {
    /** Keeps the memory that the kernels get, where a test can reach it. */
    private static final String KEEPS_MEMORY = """
            const { memory } = FeedforwardKernels;
            FeedforwardKernels.memory = (shared) => globalThis.kernelMemory = memory(shared);
            """;

    /**
     * Adds A·B to C on two threads, with A and B of ones, and wakes the only helper when it sleeps; that it sleeps once more is
     * seen by waking it again. Then C's values, of which each is the sum's length.
     */
    private static final String WAKE_AFTER_A_PRODUCT = """
            () => {
              const { allocate, gemm, read, useThreads, write } = FeedforwardKernels.exports;
              const FORK = 64 / 4;
              const words = new Int32Array(kernelMemory.buffer);
              function wake() {
                const end = Date.now() + 10_000;
                while (Atomics.notify(words, FORK) === 0) {
                  if (Date.now() > end) {
                    throw new Error("the helper never sleeps");
                  }
                }
              }
              const size = 32;
              const [a, b, c] = [1, 1, 0].map((value) => {
                const matrix = allocate(4 * size * size);
                for (let i = 0; i < size * size; i++) {
                  write(matrix + 4 * i, value);
                }
                return matrix;
              });
              useThreads(2, 1);
              gemm(size, size, size, false, false, true, false, a, b, c);
              wake();
              wake();
              return Array.from({ length: size * size }, (none, i) => read(c + 4 * i));
            }
            """;

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aHelperThatIsWokenForNothingDoesNotWorkTwice() {
        Page page = visitor.tab();
        page.route("**/js/kernels.js", KernelTeamTest::answerWithMemoryKept);
        visitor.visit(page, "/bench?cores=2");
        assumeThat((int) page.evaluate("navigator.hardwareConcurrency")).isGreaterThan(1);
        Worker worker = Workers.of(page).get(0);

        List<?> product = (List<?>) worker.evaluate(WAKE_AFTER_A_PRODUCT);

        assertThat(product).hasSize(32 * 32).allMatch(value -> value.equals(32));
    }

    @Test
    void aPageThatIsHiddenAsksNoHelper() {
        Page page = visitor.tab();
        page.route("**/js/kernels.js", KernelTeamTest::answerWithMemoryKept);
        visitor.visit(page);
        assumeThat((int) page.evaluate("navigator.hardwareConcurrency")).isGreaterThan(1);

        int shown = forksAfterStep(page, 1);
        Browsers.hide(page, true);
        int hidden = forksAfterStep(page, 2);
        Browsers.hide(page, false);

        assertThat(hidden).isEqualTo(shown);
        assertThat(forksAfterStep(page, 3)).isGreaterThan(hidden);
    }

    /** The fork's number once the page's run has made its next step, which is this one. */
    private static int forksAfterStep(Page page, int step) {
        RunPanel here = RunPanel.ofPage(page);
        here.button("Step").click();
        assertThat(here.progress()).hasText(Pattern.compile("Step " + step + " .*"));
        return (int) Workers.of(page).get(0).evaluate("Atomics.load(new Int32Array(kernelMemory.buffer), 64 / 4)");
    }

    private static void answerWithMemoryKept(Route route) {
        APIResponse answer = route.fetch();
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(answer.text() + KEEPS_MEMORY));
    }
}
