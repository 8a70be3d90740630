package feedforward.lesson.curve;

import feedforward.course.CurveEdit;
import feedforward.course.CurvePoints;
import java.util.Optional;

/**
 * The pen on the plot: which point it holds, and the move it asks for, which a run learns of ten times a second at most, since each
 * takes a place in the address. Mutable.
 */
final class CurveHand {
    /** The plot's y axis. */
    static final double LOWEST = 0;

    static final double HIGHEST = 0.8;
    /** How near to a point the pen takes hold of it, as a share of the plot's width. */
    private static final double REACH = 0.04;
    /** The axes' lengths in units of the plot's width, which is about 3/2 of its height. */
    private static final double X_SHARE = 1 / 2.1;

    private static final double Y_SHARE = 0.66 / (HIGHEST - LOWEST);
    private static final long LEAST_GAP_NANOS = 100_000_000;

    private int held = -1;
    private double offsetX;
    private double offsetY;
    private Optional<CurveEdit.Move> awaited = Optional.empty();
    private long lastNanos;

    /** The point that a pen at this place would take, or −1. */
    static int near(CurvePoints points, double x, double y) {
        int nearest = -1;
        double least = REACH * REACH;
        for (int i = 0; i < points.count(); i++) {
            double dx = (points.x(i) - x) * X_SHARE;
            double dy = (points.y(i) - y) * Y_SHARE;
            double square = dx * dx + dy * dy;
            if (square < least) {
                least = square;
                nearest = i;
            }
        }
        return nearest;
    }

    /** A point at a place, inside the plot. */
    static CurveEdit.Add added(double x, double y) {
        return new CurveEdit.Add(CurvePoints.thousandths(x), height(y));
    }

    static CurveEdit.Move moved(int point, double x, double y) {
        return new CurveEdit.Move(point, CurvePoints.thousandths(x), height(y));
    }

    /** Takes hold of a point, at the pen's place: it won't jump there. */
    void take(int point, CurvePoints points, double x, double y) {
        held = point;
        offsetX = points.x(point) - x;
        offsetY = points.y(point) - y;
    }

    /** The pen is elsewhere. */
    void moveTo(double x, double y) {
        if (held >= 0) {
            awaited = Optional.of(moved(held, x + offsetX, y + offsetY));
        }
    }

    /** The pen is lifted; a move that is asked for is still due. */
    void letGo() {
        held = -1;
        lastNanos = 0;
    }

    /** Nothing is asked for any more. */
    void forget() {
        held = -1;
        awaited = Optional.empty();
    }

    /** The points as the pen has them. */
    CurvePoints shown(CurvePoints points) {
        return awaited.isPresent() ? awaited.get().applyTo(points) : points;
    }

    /** The move to make now, if one is due. */
    Optional<CurveEdit.Move> due(long nanos) {
        if (awaited.isEmpty() || held >= 0 && nanos - lastNanos < LEAST_GAP_NANOS) {
            return Optional.empty();
        }
        Optional<CurveEdit.Move> due = awaited;
        awaited = Optional.empty();
        lastNanos = nanos;
        return due;
    }

    private static int height(double y) {
        return CurvePoints.thousandths(Math.max(LOWEST, Math.min(HIGHEST, y)));
    }
}
