package feedforward.lesson.softmax;

import feedforward.course.ClassScores;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.text.Parts;
import feedforward.view.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Decides what each event makes of the lesson. Mutable in its state alone; knows no browser. */
final class SoftmaxController {
    static final double COLDEST = 0.2;
    static final double HOTTEST = 5;

    private final SoftmaxActions actions;
    private SoftmaxState state = SoftmaxState.first();

    SoftmaxController(SoftmaxActions actions) {
        this.actions = actions;
    }

    SoftmaxState state() {
        return state;
    }

    /** Sets the lesson as a link has it. */
    void opened(LessonLink link) {
        float temperature = (float) link.number("t", 1, COLDEST, HOTTEST);
        ClassScores scores = new ClassScores(read(link, "z", SoftmaxState.FIRST), temperature);
        ClassScores pair = new ClassScores(read(link, "pair", SoftmaxState.FIRST_PAIR), 1);
        show(state.withScores(scores).withPair(pair));
    }

    /** The link to what is shown now. */
    LessonLink link() {
        LessonLink link = write(LessonLink.empty(), "z", state.scores().values(), SoftmaxState.FIRST);
        link = write(link, "pair", state.pair().values(), SoftmaxState.FIRST_PAIR);
        float temperature = state.scores().temperature();
        return temperature == 1 ? link : link.with("t", Math.round(temperature * 10) / 10.0);
    }

    void scored(int index, float score) {
        show(state.withScores(SoftmaxState.replaced(state.scores(), index, hundredths(score))));
    }

    void paired(int index, float score) {
        show(state.withPair(SoftmaxState.replaced(state.pair(), index, hundredths(score))));
    }

    void heated(float temperature) {
        float tenths = Math.round(temperature * 10) / 10f;
        show(state.withScores(new ClassScores(state.scores().values(), tenths)));
    }

    /** Raises all scores alike, if none leaves its slider by that. */
    void shifted(float by) {
        if (state.canShift(by)) {
            List<Float> shifted = state.scores().values().stream()
                    .map(score -> hundredths(score + by))
                    .toList();
            show(state.withScores(new ClassScores(shifted, state.scores().temperature())));
        }
    }

    void reset() {
        SoftmaxState first = SoftmaxState.first();
        show(state.withScores(first.scores()).withPair(first.pair()));
    }

    void twiceChecked(String text) {
        show(state.withTwice(
                Typed.number(text).map(SoftmaxController::judgedTwice).orElse(noNumber(text))));
        finishIfSolved();
    }

    void largeChecked(String text) {
        show(state.withLarge(
                Typed.number(text).map(SoftmaxController::judgedLarge).orElse(noNumber(text))));
        finishIfSolved();
    }

    private static Answer judgedTwice(double lead) {
        if (Math.abs(lead - Math.log(2)) <= 0.006) {
            return Answer.right("e to the power of 0.693 is 2. A lead in score is a factor in probability.");
        }
        if (Math.abs(lead) > 20) {
            return Answer.wrong("That is too much: e to the power of 1 is 2.718 already.");
        }
        return Answer.wrong("With a lead of " + Numbers.fixed(lead, 3) + " the class is e to that power, "
                + Numbers.significant(Math.exp(lead)) + " times, as probable as the other. Which power of e is 2?");
    }

    private static Answer judgedLarge(double p) {
        if (Math.abs(p - 0.731) <= 0.006) {
            return Answer.right(
                    "σ(1) = 0.731, as for the scores 0 and 1. The engine takes the largest score away from all"
                            + " first, so that nothing overflows: e to the power of 1001 is no number a computer has.");
        }
        if (Math.abs(p - 0.269) <= 0.006) {
            return Answer.wrong("That is the first class, whose score is the lower one.");
        }
        return Answer.wrong(
                p > 0.99
                        ? "The scores are large, but only their difference counts: take 1000 away from both."
                        : "Take 1000 away from both scores, which changes nothing, and work it out for 0 and 1.");
    }

    private void finishIfSolved() {
        if (state.twice().isRight() && state.large().isRight()) {
            actions.solved();
        }
    }

    private void show(SoftmaxState newer) {
        state = newer;
        actions.show();
    }

    private static List<Float> read(LessonLink link, String name, List<Float> otherwise) {
        List<Float> values = new ArrayList<>();
        String text = link.text(name, "");
        for (String part : Parts.of(text, '_')) {
            Typed.number(part)
                    .filter(score -> Math.abs(score) <= SoftmaxState.LIMIT)
                    .ifPresent(score -> values.add(score.floatValue()));
        }
        if (!text.isEmpty() && values.size() != otherwise.size()) {
            link.note(name, otherwise.size() + " scores in [−10, 10] with _ between them");
        }
        return values.size() == otherwise.size() ? values : otherwise;
    }

    private static LessonLink write(LessonLink link, String name, List<Float> values, List<Float> usual) {
        StringBuilder text = new StringBuilder();
        for (float value : values) {
            text.append(text.length() == 0 ? "" : "_").append(Math.round(value * 100) / 100.0);
        }
        return values.equals(usual) ? link : link.with(name, text.toString());
    }

    /** Rounded, so that the address can keep it exactly. */
    private static float hundredths(float score) {
        return Math.round(score * 100) / 100f;
    }

    private static Answer noNumber(String text) {
        return Answer.wrong("Expected a number such as 0.25, but was “" + text.trim() + "”.");
    }
}
