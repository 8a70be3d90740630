package feedforward.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What is on every lesson's page. */
final class LessonPage {
    private LessonPage() {}

    /** The button of just this name. */
    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the lesson's program fills in. */
    static Locator value(Page page, String role) {
        return page.locator("[data-role=" + role + "]");
    }
}
