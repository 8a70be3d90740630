package feedforward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.DigitImage;
import feedforward.data.Drawing;
import feedforward.e2e.Skeleton.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkeletonTest {
    @Test
    void blankPaperHasNoStrokes() {
        assertThat(Skeleton.strokes(new byte[784])).isEmpty();
    }

    @Test
    void aBarIsOneStrokeAlongItsMiddle() {
        byte[] image = new byte[784];
        for (int row = 4; row < 24; row++) {
            for (int column = 12; column < 15; column++) {
                image[row * 28 + column] = (byte) 255;
            }
        }

        List<List<Point>> strokes = Skeleton.strokes(image);

        assertThat(strokes).hasSize(1);
        assertThat(strokes.get(0)).allSatisfy(point -> assertThat(point.x()).isCloseTo(13.5, within(0.75)));
        assertThat(length(strokes)).isCloseTo(17, within(1.5)); // 20 rows less half the width of 3 at either end
    }

    @Test
    void aRingIsOneClosedStroke() {
        Drawing ring = Drawing.empty().penDown(0.7f, 0.5f);
        for (int k = 1; k <= 40; k++) {
            double angle = k * Math.PI / 20;
            ring = ring.penTo((float) (0.5 + 0.2 * Math.cos(angle)), (float) (0.5 + 0.3 * Math.sin(angle)));
        }

        List<List<Point>> strokes = Skeleton.strokes(bytes(image(ring)));

        assertThat(strokes).hasSize(1);
        Point first = strokes.get(0).get(0);
        Point last = strokes.get(0).get(strokes.get(0).size() - 1);
        assertThat(Math.hypot(first.x() - last.x(), first.y() - last.y())).isLessThan(1);
    }

    @Test
    void aDigitDrawnAgainFromItsSkeletonIsNearlyTheSame() {
        Drawing four = Drawing.empty()
                .penDown(0.3f, 0.2f)
                .penTo(0.25f, 0.5f)
                .penTo(0.7f, 0.55f)
                .penDown(0.65f, 0.25f)
                .penTo(0.6f, 0.9f);
        DigitImage original = image(four);

        DigitImage again = image(drawing(Skeleton.strokes(bytes(original))));

        assertThat(correlation(original.pixels(), again.pixels())).isGreaterThan(0.9);
    }

    @Test
    void theImageMustBe28By28() {
        assertThatThrownBy(() -> Skeleton.strokes(new byte[100]))
                .hasMessage("Skeleton: expected 784 pixels but was 100");
    }

    private static Drawing drawing(List<List<Point>> strokes) {
        Drawing drawing = Drawing.empty();
        for (List<Point> stroke : strokes) {
            Point start = stroke.get(0);
            drawing = drawing.penDown((float) start.x() / 28, (float) start.y() / 28);
            for (Point point : stroke) {
                drawing = drawing.penTo((float) point.x() / 28, (float) point.y() / 28);
            }
        }
        return drawing;
    }

    private static DigitImage image(Drawing drawing) {
        return DigitImage.of(drawing).orElseThrow();
    }

    private static byte[] bytes(DigitImage image) {
        float[] pixels = image.pixels();
        byte[] bytes = new byte[pixels.length];
        for (int k = 0; k < pixels.length; k++) {
            bytes[k] = (byte) Math.round(pixels[k] * 255);
        }
        return bytes;
    }

    private static double length(List<List<Point>> strokes) {
        double length = 0;
        for (List<Point> stroke : strokes) {
            for (int k = 1; k < stroke.size(); k++) {
                Point a = stroke.get(k - 1);
                Point b = stroke.get(k);
                length += Math.hypot(b.x() - a.x(), b.y() - a.y());
            }
        }
        return length;
    }

    /** Σ a·b / √(Σ a² · Σ b²). */
    private static double correlation(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int k = 0; k < a.length; k++) {
            ab += a[k] * b[k];
            aa += a[k] * a[k];
            bb += b[k] * b[k];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
