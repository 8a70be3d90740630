package feedforward.lesson.curve;

import feedforward.course.CurveEdit;
import feedforward.course.CurveJournal;
import feedforward.course.CurvePoints;
import feedforward.course.CurveSetup;
import feedforward.course.CurveText;
import feedforward.course.CurveTraining;
import feedforward.lesson.LessonLink;
import feedforward.train.RunSpec;
import feedforward.view.Numbers;
import java.util.Optional;

/**
 * A run of this lesson as an address: {@code hidden, rate, iterations, seed, points} it began with, the {@code edits} made since,
 * and the {@code step} it has come to.
 */
record CurveLink(CurveSetup setup, CurveJournal edits, int step, CurveKnobs knobs) {

    static CurveLink read(LessonLink link) {
        CurveSetup course = CurveSetup.COURSE;
        CurveEdit.Rate rate =
                CurveEdit.Rate.of(link.number("rate", 0.9, 1e-6, 10)).orElse(course.rate());
        long seed = (long) link.number("seed", (double) course.seed(), 0, RunSpec.LARGEST_SEED);
        CurveSetup setup = new CurveSetup(
                points(link), link.count("hidden", course.hidden(), 1, CurveSetup.MOST_HIDDEN), rate, seed);
        CurveJournal edits = edits(link, setup);
        int goal = link.count("iterations", 10_000, 1, RunSpec.MOST_EPOCHS);
        CurveKnobs knobs = new CurveKnobs(
                text(after(setup, edits).rate()), Integer.toString(goal), Long.toString(seed), speed(link));
        return new CurveLink(setup, edits, link.count("step", 0, 0, RunSpec.MOST_EPOCHS), knobs);
    }

    /** The address of a run; without its edits and its step, where these do not fit, so that it begins anew with what there is. */
    static LessonLink of(CurveTraining training, CurveKnobs knobs) {
        boolean fits = training.journal().fitsAnAddress();
        CurveSetup setup = fits ? training.setup() : training.now();
        CurveSetup course = CurveSetup.COURSE;
        LessonLink link = LessonLink.empty();
        if (setup.hidden() != course.hidden()) {
            link = link.with("hidden", setup.hidden());
        }
        if (!setup.rate().equals(course.rate())) {
            link = link.with("rate", text(setup.rate()));
        }
        if (knobs.iterations().orElse(10_000) != 10_000) {
            link = link.with("iterations", knobs.iterations().orElse(10_000));
        }
        if (setup.seed() != course.seed()) {
            link = link.with("seed", (double) setup.seed());
        }
        if (knobs.speed() != CurveSpeed.FAST) {
            link = link.with("speed", knobs.speed().id());
        }
        if (!setup.points().equals(course.points())) {
            link = link.with("points", CurveText.of(setup.points()));
        }
        if (fits && !training.journal().entries().isEmpty()) {
            link = link.with("edits", training.journal().text());
        }
        return fits && training.stepsDone() > 0 ? link.with("step", training.stepsDone()) : link;
    }

    /** As one types it. */
    static String text(CurveEdit.Rate rate) {
        return Numbers.shortest(rate.learningRate());
    }

    private static CurveSpeed speed(LessonLink link) {
        Optional<CurveSpeed> speed = CurveSpeed.named(link.text("speed", CurveSpeed.FAST.id()));
        if (speed.isEmpty()) {
            link.note("speed", "slow, medium or fast");
        }
        return speed.orElse(CurveSpeed.FAST);
    }

    private static CurvePoints points(LessonLink link) {
        try {
            return link.has("points") ? CurveText.parse(link.text("points", "")) : CurvePoints.ofTheCourse();
        } catch (IllegalArgumentException e) {
            link.note("points", "2 to 200 points such as 0to38~950_650");
            return CurvePoints.ofTheCourse();
        }
    }

    private static CurveJournal edits(LessonLink link, CurveSetup setup) {
        try {
            CurveJournal edits = CurveJournal.parse(link.text("edits", ""));
            after(setup, edits);
            return edits;
        } catch (IllegalArgumentException e) {
            link.note("edits", "edits such as 300r500000~420m7_350_500");
            return CurveJournal.EMPTY;
        }
    }

    private static CurveSetup after(CurveSetup setup, CurveJournal edits) {
        CurveSetup now = setup;
        for (CurveJournal.Entry entry : edits.entries()) {
            now = now.after(entry.edit());
        }
        return now;
    }
}
