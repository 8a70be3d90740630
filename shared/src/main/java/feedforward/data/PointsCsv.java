package feedforward.data;

import feedforward.text.Digits;
import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.List;

/**
 * One's own points of the plane as CSV, both ways: a line {@code x,y,class} per point, with an optional first line of column
 * names. Classes are whole numbers from 0.
 */
public final class PointsCsv {
    private static final int MOST_POINTS = 10_000;
    private static final int MOST_CLASSES = 10;
    private static final int LONGEST_LINE = 200;
    private static final float LARGEST = 1000;
    private static final String HEADER = "x,y,class";

    private PointsCsv() {}

    /**
     * Reads a file's text. Beside the text itself this holds at most 1 MB at any one time.
     *
     * @throws CsvException naming the line that is malformed, or longer than 200 characters; or if there are no points, more than 10,000, or but one class
     */
    public static LabelledPoints parse(String text) {
        List<float[]> points = new ArrayList<>();
        int line = 0;
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line++;
            requireLength(line, end - start);
            String content = text.substring(start, end).strip();
            start = end + 1;
            if (content.isEmpty() || (line == 1 && isHeader(content))) {
                continue;
            }
            if (points.size() == MOST_POINTS) {
                throw new CsvException(
                        "Points line " + Digits.grouped(line) + ": expected at most 10,000 points; leave some out");
            }
            points.add(point(line, content));
        }
        return collected(points);
    }

    /** The file that {@link #parse} reads, each number as short as reads back to the same float. */
    public static String write(LabelledPoints points) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < points.labels().length; i++) {
            text.append(exact(points.xy()[2 * i]))
                    .append(',')
                    .append(exact(points.xy()[2 * i + 1]))
                    .append(',')
                    .append(points.labels()[i])
                    .append('\n');
        }
        return text.toString();
    }

    private static void requireLength(int line, int characters) {
        if (characters > LONGEST_LINE) {
            throw new CsvException("Points line " + Digits.grouped(line) + ": expected at most " + LONGEST_LINE
                    + " characters but was " + Digits.grouped(characters));
        }
    }

    private static LabelledPoints collected(List<float[]> points) {
        float[] xy = new float[2 * points.size()];
        int[] labels = new int[points.size()];
        int classes = 0;
        for (int i = 0; i < labels.length; i++) {
            xy[2 * i] = points.get(i)[0];
            xy[2 * i + 1] = points.get(i)[1];
            labels[i] = (int) points.get(i)[2];
            classes = Math.max(classes, labels[i] + 1);
        }
        if (classes < 2) {
            throw new CsvException("Points: expected at least one of class 0 and one of class 1 but there are "
                    + labels.length + " points in " + classes + " classes");
        }
        return new LabelledPoints(xy, labels, classes);
    }

    private static float[] point(int line, String content) {
        List<String> cells = Parts.of(content, ',');
        if (cells.size() != 3) {
            throw new CsvException(
                    "Points line " + line + ": expected three numbers x,y,class but was " + quoted(content));
        }
        return new float[] {
            coordinate(line, "x", cells.get(0)), coordinate(line, "y", cells.get(1)), label(line, cells.get(2))
        };
    }

    private static float coordinate(int line, String column, String cell) {
        try {
            float value = (float) Double.parseDouble(cell.strip());
            if (Math.abs(value) <= LARGEST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too large.
        }
        throw new CsvException("Points line " + line + ", column " + column
                + ": expected a number in [-1000, 1000] but was " + quoted(cell));
    }

    private static int label(int line, String cell) {
        String digit = cell.strip();
        if (digit.length() == 1 && digit.charAt(0) >= '0' && digit.charAt(0) <= '9') {
            return digit.charAt(0) - '0';
        }
        throw new CsvException("Points line " + line + ", column class: expected a whole number in [0, "
                + (MOST_CLASSES - 1) + "] but was " + quoted(cell));
    }

    /** A first line none of whose cells is a number. */
    private static boolean isHeader(String content) {
        return content.chars().noneMatch(c -> c >= '0' && c <= '9');
    }

    private static String exact(float value) {
        String shortest = Float.toString(value);
        return (float) Double.parseDouble(shortest) == value ? shortest : Double.toString(value);
    }

    private static String quoted(String text) {
        return '"' + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + '"';
    }
}
