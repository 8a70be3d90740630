package feedforward.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One of the two computers of "Train it yourself": its buttons by name, its values by their {@code data-role}. */
final class RunPanel {
    private final Locator article;
    private final String prefix;

    private RunPanel(Page page, String name, String prefix) {
        article = page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name));
        this.prefix = prefix;
    }

    static RunPanel ofPage(Page page) {
        return new RunPanel(page, "This page", "page");
    }

    static RunPanel ofServer(Page page) {
        return new RunPanel(page, "Your server", "server");
    }

    Locator button(String name) {
        return article.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** "Ready", "Training", "Paused", "Done", … */
    Locator state() {
        return value("state");
    }

    Locator message() {
        return article.getByRole(AriaRole.ALERT);
    }

    /** That a network of this run answers the drawings now. */
    Locator answers() {
        return value("answers");
    }

    Locator hash() {
        return value("hash");
    }

    Locator accuracy() {
        return value("accuracy");
    }

    /** Which figures are of an earlier step. */
    Locator figuresOf() {
        return value("figures-of");
    }

    /** "Step 12 of 938". */
    Locator progress() {
        return value("progress-text");
    }

    private Locator value(String role) {
        return article.locator("[data-role=" + prefix + "-" + role + "]");
    }
}
