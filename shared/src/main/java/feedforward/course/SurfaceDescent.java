package feedforward.course;

import feedforward.train.Run;

/** Gradient descent in all parameters of a network, as it is seen on a {@link CostSurface}. Mutable. */
public final class SurfaceDescent {
    private final CostSurface surface;
    private final Run run;

    SurfaceDescent(CostSurface surface, Run run) {
        this.surface = surface;
        this.run = run;
    }

    /**
     * One step, with all points.
     *
     * @throws feedforward.train.DivergedException if the cost is no longer a finite number
     */
    public void step() {
        int target = run.stepsDone() + 1;
        while (run.stepsDone() < target) {
            run.advance();
        }
    }

    public int steps() {
        return run.stepsDone();
    }

    /** Where the parameters are: the place of the plane nearest to them. */
    public Place place() {
        double[] place = surface.project(run.network());
        return new Place(place[0], place[1], place[2]);
    }

    /**
     * A place of the plane.
     *
     * @param distance how far the parameters themselves are from it, 0 if they lie in the plane
     */
    public record Place(double u, double v, double distance) {}
}
