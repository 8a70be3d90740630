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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A classifier taken apart, as a student does it. The policy is lifted for axe alone. */
class EvaluationLessonTest {
    @RegisterExtension
    final Visitor visitor =
            new Visitor(new NewContextOptions().setBypassCSP(true).setViewportSize(1280, 800));

    @Test
    void theShippedNetworkIsWrongOnThirtySixDigits() {
        Page page = visitor.open("/course/evaluation");

        button(page, "The shipped network").press("Enter");

        assertThat(value(page, "evaluation-accuracy")).hasText("99.64 %");
        assertThat(value(page, "evaluation-wrong")).hasText("36");
        assertThat(value(page, "evaluation-error")).hasText("± 0.06 %");
        assertThat(value(page, "evaluation-set")).hasText("Worst mistakes first: 12 of 36");
        assertThat(value(page, "evaluation-weight-images").locator("li")).hasCount(16);
    }

    @Test
    void aStudentReadsTheMatrixOfANetworkTrainedHereByKeyboard() {
        Page page = visitor.open("/course/evaluation");
        button(page, "Train softmax, then judge").press("Enter");
        assertThat(value(page, "evaluation")).hasAttribute("data-state", "ready");
        int[][] counts = counts(page);
        int[] most = mostConfused(counts);

        pair(page, most[1], most[0]);
        assertThat(value(page, "judge-pair-answer")).hasAttribute("data-state", "wrong");
        pair(page, most[0], most[0]);
        assertThat(value(page, "judge-pair-answer")).containsText("on the diagonal");
        pair(page, most[0], most[1]);
        assertThat(value(page, "judge-pair-answer")).hasAttribute("data-state", "right");

        page.getByLabel("Digit", exactly()).fill(Integer.toString(weakest(counts)));
        button(page, "Check digit").press("Enter");
        assertThat(value(page, "judge-weakest-answer")).hasAttribute("data-state", "right");
        page.getByLabel("Points").fill("0.001");
        button(page, "Check points").press("Enter");
        assertThat(value(page, "judge-error-answer")).containsText("a hundred times that");
        page.getByLabel("Points").fill("0.1");
        button(page, "Check points").press("Enter");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Where it fails (done)")))
                .isVisible();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void aCellOpensItsImagesAndALinkOpensItAgain() {
        Page page = visitor.open("/course/evaluation?network=softmax");
        assertThat(value(page, "evaluation")).hasAttribute("data-state", "ready");
        Locator cells = page.locator("[data-role=evaluation-matrix] button");
        cells.nth(0).focus();
        for (String key : List.of("ArrowDown", "ArrowDown", "ArrowRight", "Enter")) {
            page.keyboard().press(key);
        }
        String count = cells.nth(21).textContent();
        assertThat(value(page, "evaluation-set")).hasText("2 taken for 1, the surest first: " + count);
        page.waitForURL("**cell=2-1");
        List<String> said = value(page, "evaluation-images").locator(".said").allTextContents();
        assertThat(said).hasSize(Integer.parseInt(count)).allMatch(text -> text.startsWith("said 1, "));

        Page other = visitor.open(page.url().substring(page.url().indexOf("/course")));

        assertThat(value(other, "evaluation-set")).hasText("2 taken for 1, the surest first: " + count);
        assertThat(value(other, "evaluation-images").locator(".said").allTextContents())
                .isEqualTo(said);
    }

    private static void pair(Page page, int actual, int answered) {
        page.getByLabel("It is", exactly()).fill(Integer.toString(actual));
        page.getByLabel("The answer was").fill(Integer.toString(answered));
        button(page, "Check pair").press("Enter");
    }

    private static int[][] counts(Page page) {
        List<String> cells =
                page.locator("[data-role=evaluation-matrix] button").allTextContents();
        int[][] counts = new int[10][10];
        int sum = 0;
        for (int i = 0; i < 100; i++) {
            counts[i / 10][i % 10] = Integer.parseInt(cells.get(i));
            sum += counts[i / 10][i % 10];
        }
        assertThat(sum).isEqualTo(10_000);
        return counts;
    }

    private static int[] mostConfused(int[][] counts) {
        int[] most = {0, 1};
        for (int i = 0; i < 100; i++) {
            if (i / 10 != i % 10 && counts[i / 10][i % 10] > counts[most[0]][most[1]]) {
                most = new int[] {i / 10, i % 10};
            }
        }
        return most;
    }

    private static int weakest(int[][] counts) {
        int weakest = 0;
        double least = 1;
        for (int c = 0; c < 10; c++) {
            int row = 0;
            for (int count : counts[c]) {
                row += count;
            }
            if (counts[c][c] / (double) row < least) {
                least = counts[c][c] / (double) row;
                weakest = c;
            }
        }
        return weakest;
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
