package feedforward.lesson.evaluation;

import feedforward.course.Confusion;
import feedforward.lesson.LessonLink;
import feedforward.page.Phase;
import feedforward.train.RunSnapshot;
import feedforward.train.RunState;
import feedforward.worker.WorkerMessage;
import java.util.Optional;

/** Decides what each event makes of the lesson: which network is judged, what the exercises say. Mutable in its state; knows no browser. */
final class JudgeController {
    private final JudgeActions actions;
    private JudgeState state = JudgeState.NONE;

    JudgeController(JudgeActions actions) {
        this.actions = actions;
    }

    JudgeState state() {
        return state;
    }

    /** A link that names a network has it judged again. */
    void opened(LessonLink link) {
        if (link.has("network")) {
            Optional<Candidate> named = Candidate.named(link.text("network", ""));
            if (named.isEmpty()) {
                link.note("network", "shipped, softmax or hidden");
            }
            named.ifPresent(this::candidateWanted);
        }
    }

    LessonLink link() {
        return state.chosen()
                .map(candidate -> LessonLink.empty().with("network", candidate.id()))
                .orElseGet(LessonLink::empty);
    }

    /** The network is fetched or trained, then judged. */
    void candidateWanted(Candidate candidate) {
        stopTraining();
        show(state.choosing(Optional.of(candidate), Phase.LOADING));
        candidate.run().ifPresentOrElse(actions::train, actions::fetchShipped);
    }

    /** A network that the visitor has as a file. */
    void fileArrived(byte[] file, String name) {
        stopTraining();
        show(state.choosing(Optional.empty(), Phase.IDLE));
        actions.judge(file, name);
    }

    /** A file could not be read. */
    void fileRefused(String name, String reason) {
        show(state.with(state.phase(), name + ": " + reason));
    }

    void shippedArrived(byte[] file) {
        if (isAwaited(Candidate.SHIPPED)) {
            show(state.with(Phase.IDLE, ""));
            actions.judge(file, Candidate.SHIPPED.title());
        }
    }

    void shippedFailed(String reason) {
        if (isAwaited(Candidate.SHIPPED)) {
            show(state.with(Phase.FAILED, "The shipped network could not be loaded. " + reason));
        }
    }

    void stopWanted() {
        stopTraining();
        show(state.choosing(Optional.empty(), Phase.IDLE));
    }

    void loading(double part) {
        if (state.phase() == Phase.LOADING) {
            show(state.withLoaded(part));
        }
    }

    void news(RunSnapshot snapshot) {
        if (!trains()) {
            return;
        }
        show(state.with(snapshot));
        if (snapshot.state() == RunState.FINISHED) {
            actions.tellWorker(WorkerMessage.SAVE);
        }
    }

    /** The trained network has come. */
    void saved(byte[] file) {
        if (state.phase() == Phase.DONE) {
            state.chosen().ifPresent(candidate -> actions.judge(file, candidate.title()));
        }
    }

    /** The worker is no more. */
    void broken(String reason) {
        if (state.phase().busy()) {
            show(state.with(Phase.FAILED, reason));
        }
    }

    void pairChecked(Optional<Confusion> confusion, String actual, String answered) {
        show(state.withPair(JudgeAnswers.pair(confusion, actual, answered)));
        finishIfSolved();
    }

    void weakestChecked(Optional<Confusion> confusion, String digit) {
        show(state.withWeakest(JudgeAnswers.weakest(confusion, digit)));
        finishIfSolved();
    }

    void errorChecked(String text) {
        show(state.withError(JudgeAnswers.error(text)));
        finishIfSolved();
    }

    private boolean isAwaited(Candidate candidate) {
        return state.phase() == Phase.LOADING && state.chosen().equals(Optional.of(candidate));
    }

    private boolean trains() {
        return state.phase().busy() && state.chosen().flatMap(Candidate::run).isPresent();
    }

    private void stopTraining() {
        if (trains()) {
            actions.tellWorker(WorkerMessage.STOP);
        }
    }

    private void finishIfSolved() {
        if (state.solved()) {
            actions.solved();
        }
    }

    private void show(JudgeState newer) {
        state = newer;
        actions.show();
    }
}
