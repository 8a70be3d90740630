package feedforward.data;

import java.util.Optional;

/**
 * A drawing prepared as the MNIST digits were: 28×28 pixels in [0, 1], 0 paper and 1 ink, before the training
 * normalisation.
 *
 * <p>A network trained on MNIST has only ever seen digits whose longest side is 20 pixels, whose pen is about w = 2.5
 * pixels wide, whose brightest pixel is 1, and whose centre of mass lies in [14, 15)² (the centre of pixel i being at
 * i + ½). So, with the centre lines' bounding box W×H in canvas sides:
 *
 * <ol>
 *   <li>scale: s = (20 − w) / max(W, H, {@value #SMALLEST_EXTENT}), the same for both axes, and centre the bounding box
 *       in a box of 20×20 pixels. The pen adds w/2 on either side, so the ink's longest side is 20. The last term keeps
 *       the jitter of a dot from being blown up to the size of a digit;
 *   <li>render: each pixel has {@value #GRID}×{@value #GRID} samples; one is inked when it lies within w/2 of a segment
 *       of a stroke. n[i,j] is a pixel's number of inked samples;
 *   <li>normalise: v[i,j] = n[i,j] / max n;
 *   <li>centre: the row of the centre of mass is b = Σ (i + ½)·n[i,j] / Σ n[i,j], and the box is pasted ⌈14 − b⌉ rows
 *       down, so that b lands in [14, 15); columns alike. An offset outside 0…8 would cut ink off and becomes 0 or 8
 *       (no MNIST digit needs one).
 * </ol>
 *
 * <p>Immutable. Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits", and the measured
 * properties of its 10,000 test images.
 */
public final class DigitImage {
    /** Rows and columns of the image. */
    public static final int SIDE = 28;

    private static final int BOX = 20;
    private static final float PEN_WIDTH = 2.5f;
    private static final float SMALLEST_EXTENT = 0.05f;
    private static final int GRID = 6;
    private static final int SAMPLES = BOX * GRID;

    private final float[] pixels;

    private DigitImage(float[] pixels) {
        this.pixels = pixels;
    }

    /** The image of a drawing, or nothing where nothing was drawn. */
    public static Optional<DigitImage> of(Drawing drawing) {
        if (drawing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(paste(inkPerPixel(render(drawing))));
    }

    /** The 784 pixels, row by row; a copy. */
    public float[] pixels() {
        return pixels.clone();
    }

    /** The pixel in {@code row} 0…27 from the top and {@code column} 0…27 from the left. */
    public float pixel(int row, int column) {
        return pixels[row * SIDE + column];
    }

    /** Which samples of the 20×20 box are inked, row by row. */
    private static boolean[] render(Drawing drawing) {
        Frame frame = Frame.around(drawing);
        boolean[] inked = new boolean[SAMPLES * SAMPLES];
        for (Stroke stroke : drawing.strokes()) {
            float x = frame.column(stroke.x(0));
            float y = frame.row(stroke.y(0));
            inkSegment(inked, x, y, x, y);
            for (int point = 1; point < stroke.size(); point++) {
                float nextX = frame.column(stroke.x(point));
                float nextY = frame.row(stroke.y(point));
                inkSegment(inked, x, y, nextX, nextY);
                x = nextX;
                y = nextY;
            }
        }
        return inked;
    }

    /**
     * Inks the samples within the pen's radius r of the segment from a to b, all in samples: a sample p projects to
     * t = (p − a)·(b − a) / |b − a|², clamped to [0, 1], and is inked when |p − a − t·(b − a)|² ≤ r².
     *
     * <p>Only the segment's own bounding box is visited, and samples already inked are skipped, so that a long drawing
     * of many short segments stays cheap.
     */
    private static void inkSegment(boolean[] inked, float ax, float ay, float bx, float by) {
        float radius = PEN_WIDTH / 2 * GRID;
        float dx = bx - ax;
        float dy = by - ay;
        float lengthSquared = dx * dx + dy * dy;
        float perLengthSquared = lengthSquared > 0 ? 1 / lengthSquared : 0;
        int left = Math.max(0, (int) (Math.min(ax, bx) - radius));
        int right = Math.min(SAMPLES - 1, (int) (Math.max(ax, bx) + radius));
        int top = Math.max(0, (int) (Math.min(ay, by) - radius));
        int bottom = Math.min(SAMPLES - 1, (int) (Math.max(ay, by) + radius));
        for (int row = top; row <= bottom; row++) {
            float py = row + 0.5f - ay;
            for (int column = left; column <= right; column++) {
                int sample = row * SAMPLES + column;
                if (inked[sample]) {
                    continue;
                }
                float px = column + 0.5f - ax;
                float t = Math.max(0, Math.min(1, (px * dx + py * dy) * perLengthSquared));
                float offX = px - t * dx;
                float offY = py - t * dy;
                inked[sample] = offX * offX + offY * offY <= radius * radius;
            }
        }
    }

    /** n[i,j]: the inked samples of each pixel of the box. */
    private static int[] inkPerPixel(boolean[] inked) {
        int[] ink = new int[BOX * BOX];
        for (int row = 0; row < SAMPLES; row++) {
            for (int column = 0; column < SAMPLES; column++) {
                if (inked[row * SAMPLES + column]) {
                    ink[row / GRID * BOX + column / GRID]++;
                }
            }
        }
        return ink;
    }

    private static DigitImage paste(int[] ink) {
        int most = 0;
        for (int n : ink) {
            most = Math.max(most, n);
        }
        int down = offset(ink, BOX, 1);
        int right = offset(ink, 1, BOX);
        float[] pixels = new float[SIDE * SIDE];
        for (int row = 0; row < BOX; row++) {
            for (int column = 0; column < BOX; column++) {
                pixels[(row + down) * SIDE + column + right] = (float) ink[row * BOX + column] / most;
            }
        }
        return new DigitImage(pixels);
    }

    /**
     * ⌈14 − b⌉ where b = Σ (2i + 1)·n / 2·Σ n, in whole numbers, so that a symmetric drawing never lands on either side
     * by a rounding error.
     *
     * @param major distance in {@code ink} between neighbours along the axis whose offset is asked for
     * @param minor distance between neighbours along the other axis
     */
    private static int offset(int[] ink, int major, int minor) {
        int total = 0;
        int moment = 0;
        for (int i = 0; i < BOX; i++) {
            for (int j = 0; j < BOX; j++) {
                int n = ink[i * major + j * minor];
                total += n;
                moment += (2 * i + 1) * n;
            }
        }
        int offset = -Math.floorDiv(moment - 28 * total, 2 * total);
        return Math.max(0, Math.min(SIDE - BOX, offset));
    }

    /** From the canvas's units to the samples of the box: column = scale·(x − centreX) + the middle of the box. */
    private record Frame(float centreX, float centreY, float scale) {
        static Frame around(Drawing drawing) {
            float left = Float.POSITIVE_INFINITY;
            float right = Float.NEGATIVE_INFINITY;
            float top = Float.POSITIVE_INFINITY;
            float bottom = Float.NEGATIVE_INFINITY;
            for (Stroke stroke : drawing.strokes()) {
                for (int point = 0; point < stroke.size(); point++) {
                    left = Math.min(left, stroke.x(point));
                    right = Math.max(right, stroke.x(point));
                    top = Math.min(top, stroke.y(point));
                    bottom = Math.max(bottom, stroke.y(point));
                }
            }
            float extent = Math.max(SMALLEST_EXTENT, Math.max(right - left, bottom - top));
            return new Frame((left + right) / 2, (top + bottom) / 2, (BOX - PEN_WIDTH) * GRID / extent);
        }

        float column(float x) {
            return (x - centreX) * scale + SAMPLES / 2f;
        }

        float row(float y) {
            return (y - centreY) * scale + SAMPLES / 2f;
        }
    }
}
