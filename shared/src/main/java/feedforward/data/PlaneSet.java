package feedforward.data;

import feedforward.device.ExactMath;
import feedforward.tensor.CounterRng;

/**
 * Points of the plane in classes, made rather than kept: the toy problems of neural-network playgrounds. Coordinates lie about
 * within [−6, 6], as in the playground of TensorFlow (Smilkov and Carter 2016).
 */
public enum PlaneSet {
    /** Two round clouds, apart. */
    GAUSS(2) {
        @Override
        Place place(Draw draw, int label) {
            double centre = label == 0 ? -2 : 2;
            double spread = 0.5 + 3.5 * draw.noise();
            return new Place(centre + spread * draw.normal(0), centre + spread * draw.normal(1));
        }
    },
    /** A disc inside a ring. */
    CIRCLE(2) {
        @Override
        Place place(Draw draw, int label) {
            double radius = label == 0 ? 2.5 * draw.uniform(0) : 3.5 + 1.5 * draw.uniform(0);
            return draw.shaken(Place.polar(radius, 2 * draw.uniform(1)), 3);
        }
    },
    /** Four squares; opposite ones belong together. */
    XOR(2) {
        @Override
        Place place(Draw draw, int label) {
            double x = 0.3 + 4.7 * draw.uniform(0);
            double y = 0.3 + 4.7 * draw.uniform(1);
            boolean left = draw.uniform(2) < 0.5;
            boolean low = left == (label == 0);
            return draw.shaken(new Place(left ? -x : x, low ? -y : y), 3);
        }
    },
    /** Two arms that turn about each other. */
    SPIRAL(2) {
        @Override
        Place place(Draw draw, int label) {
            double along = draw.uniform(0);
            double halfTurns = 3.5 * along + label;
            return draw.shaken(Place.polar(5 * along, halfTurns), 2);
        }
    },
    /** Two half circles that reach into each other. */
    MOONS(2) {
        @Override
        Place place(Draw draw, int label) {
            Place half = Place.polar(3, draw.uniform(0));
            Place moon = label == 0 ? new Place(half.x - 1.5, half.y - 0.75) : new Place(1.5 - half.x, 0.75 - half.y);
            return draw.shaken(moon, 3);
        }
    },
    /** Four clouds round the middle, each a class. */
    CLUSTERS(4) {
        @Override
        Place place(Draw draw, int label) {
            Place centre = Place.polar(3.5, 0.25 + 0.5 * label);
            double spread = 0.6 + 2 * draw.noise();
            return new Place(centre.x + spread * draw.normal(0), centre.y + spread * draw.normal(1));
        }
    };

    private final int classes;

    PlaneSet(int classes) {
        this.classes = classes;
    }

    public int classes() {
        return classes;
    }

    /** Point by point: x and y of {@code count} points of the classes in turn. */
    LabelledPoints points(int count, double noise, long seed) {
        float[] xy = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes;
            Place place = place(new Draw(CounterRng.of(seed, CounterRng.Stream.POINTS, i), noise), labels[i]);
            xy[2 * i] = (float) place.x;
            xy[2 * i + 1] = (float) place.y;
        }
        return new LabelledPoints(xy, labels, classes);
    }

    abstract Place place(Draw draw, int label);

    /** A point of the plane. */
    record Place(double x, double y) {
        /** At an angle in half-turns. */
        static Place polar(double radius, double halfTurns) {
            return new Place(
                    radius * ExactMath.cosineOfHalfTurns(halfTurns),
                    radius * ExactMath.cosineOfHalfTurns(halfTurns - 0.5));
        }
    }

    /** One point's random numbers. */
    record Draw(CounterRng numbers, double noise) {
        private static final int NORMAL = 100;
        private static final int UNIFORMS = 12;

        /** In [0, 1). */
        double uniform(int which) {
            return numbers.uniform(which);
        }

        /** Mean 0, variance 1: a sum of twelve uniform numbers, less six. */
        double normal(int which) {
            double sum = -6;
            for (int i = 0; i < UNIFORMS; i++) {
                sum += numbers.uniform(NORMAL + which * UNIFORMS + i);
            }
            return sum;
        }

        /** Moved by up to noise·{@code most} in each direction. */
        Place shaken(Place place, double most) {
            return new Place(
                    place.x + noise * most * (2 * uniform(10) - 1), place.y + noise * most * (2 * uniform(11) - 1));
        }
    }
}
