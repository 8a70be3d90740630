package feedforward.lesson.curve;

import java.util.Arrays;
import java.util.Optional;

/** How much of a run is done in one frame. */
enum CurveSpeed {
    SLOW("slow", 1),
    MEDIUM("medium", 20),
    /** As much as a frame has time for. */
    FAST("fast", Integer.MAX_VALUE);

    private final String id;
    private final int steps;

    CurveSpeed(String id, int steps) {
        this.id = id;
        this.steps = steps;
    }

    static Optional<CurveSpeed> named(String id) {
        return Arrays.stream(values()).filter(speed -> speed.id.equals(id)).findFirst();
    }

    /** The name in the page and in links. */
    String id() {
        return id;
    }

    /** The most steps in one frame. */
    int steps() {
        return steps;
    }
}
