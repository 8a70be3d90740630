package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static feedforward.e2e.LessonPage.button;
import static feedforward.e2e.LessonPage.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlaygroundLessonTest {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @RegisterExtension
    final Visitor visitor = new Visitor(new NewContextOptions().setBypassCSP(true));

    @Test
    void aStudentSolvesBothExercisesByKeyboardAndTheContentsSayDone() {
        Page page = visitor.open("/course/playground");
        page.getByLabel("Begin with").selectOption("All weights 0.1");
        assertThat(value(page, "playground-health"))
                .containsText("All 8 units of hidden layer 1 have the same weights.");
        assertThat(value(page, "playground-health")).containsText("Way out: Start from random weights");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.getByLabel("Different units").fill("8");
        button(page, "Check").press("Enter");
        assertThat(value(page, "playground-copies-answer")).containsText("compare their heat maps");
        page.getByLabel("Different units").fill("1");
        button(page, "Check").press("Enter");
        assertThat(value(page, "playground-copies-answer")).hasAttribute("data-state", "right");

        page.getByLabel("Begin with").selectOption("Spiral: 16 and 16 ReLU, Adam");
        button(page, "Check the network above").press("Enter");
        assertThat(value(page, "playground-spiral-answer")).containsText("has not learned yet");
        button(page, "Train").press("Enter");
        assertThat(value(page, "playground-test-accuracy")).hasText(Pattern.compile("(99\\.\\d|100\\.0) %"));
        button(page, "Pause").press("Enter");
        button(page, "Check the network above").press("Enter");
        assertThat(value(page, "playground-spiral-answer")).containsText("follows both arms");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Playground (done)")))
                .isVisible();
    }

    @Test
    void aCopiedLinkReplaysPointsAndWeightsThatWereChangedByHand() {
        Page page = visitor.open("/course/playground");
        page.getByLabel("Set", new Page.GetByLabelOptions().setExact(true)).selectOption("Your own");
        assertThat(value(page, "playground-message")).containsText("Draw at least five points");
        page.getByLabel("Your points as CSV").fill("x,y,class\n-2,1,0\n-1,2,0\n-3,-1,0\n2,1,1\n1,-2,1");
        button(page, "Use this CSV").press("Enter");
        page.getByLabel("The pen draws").selectOption("class 1");
        value(page, "playground-points").click();
        assertThat(page.getByLabel("Your points as CSV")).hasValue(Pattern.compile("1\\.0,-2\\.0,1\\n.+,.+,1\\n$"));
        button(page, "Step").press("Enter");
        Locator weight =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("weight x₁ → a₁")));
        weight.press("Enter");
        Locator typed = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Weight x₁ → a₁"));
        typed.fill("2.5");
        typed.press("Enter");
        assertThat(value(page, "playground-chosen-value")).hasText("now 2.5000");
        page.getByLabel("Learning rate").selectOption("0.3");
        button(page, "Step").press("Enter");
        assertThat(value(page, "playground-steps")).hasText("2");
        page.waitForURL("**/course/playground?*step=2");
        String hash = value(page, "playground-hash").textContent();

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "playground-steps")).hasText("2");
        assertThat(value(other, "playground-hash")).hasText(hash);
        assertThat(hash).matches(HASH);
        assertThat(other.getByLabel("Learning rate")).hasValue("0.3");
    }

    @Test
    void ownPointsAreDrawnByKeyboardAlone() {
        Page page = visitor.open("/course/playground?data=own");
        Locator plane = value(page, "playground-points");
        plane.press("Shift+ArrowRight");
        plane.press("Enter");
        page.getByLabel("The pen draws").selectOption("class 1");
        plane.press("ArrowUp");
        plane.press("Space");

        assertThat(page.getByLabel("Your points as CSV")).hasValue("x,y,class\n1.0,0.0,0\n1.0,0.25,1\n");
        assertThat(value(page, "playground-cursor")).hasText("Pen at x₁ = 1.00, x₂ = 0.25");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void unitsAreShownLargeAndLayersComeAndGo() {
        Page page = visitor.open("/course/playground");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("unit b₂"))
                .focus();
        assertThat(value(page, "playground-plane-title")).containsText("What b₂ gives");

        button(page, "More layers").press("Enter");
        button(page, "More units in layer 3").press("Enter");
        page.getByLabel("Activation of layer 3").selectOption("ReLU");

        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("unit c₃")))
                .hasCount(1);
        page.waitForURL("**/course/playground?*3_relu*");
    }

    @Test
    void sixSigmoidLayersLearnNothingAndThePageSaysWhy() {
        Page page = visitor.open(
                "/course/playground?layers=8_sigmoid.8_sigmoid.8_sigmoid.8_sigmoid.8_sigmoid.8_sigmoid&rate=0.1&step=1000");

        assertThat(value(page, "playground-steps")).hasText("1,000");
        assertThat(value(page, "playground-health")).containsText("at most 1/4");
        assertThat(value(page, "playground-test-accuracy")).hasText("50.0 %");
    }
}
