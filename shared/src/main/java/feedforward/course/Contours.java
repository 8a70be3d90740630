package feedforward.course;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of equal height on a grid of heights, by marching squares: in each cell of the grid the line runs straight between the
 * places on its edges where the height, taken as linear along an edge, is the level.
 */
public final class Contours {
    /** From one place to another, in cells of the grid: x to the right, y upwards along the rows. */
    public record Segment(double x1, double y1, double x2, double y2) {}

    private Contours() {}

    /** The line at one level, in no order. Of a saddle, a cell crossed four times, it cuts off the corners at lower right and upper left. */
    public static List<Segment> at(double level, double[][] heights) {
        List<Segment> segments = new ArrayList<>();
        for (int row = 0; row + 1 < heights.length; row++) {
            for (int column = 0; column + 1 < heights[row].length; column++) {
                addCell(segments, level, heights, row, column);
            }
        }
        return segments;
    }

    /** Walks around a cell and joins the places where the level is crossed, in pairs. */
    private static void addCell(List<Segment> segments, double level, double[][] heights, int row, int column) {
        int[] dx = {0, 1, 1, 0, 0};
        int[] dy = {0, 0, 1, 1, 0};
        double[] crossings = new double[8];
        int count = 0;
        for (int edge = 0; edge < 4; edge++) {
            double from = heights[row + dy[edge]][column + dx[edge]] - level;
            double to = heights[row + dy[edge + 1]][column + dx[edge + 1]] - level;
            if (from < 0 != to < 0) {
                double part = from / (from - to);
                crossings[2 * count] = column + dx[edge] + part * (dx[edge + 1] - dx[edge]);
                crossings[2 * count + 1] = row + dy[edge] + part * (dy[edge + 1] - dy[edge]);
                count++;
            }
        }
        for (int i = 0; i + 1 < count; i += 2) {
            segments.add(
                    new Segment(crossings[2 * i], crossings[2 * i + 1], crossings[2 * i + 2], crossings[2 * i + 3]));
        }
    }
}
