package feedforward.lesson.batching;

import feedforward.data.Curve;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.lesson.WholeField;
import feedforward.view.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Decides what each event makes of the lesson. Mutable in its state and in the race under way; knows no browser. */
final class BatchingController {
    private static final int MOST_SEED = 1_000_000;
    private static final WholeField MINI = new WholeField("Mini-batch", 2, Curve.POINTS - 1);
    /** Epochs in a frame grow with those that are done: the first can be watched, the last need not be waited for. */
    private static final int EPOCHS_PER_SPEED = 25;

    private final BatchingActions actions;
    private final LongSupplier nanoClock;
    private BatchingState state = BatchingState.fresh(BatchingState.USUAL_RATE, BatchingState.USUAL_MINI, 1);
    private List<Racer> racers = List.of();

    /** @param nanoClock a clock in nanoseconds that never goes back */
    BatchingController(BatchingActions actions, LongSupplier nanoClock) {
        this.actions = actions;
        this.nanoClock = nanoClock;
    }

    BatchingState state() {
        return state;
    }

    /** Sets the lesson as a link has it: the same race, over as many epochs. */
    void opened(LessonLink link) {
        int epochs = link.count("epochs", 0, 0, BatchingState.MOST_EPOCHS);
        show(BatchingState.fresh(
                link.text("rate", BatchingState.USUAL_RATE),
                link.text("mini", BatchingState.USUAL_MINI),
                link.count("seed", 1, 0, MOST_SEED)));
        if (epochs > 0 && begin()) {
            advance(epochs);
        }
    }

    LessonLink link() {
        LessonLink link = LessonLink.empty();
        if (!state.rate().equals(BatchingState.USUAL_RATE)) {
            link = link.with("rate", state.rate());
        }
        if (!state.mini().equals(BatchingState.USUAL_MINI)) {
            link = link.with("mini", state.mini());
        }
        if (state.seed() != 1) {
            link = link.with("seed", state.seed());
        }
        return state.epochs() == 0 ? link : link.with("epochs", state.epochs());
    }

    void rateTyped(String text) {
        restart(text, state.mini(), state.seed());
    }

    void miniTyped(String text) {
        restart(state.rate(), text, state.seed());
    }

    void newOrderWanted() {
        restart(state.rate(), state.mini(), state.seed() % MOST_SEED + 1);
    }

    void reset() {
        restart(BatchingState.USUAL_RATE, BatchingState.USUAL_MINI, 1);
    }

    void played() {
        if (state.running()) {
            show(state.running(false));
        } else if (begin()) {
            show(state.saying("").running(true));
        }
    }

    /** One epoch of each. */
    void stepped() {
        if (begin()) {
            show(state.saying("").running(false));
            advance(1);
        }
    }

    /** A frame of the race. */
    void ticked() {
        if (state.running()) {
            advance(1 + state.epochs() / EPOCHS_PER_SPEED);
        }
    }

    void updatesChecked(String ofMini, String ofSingle) {
        show(state.withUpdates(judgedUpdates(ofMini, ofSingle)));
        finishIfSolved();
    }

    /** @param choice all, mini or single; empty if none was chosen */
    void floorChosen(String choice) {
        show(state.withFloor(judgedFloor(choice)));
        finishIfSolved();
    }

    private static Answer judgedUpdates(String ofMini, String ofSingle) {
        if (!ofMini.trim().equals("5")) {
            return Answer.wrong(
                    "Batches of 8: an epoch uses each of the 40 points once, 8 in each update. How many eights are in 40?");
        }
        return ofSingle.trim().equals("40")
                ? Answer.right("40 / 8 = 5 and 40 / 1 = 40. Full descent makes a single update in the same time.")
                : Answer.wrong(
                        "5 is right for batches of 8. With one example an update, 40 points make as many updates as there are points.");
    }

    private static Answer judgedFloor(String choice) {
        return switch (choice) {
            case "single" ->
                Answer.right(
                        "Each point pulls the line towards itself, the next one towards another place, and the line"
                                + " never settles. A smaller rate makes the wandering smaller: try half of it.");
            case "mini" ->
                Answer.wrong(
                        "Its eight points disagree less with each other than single points do: their mean is nearer to"
                                + " the mean of all. Look at the dotted line.");
            case "all" ->
                Answer.wrong(
                        "All points together give the cost’s true slope, which is 0 at the bottom: this descent comes"
                                + " to rest. Let it run on and look at the solid line.");
            default -> Answer.wrong("Choose one of the three.");
        };
    }

    private void finishIfSolved() {
        if (state.updates().isRight() && state.floor().isRight()) {
            actions.solved();
        }
    }

    private void restart(String rate, String mini, int seed) {
        racers = List.of();
        BatchingState fresh = state.with(rate, mini, seed);
        show(fresh.saying(trouble(fresh)));
    }

    /** Makes ready for the next epoch; says what is wrong if that cannot be. */
    private boolean begin() {
        String trouble = trouble(state);
        if (!trouble.isEmpty()) {
            show(state.saying(trouble));
            return false;
        }
        if (racers.isEmpty()) {
            List<Racer> fresh = new ArrayList<>();
            for (int batch : Racer.batches(MINI.count(state.mini()).orElseThrow())) {
                fresh.add(new Racer(batch, Typed.learningRate(state.rate()).orElseThrow(), state.seed(), nanoClock));
            }
            racers = fresh;
        }
        return true;
    }

    private void advance(int epochs) {
        int last = Math.min(BatchingState.MOST_EPOCHS, state.epochs() + epochs);
        for (int epoch = state.epochs(); epoch < last; epoch++) {
            racers.forEach(Racer::runEpoch);
        }
        show(state.ran(last, racers.stream().map(Racer::marks).toList()));
        Optional<Racer> lost = racers.stream().filter(Racer::diverged).findFirst();
        if (lost.isPresent()) {
            show(
                    state.running(false)
                            .saying(
                                    "With " + named(lost.get().batch())
                                            + " an update the cost grows without bound: the learning rate is too high for it. Choose a smaller one."));
        } else if (last == BatchingState.MOST_EPOCHS) {
            show(state.running(false).saying(Numbers.count(last) + " epochs: the end of the figure."));
        }
    }

    private static String named(int batch) {
        return batch == 1 ? "one point" : batch == Curve.POINTS ? "all points" : Numbers.count(batch) + " points";
    }

    private void show(BatchingState newer) {
        state = newer;
        actions.show();
    }

    private static String trouble(BatchingState state) {
        return Typed.learningRate(state.rate()).isEmpty()
                ? Typed.noLearningRate(state.rate(), BatchingState.USUAL_RATE)
                : MINI.trouble(state.mini());
    }
}
