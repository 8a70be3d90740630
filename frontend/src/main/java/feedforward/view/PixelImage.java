package feedforward.view;

import feedforward.browser.Script;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.canvas.ImageData;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.typedarrays.Int8Array;

/** A square image of values on a canvas, one pixel a value; style sheets scale it up. */
public final class PixelImage {
    private final CanvasRenderingContext2D context;
    private final int side;

    /** @param side the number of rows and columns, which the canvas takes on */
    public PixelImage(HTMLCanvasElement canvas, int side) {
        this.side = side;
        canvas.setWidth(side);
        canvas.setHeight(side);
        context = (CanvasRenderingContext2D) canvas.getContext("2d");
    }

    /** Ink on paper: 0 is the paper's colour, 1 the ink's. */
    public void paintInk(float[] values) {
        Colour paper = Colour.token("--paper");
        Colour ink = Colour.token("--data");
        paint(values, 0, value -> paper.towards(ink, value));
    }

    /**
     * Against and for: −limit is the model's blue, 0 the paper, +limit the data's orange.
     *
     * @param from where the image begins in {@code values}
     */
    public void paintDiverging(float[] values, int from, float limit, HeatColours colours) {
        float scale = limit == 0 ? 0 : 1 / limit;
        paint(values, from, value -> colours.diverging(value * scale));
    }

    private void paint(float[] values, int from, Palette palette) {
        byte[] rgba = new byte[side * side * 4];
        for (int i = 0; i < side * side; i++) {
            Colour colour = palette.colour(values[from + i]);
            rgba[4 * i] = (byte) colour.red();
            rgba[4 * i + 1] = (byte) colour.green();
            rgba[4 * i + 2] = (byte) colour.blue();
            rgba[4 * i + 3] = (byte) 255;
        }
        context.putImageData(
                new ImageData(Script.script().bytesOf(Int8Array.copyFromJavaArray(rgba)), side, side), 0, 0);
    }

    private interface Palette {
        Colour colour(float value);
    }
}
