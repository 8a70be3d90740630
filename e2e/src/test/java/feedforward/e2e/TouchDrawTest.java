package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import feedforward.e2e.DrawFigure.Box;
import feedforward.e2e.Skeleton.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a finger and a pen on a telephone; Chromium gets real touches, so it may scroll where the page lets it. */
class TouchDrawTest {
    private static final List<Point> SEVEN =
            List.of(new Point(8, 5), new Point(14, 5), new Point(20, 5), new Point(16, 14), new Point(12, 23));

    @RegisterExtension
    final Visitor visitor = new Visitor(new NewContextOptions()
            .setViewportSize(390, 844)
            .setDeviceScaleFactor(2)
            .setIsMobile(true)
            .setHasTouch(true));

    @Test
    void aFingerDrawsAndDoesNotScroll() {
        Page page = visitor.open();
        DrawFigure draw = new DrawFigure(page);
        draw.paper().scrollIntoViewIfNeeded();
        Object scrolled = page.evaluate("scrollY");
        CDPSession chromium = page.context().newCDPSession(page);
        Box box = draw.box();

        touch(chromium, "touchStart", box.onScreen(SEVEN.get(0)));
        SEVEN.forEach(point -> touch(chromium, "touchMove", box.onScreen(point)));
        JsonObject lifted = new JsonObject();
        lifted.addProperty("type", "touchEnd");
        lifted.add("touchPoints", new JsonArray());
        chromium.send("Input.dispatchTouchEvent", lifted);

        assertThat(draw.status()).hasText(DrawFigure.ANSWER);
        assertThat(draw.status()).containsText("7, with");
        assertThat(page.evaluate("scrollY")).isEqualTo(scrolled);
    }

    @Test
    void aPenDraws() {
        Page page = visitor.open();
        DrawFigure draw = new DrawFigure(page);
        draw.paper().scrollIntoViewIfNeeded();
        CDPSession chromium = page.context().newCDPSession(page);
        Box box = draw.box();

        pen(chromium, "mousePressed", box.onScreen(SEVEN.get(0)));
        SEVEN.forEach(point -> pen(chromium, "mouseMoved", box.onScreen(point)));
        pen(chromium, "mouseReleased", box.onScreen(SEVEN.get(SEVEN.size() - 1)));

        assertThat(draw.status()).hasText(DrawFigure.ANSWER);
        assertThat(draw.status()).containsText("7, with");
    }

    private static void touch(CDPSession chromium, String type, Point place) {
        JsonArray fingers = new JsonArray();
        fingers.add(at(place));
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", fingers);
        chromium.send("Input.dispatchTouchEvent", event);
    }

    private static void pen(CDPSession chromium, String type, Point place) {
        JsonObject event = at(place);
        event.addProperty("type", type);
        event.addProperty("pointerType", "pen");
        event.addProperty("button", "left");
        event.addProperty("buttons", type.equals("mouseReleased") ? 0 : 1);
        event.addProperty("clickCount", 1);
        chromium.send("Input.dispatchMouseEvent", event);
    }

    private static JsonObject at(Point place) {
        JsonObject json = new JsonObject();
        json.addProperty("x", place.x());
        json.addProperty("y", place.y());
        return json;
    }
}
