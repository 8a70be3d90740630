package feedforward.draw;

import feedforward.data.DigitImage;
import feedforward.data.Drawing;
import feedforward.data.Stroke;
import feedforward.view.Colour;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.PixelImage;
import java.util.Optional;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** Shows the drawing, the pixels the network sees, its ten probabilities and its answer. */
final class DrawView {
    /** The pen's width, as a share of the canvas: that of a digit drawn to fill most of it. */
    private static final double PEN = 0.07;

    private final HTMLCanvasElement canvas = (HTMLCanvasElement) Elements.role("draw-canvas");
    private final CanvasRenderingContext2D context = (CanvasRenderingContext2D) canvas.getContext("2d");
    private final PixelImage sees = new PixelImage((HTMLCanvasElement) Elements.role("draw-sees"), DigitImage.SIDE);

    void show(DrawState state) {
        Optional<DigitImage> image = state.image();
        paint(state.drawing());
        sees.paintInk(image.map(DigitImage::pixels).orElseGet(() -> new float[DigitImage.SIDE * DigitImage.SIDE]));
        Elements.enabled(Elements.role("draw-undo"), !state.drawing().isEmpty());
        Elements.enabled(Elements.role("draw-clear"), !state.drawing().isEmpty());
        state.network()
                .flatMap(network -> image.map(network::probabilities))
                .ifPresentOrElse(values -> answer(values, state.penDown()), () -> noAnswer(state));
    }

    private void paint(Drawing drawing) {
        double side = canvas.getWidth();
        context.clearRect(0, 0, side, side);
        context.setLineWidth(PEN * side);
        context.setLineCap("round");
        context.setLineJoin("round");
        context.setStrokeStyle(Colour.css("--data"));
        for (Stroke stroke : drawing.strokes()) {
            context.beginPath();
            // Of a stroke without length, a dot, the canvas would show nothing.
            context.moveTo(stroke.x(0) * side - 0.01, stroke.y(0) * side);
            for (int point = 0; point < stroke.size(); point++) {
                context.lineTo(stroke.x(point) * side, stroke.y(point) * side);
            }
            context.stroke();
        }
    }

    private static void answer(float[] probabilities, boolean penDown) {
        int best = 0;
        for (int digit = 0; digit < probabilities.length; digit++) {
            best = probabilities[digit] > probabilities[best] ? digit : best;
        }
        Elements.state(Elements.role("draw"), "drawn");
        Elements.text("draw-answer", Integer.toString(best));
        for (int digit = 0; digit < probabilities.length; digit++) {
            bar(digit, probabilities[digit], digit == best);
        }
        if (!penDown) {
            Elements.text("draw-status", best + ", with " + Numbers.percent(probabilities[best]));
        }
    }

    private static void noAnswer(DrawState state) {
        Elements.state(Elements.role("draw"), state.drawing().isEmpty() ? "empty" : "unread");
        Elements.text("draw-answer", "");
        Elements.text("draw-status", instead(state));
        for (int digit = 0; digit < Recogniser.CLASSES; digit++) {
            bar(digit, 0, false);
            Elements.text("probability-value-" + digit, "–");
        }
    }

    /** What stands in the answer's place. */
    private static String instead(DrawState state) {
        if (state.networkState() == DrawState.Network.FAILED) {
            return "No network is there to read it";
        }
        return state.drawing().isEmpty() ? "Draw a digit from 0 to 9" : "Loading the network…";
    }

    private static void bar(int digit, float probability, boolean best) {
        HTMLElement row = Elements.role("probability-" + digit);
        row.getStyle().setProperty("--value", Numbers.fixed(probability, 4));
        Elements.state(row, best ? "top" : "rest");
        HTMLElement value = Elements.role("probability-value-" + digit);
        Elements.text(value, Numbers.fixed(probability * 100, 1) + " %");
        Elements.attribute(value, "title", Double.toString(probability));
    }
}
