package feedforward.lesson.curve;

import feedforward.course.CurveEdit;
import feedforward.course.CurvePoints;
import feedforward.lesson.curve.CurveState.Motion;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Edits the points of a run, by pen and by keyboard. Mutable in the pen and in the point that is chosen. */
final class CurveEditor {
    private final CurveRun run;
    private final LongSupplier nanoClock;
    private final Consumer<String> edited;
    private final CurveHand hand = new CurveHand();
    private int chosen = -1;

    /** @param edited is told of each edit, with what has to be said about it, the empty text if nothing */
    CurveEditor(CurveRun run, LongSupplier nanoClock, Consumer<String> edited) {
        this.run = run;
        this.nanoClock = nanoClock;
        this.edited = edited;
    }

    /** The run's points, as the pen has them. */
    CurvePoints points() {
        return hand.shown(run.now().points());
    }

    /** The point that stands out, or −1. */
    int chosen() {
        return chosen < run.now().points().count() ? chosen : -1;
    }

    /** The run learns of the move that the pen asks for, if that is due. */
    void moveIfDue() {
        hand.due(nanoClock.getAsLong()).ifPresent(run::edit);
    }

    /** The pen holds nothing any more. */
    void letGo() {
        hand.forget();
    }

    /** Nothing stands out any more. */
    void chooseNone() {
        chosen = -1;
    }

    /** The pen comes down: on a point, which it takes, or beside all, where it makes one. */
    void penDown(double x, double y) {
        int point = CurveHand.near(run.now().points(), x, y);
        if (point < 0) {
            if (!add(CurveHand.added(x, y))) {
                return;
            }
            point = chosen();
        }
        hand.take(point, run.now().points(), x, y);
        choose(point);
    }

    void penMoved(double x, double y) {
        hand.moveTo(x, y);
        if (run.motion() != Motion.RUNNING) {
            moveIfDue();
        }
        edited.accept("");
    }

    void penLifted() {
        hand.letGo();
        moveIfDue();
        edited.accept("");
    }

    /** A point more, below the middle of the plot where none of the course's are, to be moved by the arrow keys. */
    void addWanted() {
        add(CurveHand.added(0, (CurveHand.LOWEST + CurveHand.HIGHEST) / 4));
    }

    /** The chosen point is no longer wanted. */
    void removeWanted() {
        int point = chosen();
        if (point < 0) {
            return;
        }
        int count = run.now().points().count();
        if (count == CurvePoints.FEWEST) {
            edited.accept("Two points are the fewest there can be.");
            return;
        }
        hand.forget();
        run.edit(new CurveEdit.Remove(point));
        choose(Math.min(point, count - 2));
    }

    /** Chooses the point so many places behind the chosen one; the first if none is. */
    void chosenMoved(int by) {
        choose(
                chosen() < 0
                        ? 0
                        : Math.floorMod(chosen() + by, run.now().points().count()));
    }

    /** Moves the chosen point; without one, chooses the first. */
    void pointMoved(double dx, double dy) {
        int point = chosen();
        if (point < 0) {
            choose(0);
            return;
        }
        CurvePoints points = run.now().points();
        run.edit(CurveHand.moved(point, points.x(point) + dx, points.y(point) + dy));
        edited.accept("");
    }

    private boolean add(CurveEdit.Add point) {
        int count = run.now().points().count();
        if (count == CurvePoints.MOST) {
            edited.accept(CurvePoints.MOST + " points are the most there can be. Remove one first.");
            return false;
        }
        run.edit(point);
        choose(count);
        return true;
    }

    private void choose(int point) {
        chosen = point;
        edited.accept("");
    }
}
