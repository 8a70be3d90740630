package feedforward.lesson.loop;

import feedforward.course.DigitTraining;
import feedforward.course.HandGradientRun.Rule;
import feedforward.course.HandGradientRun.Settings;
import feedforward.course.NotebookDigits;
import feedforward.data.Dataset;
import feedforward.device.HeapDevice;
import feedforward.layer.Initialiser;
import feedforward.lesson.LessonLink;
import feedforward.lesson.TrainingActions;
import feedforward.lesson.TrainingRun;
import feedforward.lesson.Typed;
import feedforward.lesson.WholeField;
import feedforward.lesson.loop.TrainingState.Knobs;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How the network is trained, and what it shows; {@link TrainingRun} trains it. Mutable; knows no browser. */
final class TrainingController {
    private static final WholeField BATCH = new WholeField("Batch", 1, 1_000);
    private static final WholeField EPOCHS = new WholeField("Epochs", 1, 50);
    private static final double LEAST_RATE = 1e-6;
    private static final double MOST_RATE = 10;

    private final TrainingRun<DigitTraining> run;
    private Knobs knobs = Knobs.USUAL;

    /** @param clock in milliseconds */
    TrainingController(TrainingActions actions, DoubleSupplier clock) {
        run = new TrainingRun<>(actions, clock, this::training);
    }

    TrainingState state() {
        return new TrainingState(
                knobs,
                run.progress(),
                run.training().map(DigitTraining::scores).orElse(List.of()),
                run.standing().map(DigitTraining::sha256).orElse(""));
    }

    TrainingRun<DigitTraining> run() {
        return run;
    }

    /** A link says how to train. */
    void opened(LessonLink link) {
        Knobs usual = Knobs.USUAL;
        String start = link.text("start", usual.start());
        if (!start.equals(Knobs.ZEROS) && !start.equals(Knobs.RANDOM)) {
            link.note("start", "random or zeros");
        }
        turned(new Knobs(
                start.equals(Knobs.ZEROS) ? Knobs.ZEROS : Knobs.RANDOM,
                link.text("rate", usual.rate()),
                link.text("batch", usual.batch()),
                link.text("epochs", usual.epochs())));
        if (trouble().isEmpty()) {
            run.opened(link, epochs().orElseThrow() * NotebookDigits.stepsPerEpoch(batch().orElseThrow()));
        }
    }

    /** The link to the knobs, added to what a link says already. */
    LessonLink link(LessonLink so) {
        Knobs usual = Knobs.USUAL;
        LessonLink link = knobs.start().equals(usual.start()) ? so : so.with("start", knobs.start());
        link = knobs.rate().equals(usual.rate()) ? link : link.with("rate", knobs.rate());
        link = knobs.batch().equals(usual.batch()) ? link : link.with("batch", knobs.batch());
        link = knobs.epochs().equals(usual.epochs()) ? link : link.with("epochs", knobs.epochs());
        return run.link(link);
    }

    void turned(Knobs newer) {
        knobs = newer;
        run.reset(trouble());
    }

    void reset() {
        turned(Knobs.USUAL);
    }

    private DigitTraining training(Dataset mnist) {
        Settings settings = new Settings(
                knobs.start().equals(Knobs.ZEROS) ? Initialiser.ZEROS : Initialiser.DEFAULT,
                rate().orElseThrow().floatValue(),
                batch().orElseThrow(),
                1);
        return new DigitTraining(Rule.RIGHT, settings, mnist, epochs().orElseThrow(), new HeapDevice());
    }

    /** What is wrong with the knobs; empty if nothing is. */
    private String trouble() {
        if (rate().isEmpty()) {
            return Typed.noLearningRate(knobs.rate(), Knobs.USUAL.rate(), "from 0.000001 to 10");
        }
        return batch().isEmpty() ? BATCH.trouble(knobs.batch()) : EPOCHS.trouble(knobs.epochs());
    }

    private Optional<Double> rate() {
        return Typed.number(knobs.rate()).filter(rate -> rate >= LEAST_RATE && rate <= MOST_RATE);
    }

    private Optional<Integer> batch() {
        return BATCH.count(knobs.batch());
    }

    private Optional<Integer> epochs() {
        return EPOCHS.count(knobs.epochs());
    }
}
