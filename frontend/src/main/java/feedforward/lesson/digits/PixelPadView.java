package feedforward.lesson.digits;

import feedforward.course.NotebookDigits;
import feedforward.view.Elements;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.TextRectangle;

/** A picture of 28×28 pixels on which one is pointed at: by mouse, finger or arrow keys. */
final class PixelPadView {
    private static final int SIDE = NotebookDigits.SIDE;
    private static final int FAR = 7;

    private final HTMLElement marker;

    /** A row and a column, or how many of them to go on by. */
    interface Pointed {
        void at(int row, int column);
    }

    /**
     * @param role of the element that is pointed at; the marker's ends in "-marker"
     * @param to hears of a place
     * @param by hears of a move
     */
    PixelPadView(String role, Pointed to, Pointed by) {
        marker = Elements.role(role + "-marker");
        HTMLElement pad = Elements.role(role);
        Elements.on(pad, "pointermove", event -> point(pad, (MouseEvent) event, to));
        Elements.on(pad, "pointerdown", event -> point(pad, (MouseEvent) event, to));
        Elements.on(pad, "keydown", event -> key((KeyboardEvent) event, by));
    }

    void mark(int pixel) {
        int row = pixel / SIDE;
        int column = pixel % SIDE;
        marker.getStyle().setProperty("left", 100.0 * column / SIDE + "%");
        marker.getStyle().setProperty("top", 100.0 * row / SIDE + "%");
    }

    private static void point(HTMLElement pad, MouseEvent event, Pointed to) {
        TextRectangle box = pad.getBoundingClientRect();
        double column = SIDE * (event.getClientX() - box.getLeft()) / (double) box.getWidth();
        double row = SIDE * (event.getClientY() - box.getTop()) / (double) box.getHeight();
        to.at((int) Math.floor(row), (int) Math.floor(column));
    }

    private static void key(KeyboardEvent event, Pointed by) {
        if (Elements.isShortcut(event)) {
            return;
        }
        int step = event.isShiftKey() ? FAR : 1;
        switch (event.getKey()) {
            case "ArrowUp" -> by.at(-step, 0);
            case "ArrowDown" -> by.at(step, 0);
            case "ArrowLeft" -> by.at(0, -step);
            case "ArrowRight" -> by.at(0, step);
            default -> {
                return;
            }
        }
        event.preventDefault();
    }
}
