package feedforward.page.bench;

import feedforward.bench.Workload;
import feedforward.json.JsonFormatException;

/** Decides what each event makes of the bench page. Mutable in its state alone; knows no browser. */
final class BenchController {
    private final BenchActions actions;
    private BenchState state = BenchState.idle();

    BenchController(BenchActions actions) {
        this.actions = actions;
    }

    BenchState state() {
        return state;
    }

    /** What a link asks for starts by itself; one that cannot be read is not passed over. */
    void linkOpened(BenchLink link) {
        link.form().ifPresent(form -> {
            state = state.with(form);
            runWanted();
        });
        if (!link.trouble().isEmpty()) {
            fail(link.trouble());
        }
    }

    void chosen(Workload workload, boolean chosen) {
        show(state.with(state.form().with(workload, chosen)));
    }

    void threadsChosen(String threads) {
        show(state.with(state.form().withThreads(threads)));
    }

    void secondsTyped(String seconds) {
        show(state.with(state.form().withSeconds(seconds)));
    }

    void serverChosen(boolean server) {
        show(state.with(state.form().withServer(server)));
    }

    /** Begins as soon as the worker is there; one that never came is tried again. */
    void runWanted() {
        if (state.phase() == BenchState.Phase.RUNNING) {
            return;
        }
        boolean never = state.mostThreads() == 0 && state.phase() == BenchState.Phase.FAILED;
        show(state.begun());
        if (never) {
            actions.restartWorker();
        }
        begin();
    }

    void workerReady(String device, int mostThreads) {
        show(state.withWorker(device, mostThreads));
        begin();
    }

    /** What is measured already stays. */
    void cancelWanted() {
        if (isAt(BenchFigure.Place.SERVER)) {
            actions.cancelOnServer();
        } else if (isAt(BenchFigure.Place.PAGE)) {
            actions.restartWorker();
        }
        show(state.ended(BenchState.Phase.IDLE, "").withNotice("Cancelled."));
    }

    /** A part of the digits has arrived. */
    void loading(double part) {
        show(state.withLoaded(part));
    }

    void progress(double part) {
        show(state.with(state.plan().withPart(part)));
    }

    void measured(BenchFigure.Place place, String result) {
        try {
            show(state.with(BenchFigure.read(place, result)));
        } catch (JsonFormatException e) {
            fail(e.getMessage());
        }
    }

    /** The task at hand is done. */
    void over() {
        if (state.phase() == BenchState.Phase.RUNNING) {
            show(state.with(state.plan().next()));
            work();
        }
    }

    /** The server does not measure this workload; that ends nothing. */
    void failedThere(String reason) {
        show(state.withNotice("Your server did not measure. " + reason));
        over();
    }

    /** The page does not measure: the server alone would be no comparison. */
    void failedHere(String reason) {
        fail(reason);
    }

    /** The worker is no more; the next run begins with a new one. */
    void broken(String reason) {
        show(state.withWorker("", 0));
        fail(reason);
    }

    void copied(boolean copied) {
        show(state.withNotice(copied ? "Copied." : "Selected: press Ctrl+C or ⌘C to copy."));
    }

    private void begin() {
        if (!state.awaitsWorker() || state.mostThreads() == 0) {
            return;
        }
        String error = state.form().error(state.mostThreads());
        if (!error.isEmpty()) {
            fail(error);
            return;
        }
        show(state.with(BenchPlan.of(
                state.form().requests(state.mostThreads()), state.form().server())));
        work();
    }

    private void work() {
        state.plan()
                .current()
                .ifPresentOrElse(
                        task -> {
                            if (task.place() == BenchFigure.Place.PAGE) {
                                actions.measureHere(task.request());
                            } else {
                                actions.measureOnServer(task.request());
                            }
                        },
                        () -> show(state.ended(BenchState.Phase.DONE, "")));
    }

    private void fail(String reason) {
        if (isAt(BenchFigure.Place.SERVER)) {
            actions.cancelOnServer();
        }
        show(state.ended(BenchState.Phase.FAILED, reason));
    }

    private boolean isAt(BenchFigure.Place place) {
        return state.phase() == BenchState.Phase.RUNNING
                && state.plan().current().filter(task -> task.place() == place).isPresent();
    }

    private void show(BenchState newer) {
        state = newer;
        actions.show();
    }
}
