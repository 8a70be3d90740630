package feedforward.lesson.backprop;

import static feedforward.lesson.backprop.BackpropState.ALL_STEPS;

import feedforward.course.EngineGradient;
import feedforward.course.SmallNetwork;
import feedforward.device.HeapDevice;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what each event makes of the lesson. Mutable in its state; knows no browser. */
final class BackpropController {
    static final double LARGEST_WEIGHT = 3;
    private static final int FRAMES_PER_STEP = 90;
    private static final double HUNDREDTHS = 100;

    private final BackpropActions actions;
    private BackpropState state = BackpropState.usual();
    private int frames;
    private long seed;

    BackpropController(BackpropActions actions) {
        this.actions = actions;
    }

    BackpropState state() {
        return state;
    }

    /** Sets the lesson as a link has it. */
    void opened(LessonLink link) {
        SmallNetwork.Example usual = BackpropState.USUAL_EXAMPLE;
        SmallNetwork.Example example = new SmallNetwork.Example(
                link.number("x1", usual.x1(), -1, 1),
                link.number("x2", usual.x2(), -1, 1),
                link.count("class", usual.target() + 1, 1, 2) - 1);
        BackpropState linked = BackpropState.usual().with(example).withSteps(link.count("step", 0, 0, ALL_STEPS));
        if (link.has("weights")) {
            Optional<List<Double>> weights = weights(link.text("weights", ""));
            if (weights.isPresent()) {
                linked = linked.withWeights(weights.get());
            } else {
                link.note("weights", "17 numbers in [-3, 3] with commas between them");
            }
        }
        show(linked);
    }

    /** The link to what is shown now. */
    LessonLink link() {
        LessonLink link = LessonLink.empty();
        SmallNetwork.Example example = state.example();
        SmallNetwork.Example usual = BackpropState.USUAL_EXAMPLE;
        if (!example.equals(usual)) {
            link = link.with("x1", example.x1()).with("x2", example.x2()).with("class", example.target() + 1);
        }
        if (!state.weights().equals(BackpropState.USUAL_WEIGHTS)) {
            link = link.with("weights", text(state.weights()));
        }
        return state.steps() == 0 ? link : link.with("step", state.steps());
    }

    void stepped() {
        show(state.playing(false).withSteps(Math.min(ALL_STEPS, state.steps() + 1)));
    }

    void steppedBack() {
        show(state.playing(false).withSteps(Math.max(0, state.steps() - 1)));
    }

    /** Plays on, from the start where all is done; or pauses. */
    void played() {
        frames = 0;
        boolean done = state.steps() == ALL_STEPS;
        show(state.withSteps(done ? 1 : Math.max(1, state.steps())).playing(!state.playing()));
    }

    /** A frame while it plays: every one and a half seconds a step. */
    void ticked() {
        frames++;
        if (state.playing() && frames >= FRAMES_PER_STEP) {
            frames = 0;
            show(state.withSteps(state.steps() + 1));
        }
    }

    void reset() {
        seed = 0;
        show(BackpropState.usual().with(state.answer()));
    }

    void placed(double x1, double x2) {
        show(state.with(new SmallNetwork.Example(x1, x2, state.example().target())));
    }

    void classChosen(int target) {
        show(state.with(
                new SmallNetwork.Example(state.example().x1(), state.example().x2(), target)));
    }

    /** Other weights, as the engine would begin with them, to hundredths. */
    void newWeightsWanted() {
        seed++;
        List<Double> drawn = new ArrayList<>();
        for (float value : EngineGradient.initialWeights(new HeapDevice(), seed)) {
            drawn.add(Math.rint(value * HUNDREDTHS) / HUNDREDTHS);
        }
        show(state.withWeights(drawn));
    }

    void weightChosen(int place) {
        show(state.choosing(place));
    }

    void weightTyped(String text) {
        Optional<Double> value = Typed.number(text).filter(number -> Math.abs(number) <= LARGEST_WEIGHT);
        show(
                value.isPresent()
                        ? state.withWeight(state.chosen(), value.get())
                        : state.saying(SmallNetwork.name(state.chosen()) + ": expected a number from −3 to 3 but was “"
                                + text.trim() + "”."));
    }

    void slopeChecked(String text) {
        Answer answer = Typed.number(text)
                .map(SlopeExercise::judge)
                .orElseGet(() -> Answer.wrong("Expected a number such as −0.25, but was “" + text.trim() + "”."));
        show(state.with(answer));
        if (answer.isRight()) {
            actions.solved();
        }
    }

    private void show(BackpropState newer) {
        state = newer;
        actions.show();
    }

    private static Optional<List<Double>> weights(String text) {
        List<Double> weights = new ArrayList<>();
        for (String part : Parts.of(text, ',')) {
            Optional<Double> weight = Typed.number(part).filter(number -> Math.abs(number) <= LARGEST_WEIGHT);
            if (weight.isEmpty()) {
                return Optional.empty();
            }
            weights.add(weight.get());
        }
        return weights.size() == SmallNetwork.PARAMETERS ? Optional.of(weights) : Optional.empty();
    }

    private static String text(List<Double> weights) {
        StringBuilder text = new StringBuilder();
        for (double weight : weights) {
            text.append(text.isEmpty() ? "" : ",").append(weight);
        }
        return text.toString();
    }
}
