package feedforward.course;

import feedforward.train.DivergedException;
import feedforward.train.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient descent in all parameters of a network, with all points in each step, as it is seen on a {@link CostSurface}. Mutable.
 */
public final class SurfaceDescent {
    /** More than anyone waits for; from the farthest places of the lessons' figures descent takes 12,000. */
    public static final int MOST_STEPS = 20_000;
    /** A step that goes no farther than this has arrived. */
    private static final double STANDING_STILL = 2e-7;
    /** No place of a lesson's figure costs as much. */
    private static final double TOO_DEAR = 100;

    private static final int STEPS_PER_SPEED = 60;

    private final CostSurface surface;
    private final Run run;
    private final List<Place> way = new ArrayList<>();

    SurfaceDescent(CostSurface surface, Run run, Place start) {
        this.surface = surface;
        this.run = run;
        way.add(start);
    }

    /** What some steps came to. */
    public enum Outcome {
        UNDER_WAY,
        /** The cost is flat here: the last step hardly moved. */
        ARRIVED,
        /** The cost has grown beyond all bounds. */
        LOST,
        /** {@link #MOST_STEPS} are done. */
        EXHAUSTED
    }

    /** So many steps, also where it has arrived, unless it is lost or exhausted before. */
    public Outcome advance(int steps) {
        double moved = Double.MAX_VALUE;
        try {
            for (int i = 0; i < steps && steps() < MOST_STEPS; i++) {
                moved = step();
            }
        } catch (DivergedException e) {
            return Outcome.LOST;
        }
        if (!(cost() < TOO_DEAR)) {
            return Outcome.LOST;
        }
        if (moved < STANDING_STILL) {
            return Outcome.ARRIVED;
        }
        return steps() < MOST_STEPS ? Outcome.UNDER_WAY : Outcome.EXHAUSTED;
    }

    /**
     * As many steps as a frame of an animation shows, to where it arrives: more and more, so that one can watch the first and need not
     * wait for the last.
     */
    public Outcome advanceFrame() {
        int steps = 1 + steps() / STEPS_PER_SPEED;
        Outcome outcome = Outcome.UNDER_WAY;
        for (int i = 0; i < steps && outcome == Outcome.UNDER_WAY; i++) {
            outcome = advance(1);
        }
        return outcome;
    }

    public int steps() {
        return run.stepsDone();
    }

    /** Where the parameters are: the place of the plane nearest to them. */
    public Place place() {
        return way.get(way.size() - 1);
    }

    /** C of all its parameters, also of what the plane does not show. */
    public double cost() {
        return surface.costOf(run.network());
    }

    /** All places from the start to here. */
    public List<Place> way() {
        return List.copyOf(way);
    }

    /** @return how far it went: |Δu| + |Δv| + |Δdistance| */
    private double step() {
        int target = run.stepsDone() + 1;
        while (run.stepsDone() < target) {
            run.advance();
        }
        Place before = place();
        Place now = surface.nearest(run.network());
        way.add(now);
        return Math.abs(now.u() - before.u())
                + Math.abs(now.v() - before.v())
                + Math.abs(now.distance() - before.distance());
    }

    /**
     * A place of the plane.
     *
     * @param distance how far the parameters themselves are from it, 0 if they lie in the plane
     */
    public record Place(double u, double v, double distance) {}
}
