package feedforward.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Worker;
import java.util.List;

/** A page's training workers, without their helpers: these wait in WebAssembly, where they hear no script. */
final class Workers {
    private Workers() {}

    static List<Worker> of(Page page) {
        return page.workers().stream()
                .filter(worker -> worker.url().contains("/js/worker.js"))
                .toList();
    }
}
