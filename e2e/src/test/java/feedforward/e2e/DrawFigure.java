package feedforward.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import feedforward.data.Drawing;
import feedforward.e2e.Skeleton.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The page's "Draw a digit": paper, tools and answers, as a visitor finds them. */
final class DrawFigure {
    /** What stands there once the pen is up: "7, with 99.98 %". */
    static final Pattern ANSWER = Pattern.compile("\\d, with \\d+\\.\\d\\d %");

    private static final double SIDE = 28;
    /** Each move of the mouse takes a frame of the browser's; a skeleton's points lie half a pixel apart. */
    private static final int HOP = 4;

    private final Page page;
    private final Locator region;

    DrawFigure(Page page) {
        this.page = page;
        region = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Draw a digit"));
    }

    Locator paper() {
        return region.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("You draw"));
    }

    Locator button(String name) {
        return region.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return region.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    Locator status() {
        return region.getByRole(AriaRole.STATUS);
    }

    /** The large digit; for the eye, as the status says it too. */
    Locator answer() {
        return region.locator("[data-role=draw-answer]");
    }

    /** The ten rows of digit and probability. */
    Locator probabilities() {
        return region.getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("Probability of each digit"))
                .getByRole(AriaRole.LISTITEM);
    }

    Locator fileField() {
        return region.getByLabel("Load weights…");
    }

    /** Why a network could not be had. */
    Locator error() {
        return region.getByRole(AriaRole.ALERT);
    }

    /** One of the facts about the network that answers, by its {@code data-role}. */
    Locator network(String fact) {
        return region.locator("[data-role=network-" + fact + "]");
    }

    /**
     * Draws with the mouse, a stroke after the other; 28 of a point's units are the paper's side.
     *
     * @return what the page must have taken down
     */
    Drawing draw(List<List<Point>> strokes) {
        paper().scrollIntoViewIfNeeded();
        Box box = box();
        Drawing drawing = Drawing.empty();
        for (List<Point> stroke : strokes) {
            Point start = box.onScreen(stroke.get(0));
            page.mouse().move(start.x(), start.y());
            page.mouse().down();
            drawing = drawing.penDown(box.shareX(start), box.shareY(start));
            for (Point point : coarse(stroke)) {
                Point place = box.onScreen(point);
                page.mouse().move(place.x(), place.y());
                drawing = drawing.penTo(box.shareX(place), box.shareY(place));
            }
            page.mouse().up();
        }
        return drawing;
    }

    /** Where the paper lies in the window. */
    Box box() {
        List<?> sides = (List<?>)
                paper().evaluate(
                                "paper => { const box = paper.getBoundingClientRect(); return [box.left, box.top, box.width, box.height]; }");
        double[] values = sides.stream()
                .mapToDouble(side -> ((Number) side).doubleValue())
                .toArray();
        return new Box(values[0], values[1], values[2], values[3]);
    }

    private static List<Point> coarse(List<Point> stroke) {
        List<Point> points = new ArrayList<>();
        for (int k = HOP; k < stroke.size() - 1; k += HOP) {
            points.add(stroke.get(k));
        }
        points.add(stroke.get(stroke.size() - 1));
        return points;
    }

    /** The paper in the window, in CSS pixels. */
    record Box(double left, double top, double width, double height) {
        /** A whole CSS pixel, as a mouse points at. */
        Point onScreen(Point point) {
            return new Point(Math.rint(left + point.x() / SIDE * width), Math.rint(top + point.y() / SIDE * height));
        }

        private float shareX(Point place) {
            return (float) ((place.x() - left) / width);
        }

        private float shareY(Point place) {
            return (float) ((place.y() - top) / height);
        }
    }
}
