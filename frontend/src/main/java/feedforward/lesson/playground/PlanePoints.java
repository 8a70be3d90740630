package feedforward.lesson.playground;

import feedforward.data.CsvException;
import feedforward.data.Dataset;
import feedforward.data.LabelledPoints;
import feedforward.data.PlaneData;
import feedforward.data.PlaneSet;
import feedforward.data.PointsCsv;
import feedforward.tensor.CounterRng;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which points of the plane there are to learn from and to judge by.
 *
 * @param set one of those that are made; empty for the visitor's own
 * @param noise in percent
 * @param count how many are made
 * @param seed of those that are made
 * @param share how many percent of the points are to learn from
 * @param own the visitor's own, as CSV with a first line of names; empty if there are none
 */
record PlanePoints(Optional<PlaneSet> set, int noise, int count, int seed, int share, String own) {
    static final PlanePoints USUAL = new PlanePoints(Optional.of(PlaneSet.CIRCLE), 0, 500, 1, 50, "");
    static final String OWN = "own";
    static final int MOST_CLASSES = 4;

    private static final int FEWEST = 5;
    static final int REACH = 6;
    private static final int MOST_OWN = 400;
    private static final int LONGEST = 6000;

    String id() {
        return set.map(known -> known.name().toLowerCase(Locale.ROOT)).orElse(OWN);
    }

    /** @throws IllegalArgumentException if there is no such set */
    PlanePoints withSet(String id) {
        Optional<PlaneSet> other =
                id.equals(OWN) ? Optional.empty() : Optional.of(PlaneSet.valueOf(id.toUpperCase(Locale.ROOT)));
        return new PlanePoints(other, noise, count, seed, share, own);
    }

    PlanePoints withNoise(int other) {
        return new PlanePoints(set, other, count, seed, share, own);
    }

    PlanePoints withCount(int other) {
        return new PlanePoints(set, noise, other, seed, share, own);
    }

    PlanePoints withSeed(int other) {
        return new PlanePoints(set, noise, count, other, share, own);
    }

    PlanePoints withShare(int other) {
        return new PlanePoints(set, noise, count, seed, other, own);
    }

    /** @throws CsvException naming the line that is wrong */
    PlanePoints withOwn(String csv) {
        return csv.isBlank()
                ? new PlanePoints(Optional.empty(), noise, count, seed, share, "")
                : withDrawn(PointsCsv.parse(csv));
    }

    /**
     * Own points as a link has them: perhaps of one class only, as drawing begins.
     *
     * @param csv what {@link #own} was
     * @throws CsvException naming the line that is wrong
     */
    PlanePoints withDrawn(String csv) {
        return withDrawn(new PlanePoints(Optional.empty(), noise, count, seed, share, csv).drawn());
    }

    /** Another own point, to a hundredth. */
    PlanePoints withPoint(double x, double y, int label) {
        LabelledPoints old = drawn();
        int n = old.labels().length;
        float[] xy = Arrays.copyOf(old.xy(), 2 * n + 2);
        int[] labels = Arrays.copyOf(old.labels(), n + 1);
        xy[2 * n] = Math.round(100 * x) / 100f;
        xy[2 * n + 1] = Math.round(100 * y) / 100f;
        labels[n] = label;
        return withDrawn(new LabelledPoints(xy, labels, Math.max(old.classes(), label + 1)));
    }

    /** Without the own point that is nearest to a place, if one is near. */
    PlanePoints withoutPointAt(double x, double y) {
        LabelledPoints old = drawn();
        int nearest = -1;
        double least = 0.5;
        for (int i = 0; i < old.labels().length; i++) {
            double distance = Math.max(Math.abs(old.xy()[2 * i] - x), Math.abs(old.xy()[2 * i + 1] - y));
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest < 0 ? this : without(old, nearest);
    }

    /** The points as they lie, to learn from first; where they are the visitor's own, shuffled, since those are drawn class by class. */
    LabelledPoints all() {
        return set.map(known -> new PlaneData(known, noise, count, seed).all()).orElseGet(() -> shuffled(drawn()));
    }

    /** How many of {@link #all} are to learn from. */
    int toLearnFrom() {
        int n = all().labels().length;
        return Math.max(1, Math.min(n - 1, n * share / 100));
    }

    /** Empty as long as there are too few points, or but one class. */
    Optional<Dataset> dataset() {
        LabelledPoints points = all();
        if (points.labels().length < FEWEST || points.classes() < 2) {
            return Optional.empty();
        }
        String recipe = set.map(known -> new PlaneData(known, noise, count, seed).name())
                .orElse("own points");
        String split = set.isPresent() && share == 50 ? "" : " split " + share;
        return Optional.of(points.dataset(recipe + split, toLearnFrom()));
    }

    /** Own points as they were drawn. */
    private LabelledPoints drawn() {
        if (own.isEmpty()) {
            return new LabelledPoints(new float[0], new int[0], 0);
        }
        try {
            return PointsCsv.parse(own);
        } catch (CsvException oneClassOnly) {
            // Drawing begins with points of one class, which is no file yet: read it with one point of each class
            // added.
            LabelledPoints more = PointsCsv.parse(own + "0,0,0\n0,0,1\n");
            int n = more.labels().length - 2;
            int[] labels = Arrays.copyOf(more.labels(), n);
            return new LabelledPoints(
                    Arrays.copyOf(more.xy(), 2 * n),
                    labels,
                    Arrays.stream(labels).max().orElse(-1) + 1);
        }
    }

    private PlanePoints withDrawn(LabelledPoints points) {
        String csv = points.labels().length == 0 ? "" : PointsCsv.write(points);
        requireFit(points, csv);
        return new PlanePoints(Optional.empty(), noise, count, seed, share, csv);
    }

    private PlanePoints without(LabelledPoints old, int place) {
        int n = old.labels().length;
        float[] xy = new float[2 * n - 2];
        int[] labels = new int[n - 1];
        int classes = 0;
        for (int i = 0; i < n - 1; i++) {
            int from = i < place ? i : i + 1;
            xy[2 * i] = old.xy()[2 * from];
            xy[2 * i + 1] = old.xy()[2 * from + 1];
            labels[i] = old.labels()[from];
            classes = Math.max(classes, labels[i] + 1);
        }
        return withDrawn(new LabelledPoints(xy, labels, classes));
    }

    private static LabelledPoints shuffled(LabelledPoints points) {
        int n = points.labels().length;
        int[] order = CounterRng.of(0, CounterRng.Stream.HOLD_OUT, 0).permutation(n);
        float[] xy = new float[2 * n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            xy[2 * i] = points.xy()[2 * order[i]];
            xy[2 * i + 1] = points.xy()[2 * order[i] + 1];
            labels[i] = points.labels()[order[i]];
        }
        return new LabelledPoints(xy, labels, points.classes());
    }

    private static void requireFit(LabelledPoints points, String csv) {
        if (points.classes() > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "Points: expected at most " + MOST_CLASSES + " classes, 0 to 3, but there are " + points.classes());
        }
        for (float coordinate : points.xy()) {
            if (Math.abs(coordinate) > REACH) {
                throw new IllegalArgumentException(
                        "Points: expected x and y in [-6, 6], the plane of the figure, but one was " + coordinate
                                + "; divide all of them alike");
            }
        }
        if (points.labels().length > MOST_OWN || csv.length() > LONGEST) {
            throw new IllegalArgumentException("Points: expected at most " + MOST_OWN
                    + " points in 6,000 characters, since the address carries them, but there are "
                    + points.labels().length + " in " + csv.length() + "; leave some out or round them");
        }
    }
}
