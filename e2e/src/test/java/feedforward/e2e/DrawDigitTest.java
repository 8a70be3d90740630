package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import feedforward.e2e.DrawFigure.Box;
import feedforward.e2e.Skeleton.Point;
import feedforward.e2e.TestDigits.Digit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DrawDigitTest {
    private static final String NOTHING_DRAWN = "Draw a digit from 0 to 9";
    private static final String[] NO_GUESS = {"0–", "1–", "2–", "3–", "4–", "5–", "6–", "7–", "8–", "9–"};

    private static final List<Point> STEM = List.of(new Point(20, 5), new Point(16, 14), new Point(12, 23));
    private static final List<Point> TOP_BAR = List.of(new Point(8, 5), new Point(14, 5), new Point(20, 5));

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void aFirstVisitReadsRealTestDigitsDrawnByMouse() {
        DrawFigure draw = new DrawFigure(visitor.open());
        TestDigits digits = new TestDigits(visitor.address());

        List<String> wrong = new ArrayList<>();
        for (Digit digit : digits.firstOfEachClass(2)) {
            draw.draw(Skeleton.strokes(digit.image()));
            assertThat(draw.status()).hasText(DrawFigure.ANSWER);
            String answer = draw.status().innerText();
            if (!answer.startsWith(digit.label() + ",")) {
                wrong.add("test image " + digit.index() + ", a " + digit.label() + ": read as " + answer);
            }
            draw.button("Clear").click();
            assertThat(draw.status()).hasText(NOTHING_DRAWN);
        }

        assertThat(wrong).as("of 20 digits").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aPlainSevenIsSeen() {
        DrawFigure draw = new DrawFigure(visitor.open());

        draw.draw(List.of(TOP_BAR, STEM));

        assertThat(draw.status()).hasText(DrawFigure.ANSWER);
        assertThat(draw.status()).containsText("7, with");
        assertThat(draw.probabilities().nth(7)).hasAttribute("data-state", "top");
    }

    @Test
    void aDotShowsOnTheCanvas() {
        Page page = visitor.open();
        DrawFigure draw = new DrawFigure(page);
        assertThat(draw.status()).hasText(NOTHING_DRAWN);
        Point middle = draw.box().onScreen(new Point(14, 14));
        page.mouse().click(middle.x(), middle.y());
        assertThat(draw.status()).hasText(DrawFigure.ANSWER);

        Object painted = page.locator("[data-role=draw-canvas]")
                .evaluate("c => new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)"
                        + ".filter(pixel => pixel !== 0).length");

        assertThat(((Number) painted).intValue()).isGreaterThan(100);
    }

    @Test
    void probabilitiesMoveWhileTheStrokeIsDrawn() {
        Page page = visitor.open();
        DrawFigure draw = new DrawFigure(page);
        assertThat(draw.status()).hasText(NOTHING_DRAWN);
        Box box = draw.box();

        Point start = box.onScreen(new Point(8, 5));
        page.mouse().move(start.x(), start.y());
        page.mouse().down();
        moveTo(page, box.onScreen(new Point(20, 5)));
        assertThat(draw.probabilities().first()).containsText("%");
        List<String> ofTheBar = draw.probabilities().allTextContents();
        assertThat(sum(draw)).isCloseTo(100, within(0.6)); // ten values, each rounded to 0.1

        moveTo(page, box.onScreen(new Point(12, 23)));
        assertThat(draw.probabilities()).not().hasText(ofTheBar.toArray(String[]::new));
        assertThat(sum(draw)).isCloseTo(100, within(0.6));

        page.mouse().up();
        assertThat(draw.status()).hasText(DrawFigure.ANSWER);
    }

    @Test
    void anEmptyCanvasGivesNoGuess() {
        DrawFigure draw = new DrawFigure(visitor.open());

        assertThat(draw.status()).hasText(NOTHING_DRAWN);
        assertThat(draw.answer()).isEmpty();
        assertThat(draw.probabilities()).hasText(NO_GUESS);
        assertThat(draw.button("Undo")).isDisabled();
        assertThat(draw.button("Clear")).isDisabled();
    }

    @Test
    void undoTakesBackOneStrokeAndClearAll() {
        DrawFigure draw = new DrawFigure(visitor.open());
        undoAndClear(
                draw,
                () -> draw.button("Undo").click(),
                () -> draw.button("Clear").click());
    }

    @Test
    void undoAndClearHaveKeys() {
        DrawFigure draw = new DrawFigure(visitor.open());
        undoAndClear(draw, () -> draw.paper().press("u"), () -> draw.paper().press("c"));
        undoAndClear(
                draw, () -> draw.paper().press("Backspace"), () -> draw.paper().press("Shift+C"));
    }

    private static void undoAndClear(DrawFigure draw, Runnable undo, Runnable clear) {
        draw.draw(List.of(TOP_BAR));
        assertThat(draw.status()).hasText(DrawFigure.ANSWER);
        String[] ofTheBar = draw.probabilities().allTextContents().toArray(String[]::new);
        draw.draw(List.of(STEM));
        assertThat(draw.status()).containsText("7, with");

        undo.run();
        assertThat(draw.probabilities()).hasText(ofTheBar);
        clear.run();
        assertThat(draw.status()).hasText(NOTHING_DRAWN);
        assertThat(draw.probabilities()).hasText(NO_GUESS);

        draw.draw(List.of(TOP_BAR));
        assertThat(draw.probabilities()).hasText(ofTheBar);
        undo.run();
        assertThat(draw.status()).hasText(NOTHING_DRAWN);
        assertThat(draw.button("Undo")).isDisabled();
    }

    private static void moveTo(Page page, Point place) {
        page.mouse().move(place.x(), place.y());
    }

    private static double sum(DrawFigure draw) {
        return draw.probabilities().allTextContents().stream()
                .mapToDouble(row ->
                        Double.parseDouble(row.substring(1).replace("%", "").trim()))
                .sum();
    }
}
