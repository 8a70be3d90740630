package feedforward.course;

import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.List;

/**
 * Points as the text of an address: "~" between the parts, each a point "x_y" in thousandths or "0to39", the course's points
 * from the one to the other.
 */
public final class CurveText {
    private static final String TO = "to";
    private static final String FORM =
            "expected points such as \"0to38~950_650\": the course's, or x_y in thousandths within ±1000";

    private CurveText() {}

    public static String of(CurvePoints points) {
        StringBuilder text = new StringBuilder();
        int point = 0;
        while (point < points.count()) {
            int first = courseIndex(points, point);
            int next = point + 1;
            while (first >= 0 && next < points.count() && courseIndex(points, next) == first + next - point) {
                next++;
            }
            text.append(point == 0 ? "" : "~");
            if (first >= 0) {
                text.append(first).append(TO).append(first + next - point - 1);
            } else {
                text.append(CurvePoints.thousandths(points.x(point)))
                        .append('_')
                        .append(CurvePoints.thousandths(points.y(point)));
            }
            point = next;
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if the text is not of this form, or there are not 2 to 200 points */
    public static CurvePoints parse(String text) {
        List<Float> x = new ArrayList<>();
        List<Float> y = new ArrayList<>();
        for (String part : Parts.of(text, '~')) {
            int to = part.indexOf(TO);
            if (to >= 0) {
                addCourse(integer(part.substring(0, to)), integer(part.substring(to + TO.length())), x, y);
            } else {
                int[] place = place(Parts.of(part, '_'));
                x.add((float) (place[0] / 1000.0));
                y.add((float) (place[1] / 1000.0));
            }
        }
        return CurvePoints.of(array(x), array(y));
    }

    /** Two coordinates in thousandths. */
    static int[] place(List<String> parts) {
        if (parts.size() != 2) {
            throw new IllegalArgumentException("Points: " + FORM);
        }
        int[] place = {integer(parts.get(0)), integer(parts.get(1))};
        if (!isWithin(place[0]) || !isWithin(place[1])) {
            throw new IllegalArgumentException("Points: " + FORM);
        }
        return place;
    }

    private static boolean isWithin(int thousandths) {
        return thousandths >= -CurvePoints.FARTHEST && thousandths <= CurvePoints.FARTHEST;
    }

    static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Points: " + FORM + " but there is \"" + text + '"', e);
        }
    }

    private static void addCourse(int first, int last, List<Float> x, List<Float> y) {
        CurvePoints course = CurvePoints.ofTheCourse();
        if (first < 0 || last >= course.count()) {
            throw new IllegalArgumentException("Points: " + FORM);
        }
        for (int i = first; i <= last; i++) {
            x.add(course.x(i));
            y.add(course.y(i));
        }
    }

    /** Which of the course's points this is, or −1. */
    private static int courseIndex(CurvePoints points, int point) {
        CurvePoints course = CurvePoints.ofTheCourse();
        for (int i = 0; i < course.count(); i++) {
            if (course.x(i) == points.x(point) && course.y(i) == points.y(point)) {
                return i;
            }
        }
        return -1;
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
