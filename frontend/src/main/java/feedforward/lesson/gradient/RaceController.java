package feedforward.lesson.gradient;

import feedforward.course.GradientRace;
import feedforward.course.HandGradientRun.Rule;
import feedforward.course.NotebookDigits;
import feedforward.data.Dataset;
import feedforward.device.HeapDevice;
import feedforward.lesson.LessonLink;
import feedforward.lesson.TrainingActions;
import feedforward.lesson.TrainingRun;
import feedforward.lesson.WholeField;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** For how many epochs the two are trained, and what they show; {@link TrainingRun} trains them. Mutable; knows no browser. */
final class RaceController {
    private static final WholeField EPOCHS = new WholeField("Epochs", 1, 50);
    private static final String USUAL_EPOCHS = Integer.toString(GradientRace.USUAL_EPOCHS);

    private final TrainingRun<GradientRace> run;
    private String epochs = USUAL_EPOCHS;

    /** @param clock in milliseconds */
    RaceController(TrainingActions actions, DoubleSupplier clock) {
        run = new TrainingRun<>(actions, clock, this::race);
    }

    RaceState state() {
        return new RaceState(
                epochs,
                run.progress(),
                run.training().map(GradientRace::points).orElse(List.of()),
                run.standing().map(RaceController::hashes).orElse(""));
    }

    TrainingRun<GradientRace> run() {
        return run;
    }

    /** A link says for how many epochs to train. */
    void opened(LessonLink link) {
        int count = link.count("epochs", GradientRace.USUAL_EPOCHS, 1, (int) EPOCHS.most());
        epochsTyped(Integer.toString(count));
        run.opened(link, count * NotebookDigits.stepsPerEpoch(GradientRace.USUAL.batch()));
    }

    LessonLink link(LessonLink so) {
        return run.link(count().filter(count -> count != GradientRace.USUAL_EPOCHS)
                .map(count -> so.with("epochs", count))
                .orElse(so));
    }

    void epochsTyped(String text) {
        epochs = text;
        run.reset(EPOCHS.trouble(text));
    }

    void reset() {
        epochsTyped(USUAL_EPOCHS);
    }

    private GradientRace race(Dataset mnist) {
        return new GradientRace(mnist, GradientRace.USUAL, count().orElseThrow(), new HeapDevice());
    }

    private Optional<Integer> count() {
        return EPOCHS.count(epochs);
    }

    private static String hashes(GradientRace race) {
        return "Weights, SHA-256: right " + race.sha256(Rule.RIGHT) + ", notebook’s " + race.sha256(Rule.NOTEBOOK)
                + ".";
    }
}
