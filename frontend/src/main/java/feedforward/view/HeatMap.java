package feedforward.view;

import feedforward.browser.Script;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.canvas.ImageData;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.typedarrays.Int8Array;

/** A square picture of values over the plane, one pixel a value, the top row first; style sheets scale it up. Mutable. */
public final class HeatMap {
    private final HTMLCanvasElement canvas;
    private final CanvasRenderingContext2D context;
    private byte[] rgba = {};
    private int side;

    public HeatMap(HTMLCanvasElement canvas) {
        this.canvas = canvas;
        context = (CanvasRenderingContext2D) canvas.getContext("2d");
    }

    /**
     * One column of a table of values: {@code low} and {@code high} get the full colours, what lies in the middle is paper.
     *
     * @param columns of the table, of which {@code column} is shown
     */
    public void diverging(float[] table, int columns, int column, float low, float high, HeatColours colours) {
        resize(table.length / columns);
        float middle = (low + high) / 2;
        float scale = high > low ? 2 / (high - low) : 0;
        for (int i = 0; i < side * side; i++) {
            set(i, colours.diverging((table[i * columns + column] - middle) * scale));
        }
        paint();
    }

    /** The likeliest class at each place, the paler the less certain, with a line where it changes. */
    public void classes(float[] probabilities, int classes, HeatColours colours) {
        resize(probabilities.length / classes);
        for (int i = 0; i < side * side; i++) {
            int label = likeliest(probabilities, i, classes);
            float certainty = (probabilities[i * classes + label] * classes - 1) / (classes - 1);
            Colour colour = colours.certainty(label, certainty);
            boolean edge = i % side > 0 && likeliest(probabilities, i - 1, classes) != label
                    || i >= side && likeliest(probabilities, i - side, classes) != label;
            set(i, edge ? colours.edge(colour) : colour);
        }
        paint();
    }

    private static int likeliest(float[] probabilities, int row, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (probabilities[row * classes + c] > probabilities[row * classes + best]) {
                best = c;
            }
        }
        return best;
    }

    private void resize(int pixels) {
        int fits = (int) Math.round(Math.sqrt(pixels));
        if (fits != side) {
            side = fits;
            canvas.setWidth(side);
            canvas.setHeight(side);
            rgba = new byte[4 * side * side];
        }
    }

    private void set(int pixel, Colour colour) {
        rgba[4 * pixel] = (byte) colour.red();
        rgba[4 * pixel + 1] = (byte) colour.green();
        rgba[4 * pixel + 2] = (byte) colour.blue();
        rgba[4 * pixel + 3] = (byte) 255;
    }

    private void paint() {
        context.putImageData(
                new ImageData(Script.script().bytesOf(Int8Array.copyFromJavaArray(rgba)), side, side), 0, 0);
    }
}
