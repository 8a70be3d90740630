package feedforward.lesson.digits;

import feedforward.course.NotebookDigits;
import feedforward.view.Colour;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** The 784 values of an image side by side, as the array has them. */
final class StripView {
    private static final int HEIGHT = 24;

    private final CanvasRenderingContext2D context;

    StripView(HTMLCanvasElement canvas) {
        canvas.setWidth(NotebookDigits.PIXELS);
        canvas.setHeight(HEIGHT);
        context = (CanvasRenderingContext2D) canvas.getContext("2d");
    }

    void paint(float[] x) {
        context.clearRect(0, 0, x.length, HEIGHT);
        context.setFillStyle(Colour.css("--data"));
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                context.setGlobalAlpha(x[i]);
                context.fillRect(i, 0, 1, HEIGHT);
            }
        }
        context.setGlobalAlpha(1);
    }
}
