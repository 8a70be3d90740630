package feedforward.e2e;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** The page that measures: its form, its table, and the lines that other programs read. */
final class BenchPage {
    private final Page page;

    BenchPage(Page page) {
        this.page = page;
    }

    Locator workload(String id) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^" + id + " ")));
    }

    Locator server() {
        return page.getByLabel("Measure your server too");
    }

    Locator threads() {
        return page.getByLabel("Threads");
    }

    Locator seconds() {
        return page.getByLabel("Seconds per window");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link() {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Link to this measurement"));
    }

    /** The numbers of a row: this page's, the server's, how many times as fast the page is. */
    Locator cells(String row) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(row))
                .getByRole(AriaRole.CELL);
    }

    Locator trouble() {
        return page.locator("[data-role=bench-message]");
    }

    Locator notice() {
        return page.locator("[data-role=bench-notice]");
    }

    /** Its {@code data-state} says where the measurement is. */
    Locator result() {
        return page.locator("[data-role=bench-result]");
    }

    List<JsonObject> lines() {
        return result().textContent()
                .lines()
                .map(line -> Json.parse(line).asObject())
                .toList();
    }
}
