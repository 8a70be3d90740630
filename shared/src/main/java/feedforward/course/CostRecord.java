package feedforward.course;

import java.util.ArrayList;
import java.util.List;

/**
 * Costs by the number of steps before them: of each step at first, and when they grow too many, of every tenth, hundredth, …
 * only. So step 1,000 is among them for a long time, and a hundred to a thousand points draw a curve of any length. Mutable.
 */
public final class CostRecord {
    private static final int MOST = 1000;

    /** A cost and how many steps were done before. */
    public record Point(int steps, double cost) {}

    private final List<Point> points = new ArrayList<>();
    private int stride = 1;

    /** @param steps more than at the call before */
    void add(int steps, double cost) {
        if (steps % stride != 0) {
            return;
        }
        points.add(new Point(steps, cost));
        if (points.size() > MOST) {
            stride *= 10;
            points.removeIf(point -> point.steps() % stride != 0);
        }
    }

    /** In ascending order of steps. */
    public List<Point> points() {
        return List.copyOf(points);
    }
}
