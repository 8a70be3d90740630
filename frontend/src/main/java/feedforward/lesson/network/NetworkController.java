package feedforward.lesson.network;

import feedforward.course.TwoLayers;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;
import java.util.Optional;

/** Decides what each event makes of the lesson. Mutable in its state alone; knows no browser. */
final class NetworkController {
    private static final TwoLayers DIGITS = new TwoLayers(1, 784, 128, 10);
    private static final TwoLayers WANTED = new TwoLayers(1, 3, 5, 3);

    private final NetworkActions actions;
    private NetworkState state = NetworkState.first();

    NetworkController(NetworkActions actions) {
        this.actions = actions;
    }

    NetworkState state() {
        return state;
    }

    /** Sets the lesson as a link has it. */
    void opened(LessonLink link) {
        TwoLayers first = NetworkState.FIRST;
        show(state.with(new TwoLayers(
                        link.count("n", first.examples(), 1, NetworkState.MOST),
                        link.count("in", first.inputs(), 1, NetworkState.MOST),
                        link.count("hidden", first.hidden(), 1, NetworkState.MOST),
                        link.count("out", first.outputs(), 1, NetworkState.MOST)))
                .pinned(term(link)));
    }

    /** The link to what is shown now. */
    LessonLink link() {
        TwoLayers net = state.net();
        TwoLayers first = NetworkState.FIRST;
        LessonLink link = LessonLink.empty();
        link = net.examples() == first.examples() ? link : link.with("n", net.examples());
        link = net.inputs() == first.inputs() ? link : link.with("in", net.inputs());
        link = net.hidden() == first.hidden() ? link : link.with("hidden", net.hidden());
        link = net.outputs() == first.outputs() ? link : link.with("out", net.outputs());
        return state.pinned().isPresent()
                ? link.with("lit", state.pinned().get().id())
                : link;
    }

    void examples(int more) {
        TwoLayers net = state.net();
        resize(new TwoLayers(within(net.examples() + more), net.inputs(), net.hidden(), net.outputs()));
    }

    void inputs(int more) {
        TwoLayers net = state.net();
        resize(new TwoLayers(net.examples(), within(net.inputs() + more), net.hidden(), net.outputs()));
    }

    void hidden(int more) {
        TwoLayers net = state.net();
        resize(new TwoLayers(net.examples(), net.inputs(), within(net.hidden() + more), net.outputs()));
    }

    void outputs(int more) {
        TwoLayers net = state.net();
        resize(new TwoLayers(net.examples(), net.inputs(), net.hidden(), within(net.outputs() + more)));
    }

    void pointedAt(NetworkSpot spot) {
        show(state.pointed(Optional.of(spot)));
    }

    void left() {
        show(state.pointed(Optional.empty()));
    }

    /** A letter that was chosen stays lit until it is chosen again. */
    void pinned(NetworkTerm term) {
        boolean again = state.pinned().equals(Optional.of(term));
        show(state.pinned(again ? Optional.empty() : Optional.of(term)));
    }

    void reset() {
        show(state.with(NetworkState.FIRST).pinned(Optional.empty()));
    }

    void countChecked(String text) {
        show(state.counted(judgedCount(text)));
        finishIfSolved();
    }

    void builtChecked() {
        show(state.built(judgedSizes(state.net())));
        finishIfSolved();
    }

    private static Answer judgedCount(String text) {
        int typed = Typed.whole(text);
        if (typed < 0) {
            return Answer.wrong("Expected a whole number such as 1,234, but was “" + text.trim() + "”.");
        }
        int in = DIGITS.inputs();
        int hidden = DIGITS.hidden();
        int out = DIGITS.outputs();
        if (typed == DIGITS.parameters()) {
            return Answer.right("784·128 + 128 + 128·10 + 10 = 101,770. Nearly all of them, 100,352, are in W₁.");
        }
        if (typed == in * hidden + hidden * out) {
            return Answer.wrong("These are the weights of W₁ and W₂. Each hidden unit and each output has a bias too.");
        }
        if (typed == in * hidden || typed == in * hidden + hidden) {
            return Answer.wrong(
                    "That is the first layer. The second, from 128 hidden units to 10 outputs, has its own.");
        }
        return typed == in + hidden + out
                ? Answer.wrong("That counts the circles. The parameters are the lines, and one bias for each circle"
                        + " that lines reach.")
                : Answer.wrong("W₁ has 784 rows and 128 columns, W₂ 128 rows and 10 columns; b₁ and b₂ have as many"
                        + " entries as their matrix has columns. Add up all four.");
    }

    private static Answer judgedSizes(TwoLayers net) {
        String now = "Your W₂ is " + NetworkTerm.W2.shape(net) + ", and there are " + Numbers.count(net.parameters())
                + " parameters. ";
        if (net.hidden() != WANTED.hidden() || net.outputs() != WANTED.outputs()) {
            return Answer.wrong(now + "W₂ has one row for each hidden unit and one column for each output.");
        }
        if (net.inputs() != WANTED.inputs()) {
            return Answer.wrong(now + "W₂ is right; each input adds 5 weights to W₁, so there must be "
                    + (net.inputs() > WANTED.inputs() ? "fewer" : "more") + ".");
        }
        return Answer.right(
                "3·5 + 5 + 5·3 + 3 = 38. The number of examples plays no part: the same weights serve all.");
    }

    private void finishIfSolved() {
        if (state.counted().isRight() && state.built().isRight()) {
            actions.solved();
        }
    }

    private void resize(TwoLayers net) {
        show(state.with(net));
    }

    private void show(NetworkState newer) {
        state = newer;
        actions.show();
    }

    private static Optional<NetworkTerm> term(LessonLink link) {
        String id = link.text("lit", "");
        for (NetworkTerm term : NetworkTerm.values()) {
            if (term.id().equals(id)) {
                return Optional.of(term);
            }
        }
        if (!id.isEmpty()) {
            link.note("lit", "one of x, w1, b1, h, w2, b2, y");
        }
        return Optional.empty();
    }

    private static int within(int size) {
        return Math.max(1, Math.min(NetworkState.MOST, size));
    }
}
