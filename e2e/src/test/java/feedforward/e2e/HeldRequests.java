package feedforward.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** Requests of a page that wait until they are let go. */
final class HeldRequests {
    private final Page page;
    private final String url;
    private final List<Route> held = new ArrayList<>();

    /** @param url a pattern, as Playwright's */
    HeldRequests(Page page, String url) {
        this.page = page;
        this.url = url;
        page.route(url, held::add);
    }

    /** Waits for the first; those that come later are not held any more. */
    void letGo() {
        page.waitForCondition(() -> !held.isEmpty());
        page.unroute(url);
        held.forEach(Route::resume);
    }
}
