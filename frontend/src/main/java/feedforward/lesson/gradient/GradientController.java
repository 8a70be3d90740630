package feedforward.lesson.gradient;

import feedforward.course.Formula;
import feedforward.course.GradientReferee;
import feedforward.course.GradientReferee.Verdict;
import feedforward.course.Piece;
import feedforward.lesson.LessonLink;
import java.util.Optional;

/** Decides what each event makes of the formula; of the trainings {@link RaceController} does. Mutable; knows no browser. */
final class GradientController {
    private static final String BIASES = "biases";

    private final GradientActions actions;
    private GradientState state = GradientState.first();

    GradientController(GradientActions actions) {
        this.actions = actions;
    }

    GradientState state() {
        return state;
    }

    /** Sets the formula as a link has it, checked where it was. */
    void opened(LessonLink link) {
        if (link.text("of", "").equals(BIASES)) {
            show(state.with(GradientReferee.Of.BIASES));
        } else if (link.has("of")) {
            link.note("of", BIASES);
        }
        Optional<Formula> formula = Formula.parse(link.text("formula", ""));
        if (formula.isEmpty()) {
            link.note("formula", "pieces such as outer.x.p-y");
        }
        show(state.with(formula.orElse(Formula.EMPTY)).showing(link.count("example", 1, 1, 3) - 1));
        if (link.has("checked")) {
            checked();
        }
    }

    /** The link to the formula, added to what a link says already. */
    LessonLink link(LessonLink so) {
        LessonLink link = so;
        if (state.of() == GradientReferee.Of.BIASES) {
            link = link.with("of", BIASES);
        }
        if (!state.formula().pieces().isEmpty()) {
            link = link.with("formula", state.formula().id());
        }
        if (state.example() > 0) {
            link = link.with("example", state.example() + 1);
        }
        return state.verdict().isPresent() ? link.with("checked", 1) : link;
    }

    void ofChosen(GradientReferee.Of of) {
        show(state.with(of));
    }

    void pieceChosen(Piece piece) {
        if (state.formula().takes()) {
            show(state.with(state.formula().with(piece)));
        }
    }

    void lastTakenOut() {
        show(state.with(state.formula().withoutLast()));
    }

    void cleared() {
        show(state.with(Formula.EMPTY));
    }

    /** The notebook's formula, judged. */
    void notebookWanted() {
        show(state.with(GradientReferee.Of.WEIGHTS).with(Formula.NOTEBOOK));
        checked();
    }

    void exampleChosen(int label) {
        show(state.showing(label));
    }

    void checked() {
        Verdict verdict = GradientReferee.judge(state.formula(), state.of());
        boolean already = state.solved();
        show(state.with(verdict));
        if (state.solved() && !already) {
            actions.solved();
        }
    }

    private void show(GradientState newer) {
        state = newer;
        actions.show();
    }
}
