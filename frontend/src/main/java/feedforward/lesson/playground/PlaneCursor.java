package feedforward.lesson.playground;

import feedforward.view.Numbers;

/** Where on the plane the keyboard's pen is. Immutable. */
record PlaneCursor(double x, double y) {
    static final PlaneCursor MIDDLE = new PlaneCursor(0, 0);

    private static final double NEAR = 0.25;
    private static final double FAR = 1;

    /**
     * The place that an arrow key leads to, within the plane.
     *
     * @param key as browsers name it; any other key leads nowhere
     */
    PlaneCursor after(String key, boolean far) {
        double by = far ? FAR : NEAR;
        return switch (key) {
            case "ArrowLeft" -> new PlaneCursor(within(x - by), y);
            case "ArrowRight" -> new PlaneCursor(within(x + by), y);
            case "ArrowUp" -> new PlaneCursor(x, within(y + by));
            case "ArrowDown" -> new PlaneCursor(x, within(y - by));
            default -> this;
        };
    }

    String words() {
        return "Pen at x₁ = " + Numbers.fixed(x, 2) + ", x₂ = " + Numbers.fixed(y, 2);
    }

    private static double within(double place) {
        return Math.max(-PlanePoints.REACH, Math.min(PlanePoints.REACH, place));
    }
}
