package feedforward.lesson.curve;

import feedforward.device.HeapDevice;
import feedforward.lesson.LessonLink;

/** The lesson on the curve as a visitor finds it, without a page. Mutable: has a clock, and counts how often it was solved. */
final class OpenCurve implements CurveActions {
    /** Each look at the clock takes a tenth of a frame's time. */
    private static final long A_LOOK = 800_000;

    private final CurveController controller = another();
    private long nanos;
    private int timesSolved;

    CurveController controller() {
        return controller;
    }

    CurveController another() {
        return new CurveController(this, new HeapDevice(), () -> nanos += A_LOOK);
    }

    /** Trains, and has made its first step. */
    void started() {
        controller.speedChosen("slow");
        controller.played();
        controller.ticked();
    }

    void runUntilItStands() {
        runUntilItStands(controller);
    }

    static void runUntilItStands(CurveController running) {
        while (running.state().moving()) {
            running.ticked();
        }
    }

    void timePasses(long more) {
        nanos += more;
    }

    String query() {
        return controller.link().query(text -> text);
    }

    static LessonLink link(String query) {
        return LessonLink.of(query, text -> text);
    }

    int timesSolved() {
        return timesSolved;
    }

    @Override
    public void show() {
        // What is shown is the state, which the tests read.
    }

    @Override
    public void solved() {
        timesSolved++;
    }
}
