package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigitImageTest {
    @Test
    void anEmptyDrawingHasNoImage() {
        assertThat(DigitImage.of(Drawing.empty())).isEmpty();
    }

    /**
     * A tap is a disc of the pen's own width, 2.5 pixels: a bright middle and nothing beyond 1.25 pixels of it. Its
     * centre is the box's corner point (10, 10), which goes to (14, 14), so the four pixels around it are full.
     */
    @Test
    void aDotIsADiscAsWideAsThePen() {
        DigitImage dot = image(Drawing.empty().penDown(0.7f, 0.2f));

        assertThat(new float[] {dot.pixel(13, 13), dot.pixel(13, 14), dot.pixel(14, 13), dot.pixel(14, 14)})
                .containsOnly(1f);
        assertThat(dot.pixel(12, 13)).isGreaterThan(0).isLessThan(0.5f);
        assertThat(Bounds.of(dot)).isEqualTo(new Bounds(12, 15, 12, 15));
    }

    @Test
    void theJitterOfADotIsNotBlownUp() {
        DigitImage dot = image(polyline(0.500f, 0.500f, 0.504f, 0.502f, 0.502f, 0.505f));

        assertThat(Bounds.of(dot).height()).isLessThanOrEqualTo(6);
        assertThat(Bounds.of(dot).width()).isLessThanOrEqualTo(6);
    }

    /** A vertical line is 2.5 pixels wide and centred on a pixel's edge: two full columns and a quarter on each side. */
    @Test
    void aThinOneKeepsItsWidth() {
        DigitImage one = image(polyline(0.5f, 0.2f, 0.5f, 0.8f));

        assertThat(Bounds.of(one)).isEqualTo(new Bounds(4, 23, 12, 15));
        assertThat(one.pixel(14, 13)).isEqualTo(1);
        assertThat(one.pixel(14, 14)).isEqualTo(1);
        assertThat(one.pixel(14, 12)).isCloseTo(0.25f, within(0.1f));
        assertThat(one.pixel(14, 15)).isEqualTo(one.pixel(14, 12));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void itLooksLikeAnMnistDigit(Drawing drawing) {
        DigitImage image = image(drawing);
        float most = 0;
        double total = 0;
        double rowMoment = 0;
        double columnMoment = 0;
        for (int row = 0; row < DigitImage.SIDE; row++) {
            for (int column = 0; column < DigitImage.SIDE; column++) {
                float value = image.pixel(row, column);
                assertThat(value).isBetween(0f, 1f);
                most = Math.max(most, value);
                total += value;
                rowMoment += (row + 0.5) * value;
                columnMoment += (column + 0.5) * value;
            }
        }

        assertThat(most).isEqualTo(1);
        Bounds bounds = Bounds.of(image);
        assertThat(Math.max(bounds.height(), bounds.width())).isEqualTo(20);
        assertThat(rowMoment / total).isGreaterThanOrEqualTo(14 - 1e-6).isLessThan(15);
        assertThat(columnMoment / total).isGreaterThanOrEqualTo(14 - 1e-6).isLessThan(15);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void neitherSizeNorPlaceOnTheCanvasMatters(Drawing drawing) {
        assertThat(image(moved(drawing, 0.5f, 0, 0)).pixels())
                .isEqualTo(image(drawing).pixels());
        float[] elsewhere = image(moved(drawing, 0.37f, 0.41f, 0.13f)).pixels();
        assertThat(elsewhere).containsExactly(image(drawing).pixels(), within(0.1f));
    }

    /** All the ink but a thin tail is at the bottom; centring its mass would push the tail off the image. */
    @Test
    void noInkIsLostOffTheEdge() {
        Drawing drawing = polyline(0.5f, 0.1f, 0.5f, 0.9f);
        for (int line = 0; line < 12; line++) {
            float y = 0.8f + 0.01f * line;
            drawing = drawing.penDown(0.2f, y).penTo(0.8f, y);
        }
        DigitImage image = image(drawing);

        assertThat(Bounds.of(image).height()).isEqualTo(20);
        assertThat(Bounds.of(image).top()).isZero();
    }

    @Test
    void thePixelsAreACopy() {
        DigitImage image = image(polyline(0.5f, 0.2f, 0.5f, 0.8f));
        image.pixels()[14 * 28 + 14] = 0;

        assertThat(image.pixel(14, 14)).isEqualTo(1);
    }

    static Stream<Drawing> drawings() {
        return Stream.of(
                polyline(0.5f, 0.2f, 0.5f, 0.8f),
                polyline(0.2f, 0.5f, 0.8f, 0.5f),
                polyline(0.25f, 0.2f, 0.75f, 0.2f, 0.4f, 0.9f),
                polyline(0.5f, 0.2f, 0.3f, 0.4f, 0.3f, 0.7f, 0.5f, 0.85f, 0.7f, 0.7f, 0.65f, 0.35f, 0.5f, 0.2f),
                polyline(0.3f, 0.2f, 0.3f, 0.5f, 0.7f, 0.5f)
                        .penDown(0.65f, 0.3f)
                        .penTo(0.65f, 0.85f),
                polyline(-0.1f, 0.1f, 1.2f, 0.4f, 0.2f, 1.05f));
    }

    private static Drawing polyline(float... xy) {
        Drawing drawing = Drawing.empty().penDown(xy[0], xy[1]);
        for (int k = 2; k < xy.length; k += 2) {
            drawing = drawing.penTo(xy[k], xy[k + 1]);
        }
        return drawing;
    }

    private static Drawing moved(Drawing drawing, float scale, float right, float down) {
        Drawing moved = Drawing.empty();
        for (Stroke stroke : drawing.strokes()) {
            moved = moved.penDown(stroke.x(0) * scale + right, stroke.y(0) * scale + down);
            for (int point = 1; point < stroke.size(); point++) {
                moved = moved.penTo(stroke.x(point) * scale + right, stroke.y(point) * scale + down);
            }
        }
        return moved;
    }

    private static DigitImage image(Drawing drawing) {
        return DigitImage.of(drawing).orElseThrow();
    }

    /** First and last inked row and column. */
    private record Bounds(int top, int bottom, int left, int right) {
        static Bounds of(DigitImage image) {
            int top = DigitImage.SIDE;
            int bottom = -1;
            int left = DigitImage.SIDE;
            int right = -1;
            for (int row = 0; row < DigitImage.SIDE; row++) {
                for (int column = 0; column < DigitImage.SIDE; column++) {
                    if (image.pixel(row, column) > 0) {
                        top = Math.min(top, row);
                        bottom = Math.max(bottom, row);
                        left = Math.min(left, column);
                        right = Math.max(right, column);
                    }
                }
            }
            return new Bounds(top, bottom, left, right);
        }

        int height() {
            return bottom - top + 1;
        }

        int width() {
            return right - left + 1;
        }
    }
}
