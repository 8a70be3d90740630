package feedforward.lesson.layers;

import feedforward.course.ChainFit;
import feedforward.course.ChainFit.Weights;
import feedforward.data.Curve;
import feedforward.device.Activation;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.train.DivergedException;
import feedforward.view.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Decides what each event makes of the lesson. Mutable in its state and in the chain of layers; knows no browser. */
final class LayersController {
    private static final float RATE = 0.1f;
    private static final int MOST_STEPS = 20_000;
    private static final int STEPS_PER_SPEED = 50;
    private static final double STANDING_STILL = 1e-7;
    private static final double TOO_DEAR = 100;

    private final LayersActions actions;
    private LayersState state = LayersState.fresh();
    private ChainFit chain = chain(state);

    LayersController(LayersActions actions) {
        this.actions = actions;
    }

    LayersState state() {
        return state;
    }

    /** Sets the lesson as a link has it: the same layers, descended by as many steps. */
    void opened(LessonLink link) {
        set(LayersLink.weights(link), LayersLink.between(link));
        int steps = link.count("step", 0, 0, MOST_STEPS);
        if (steps > 0) {
            advance(steps);
        }
    }

    /** What the layers make of each place. */
    float[] outputs(float... x) {
        return chain.outputs(x);
    }

    double cost() {
        return chain.cost();
    }

    void layerAdded() {
        int layers = state.now().size();
        if (layers < LayersState.MOST_LAYERS) {
            List<Weights> more = new ArrayList<>(state.now());
            more.add(LayersState.usual(LayersState.MOST_LAYERS).get(layers));
            set(more, state.between());
        }
    }

    void layerRemoved() {
        int layers = state.now().size();
        if (layers > 1) {
            set(state.now().subList(0, layers - 1), state.between());
        }
    }

    void activationChosen(String id) {
        set(state.now(), LayersLink.between(LessonLink.empty().with("f", id)));
    }

    /** @param layer from 0 */
    void slopeMoved(int layer, float m) {
        LayersState moved =
                state.moved(layer, new Weights(m, state.now().get(layer).b()));
        set(moved.now(), moved.between());
    }

    void offsetMoved(int layer, float b) {
        LayersState moved =
                state.moved(layer, new Weights(state.now().get(layer).m(), b));
        set(moved.now(), moved.between());
    }

    void played() {
        show(state.saying("").running(!state.running()));
    }

    void stepped() {
        show(state.saying("").running(false));
        advance(1);
    }

    /** A frame of the running descent. */
    void ticked() {
        if (state.running()) {
            advance(1 + state.steps() / STEPS_PER_SPEED);
        }
    }

    void reset() {
        set(LayersState.usual(2), Activation.LINEAR);
    }

    void countsChecked(String one, String two, String three) {
        show(state.withCounted(judgedCounts(one.trim(), two.trim(), three.trim())));
        finishIfSolved();
    }

    void lineChecked(String m, String b) {
        show(state.withComposed(judgedLine(m, b)));
        finishIfSolved();
    }

    private static Answer judgedCounts(String one, String two, String three) {
        if (!one.equals("2")) {
            return Answer.wrong("One layer is a line: it has a slope m and an offset b. How many numbers are these?");
        }
        if (!two.equals("4")) {
            return Answer.wrong(
                    two.equals("3")
                            ? "Each layer has an offset of its own, the second too: m₁, b₁, m₂, b₂."
                            : "The second layer is a model like the first, with its own slope and offset: add them.");
        }
        return three.equals("6")
                ? Answer.right("2, 4, 6: two for each layer, since each has one input and one output.")
                : Answer.wrong("2 and 4 are right. Each further layer adds as many as the one before.");
    }

    private static Answer judgedLine(String m, String b) {
        double slope = number(m);
        double offset = number(b);
        if (Double.isNaN(slope)) {
            return Answer.wrong(Typed.noNumber("m", m, "0.5"));
        }
        if (Double.isNaN(offset)) {
            return Answer.wrong(Typed.noNumber("b", b, "0.5"));
        }
        if (slope != -1) {
            return Answer.wrong("The slope: x is multiplied by 0.5, and what comes out by −2. Multiply the two.");
        }
        return Math.abs(offset - 0.6) < 1e-9
                ? Answer.right(
                        "−2·(0.5x + 0.2) + 1 = −x + 0.6. Four parameters, and yet only a line, which two describe.")
                : Answer.wrong("The slope is right. The offset: the second layer takes −2 times 0.2 and adds 1.");
    }

    private static double number(String text) {
        return Typed.number(text).orElse(Double.NaN);
    }

    private void finishIfSolved() {
        if (state.counted().isRight() && state.composed().isRight()) {
            actions.solved();
        }
    }

    private void set(List<Weights> weights, Activation between) {
        LayersState newer = state.set(weights, between);
        chain = chain(newer);
        show(newer);
    }

    private static ChainFit chain(LayersState state) {
        return new ChainFit(state.start(), state.between(), RATE, Curve.POINTS, 1);
    }

    private void advance(int steps) {
        double before = chain.cost();
        boolean diverged = false;
        for (int i = 0; i < steps && chain.steps() < MOST_STEPS && !diverged; i++) {
            diverged = !step();
        }
        show(state.descended(chain.weights(), chain.steps()));
        double cost = chain.cost();
        if (diverged || !(cost < TOO_DEAR)) {
            stop(
                    "With these weights the steps grow instead of shrinking: large weights in one layer multiply the slope of"
                            + " the others. Move the sliders nearer to 0.");
        } else if (chain.steps() >= MOST_STEPS || steps > 10 && Math.abs(before - cost) < STANDING_STILL * cost) {
            stop("Settled at a cost of " + Numbers.fixed(cost, 7) + ". The best line costs 0.0012657.");
        }
    }

    private boolean step() {
        try {
            chain.step();
            return true;
        } catch (DivergedException e) {
            return false;
        }
    }

    private void stop(String why) {
        show(state.running(false).saying(why));
    }

    private void show(LayersState newer) {
        state = newer;
        actions.show();
    }
}
