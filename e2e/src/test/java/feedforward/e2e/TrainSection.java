package feedforward.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page's "Train it yourself": the form, the two computers and what they come to. */
final class TrainSection {
    private final Locator region;
    private final RunPanel here;
    private final RunPanel server;

    TrainSection(Page page) {
        region = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Train it yourself"));
        here = RunPanel.ofPage(page);
        server = RunPanel.ofServer(page);
    }

    /** The run in the page. */
    RunPanel here() {
        return here;
    }

    RunPanel server() {
        return server;
    }

    Locator network() {
        return region.getByLabel("Network");
    }

    Locator field(String label) {
        return region.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** What the form says is wrong with a field, where an assistive technology looks for it. */
    Locator errorOf(String label) {
        return region.page().locator("#" + field(label).getAttribute("aria-describedby"));
    }

    Locator button(String name) {
        return region.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What a visitor should know before the next run. */
    Locator notice() {
        return region.locator("[data-role=train-notice]");
    }

    Locator verdict() {
        return region.locator("[data-role=verdict]");
    }

    /** The rows of the table under a chart, which this opens; they come with the next frame. */
    Locator rowsUnder(String chart) {
        Locator figure = region.getByRole(AriaRole.FIGURE, new Locator.GetByRoleOptions().setName(chart));
        figure.getByText("Show as table").click();
        Locator rows = figure.getByRole(AriaRole.TABLE).locator("tbody").getByRole(AriaRole.ROW);
        rows.first().waitFor();
        return rows;
    }

    /** The rows of the tables that nobody has opened. */
    Locator hiddenRows() {
        return region.locator("details:not([open]) tbody tr");
    }

    /** Writes a short run into the form. */
    void fill(String epochs, String seed) {
        field("Epochs").fill(epochs);
        field("Seed").fill(seed);
    }
}
