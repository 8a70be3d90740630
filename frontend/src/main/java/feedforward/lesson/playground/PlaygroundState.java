package feedforward.lesson.playground;

import feedforward.course.Edit;
import feedforward.lesson.Answer;
import java.util.List;
import java.util.Optional;

/**
 * All that the playground shows. Immutable.
 *
 * @param settings at the first step
 * @param journal what was changed by hand since
 * @param running whether steps are made by themselves
 * @param target the step that a replay goes to; where it is reached, the run stands
 * @param brush the class of the points that the visitor draws, or −1 to erase
 * @param csv own points as typed, until they are used
 * @param snapshot empty where there are too few points for a network to learn from
 */
record PlaygroundState(
        Settings settings,
        List<Edit> journal,
        boolean running,
        int target,
        Speed speed,
        int brush,
        String csv,
        Optional<Chosen> chosen,
        Optional<Snapshot> snapshot,
        String message,
        Answer copies,
        Answer spiral) {

    static final PlaygroundState FIRST = new PlaygroundState(
            Settings.USUAL,
            List.of(),
            false,
            0,
            Speed.EPOCH,
            0,
            "",
            Optional.empty(),
            Optional.empty(),
            "",
            Answer.OPEN,
            Answer.OPEN);

    /** How far a frame goes. */
    enum Speed {
        STEP,
        EPOCH,
        FASTEST;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    int step() {
        return snapshot.map(Snapshot::step).orElse(0);
    }

    boolean replaying() {
        return step() < target;
    }

    /** The settings as they are now in force: those of the start, as changed since. */
    Settings now() {
        Settings now = settings;
        for (Edit edit : journal) {
            if (edit.step() <= step()) {
                now = changed(now, edit);
            }
        }
        return now;
    }

    /** The same with what the run has come to. */
    PlaygroundState seen(PlaygroundRun run) {
        return new PlaygroundState(
                run.settings(),
                run.journal(),
                run.running(),
                run.target(),
                speed,
                brush,
                csv,
                chosen,
                run.snapshot(),
                message,
                copies,
                spiral);
    }

    PlaygroundState with(Speed other) {
        return new PlaygroundState(
                settings, journal, running, target, other, brush, csv, chosen, snapshot, message, copies, spiral);
    }

    PlaygroundState withBrush(int other) {
        return new PlaygroundState(
                settings, journal, running, target, speed, other, csv, chosen, snapshot, message, copies, spiral);
    }

    PlaygroundState withCsv(String other) {
        return new PlaygroundState(
                settings, journal, running, target, speed, brush, other, chosen, snapshot, message, copies, spiral);
    }

    PlaygroundState withChosen(Optional<Chosen> other) {
        return new PlaygroundState(
                settings, journal, running, target, speed, brush, csv, other, snapshot, message, copies, spiral);
    }

    PlaygroundState saying(String other) {
        return new PlaygroundState(
                settings, journal, running, target, speed, brush, csv, chosen, snapshot, other, copies, spiral);
    }

    PlaygroundState withCopies(Answer other) {
        return new PlaygroundState(
                settings, journal, running, target, speed, brush, csv, chosen, snapshot, message, other, spiral);
    }

    PlaygroundState withSpiral(Answer other) {
        return new PlaygroundState(
                settings, journal, running, target, speed, brush, csv, chosen, snapshot, message, copies, other);
    }

    private static Settings changed(Settings settings, Edit edit) {
        Training training = settings.training();
        if (edit instanceof Edit.Rate rate) {
            return settings.with(training.withRate(Training.text(Training.RATES, rate.rate())));
        }
        if (edit instanceof Edit.Penalties penalties) {
            return settings.with(training.withPenalties(
                    Training.text(Training.PENALTIES, penalties.l1()),
                    Training.text(Training.PENALTIES, penalties.l2())));
        }
        return settings;
    }
}
