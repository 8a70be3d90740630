package feedforward.lesson.loop;

import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what each event makes of the exercises; of the training {@link TrainingController} does. Mutable; knows no browser. */
final class LoopController {
    private static final int UPDATES = 5_000;

    private final LoopActions actions;
    private LoopState state = LoopState.first();

    LoopController(LoopActions actions) {
        this.actions = actions;
    }

    LoopState state() {
        return state;
    }

    /** Sets the order as a link has it, checked where it was. */
    void opened(LessonLink link) {
        Optional<List<LoopStep>> steps = LoopStep.parse(link.text("order", ""));
        if (steps.isEmpty()) {
            link.note("order", "letters of steps, each once, such as istf");
        }
        show(state.with(steps.orElse(List.of())));
        if (link.has("checked")) {
            checked();
        }
    }

    /** The link to the order, added to what a link says already. */
    LessonLink link(LessonLink so) {
        LessonLink link = state.steps().isEmpty() ? so : so.with("order", LoopStep.letters(state.steps()));
        return state.order().equals(Answer.OPEN) ? link : link.with("checked", 1);
    }

    void stepChosen(LoopStep step) {
        if (!state.steps().contains(step)) {
            List<LoopStep> longer = new ArrayList<>(state.steps());
            longer.add(step);
            show(state.with(longer));
        }
    }

    /** Takes a step out again. */
    void stepTakenOut(LoopStep step) {
        List<LoopStep> shorter = new ArrayList<>(state.steps());
        shorter.remove(step);
        show(state.with(shorter));
    }

    void cleared() {
        show(state.with(List.of()));
    }

    void checked() {
        answered(state.withOrder(LoopOrder.judge(state.steps())));
    }

    void updatesChecked(String text) {
        answered(state.withUpdates(judged(text)));
    }

    private void answered(LoopState newer) {
        boolean already = state.solved();
        show(newer);
        if (newer.solved() && !already) {
            actions.solved();
        }
    }

    private static Answer judged(String text) {
        int typed = Typed.whole(text);
        if (typed < 0) {
            return Answer.wrong("Expected a whole number such as 250, but was “" + text.trim() + "”.");
        }
        return switch (typed) {
            case UPDATES ->
                Answer.right("50,000 / 100 = 500 batches an epoch, each with one update; ten epochs make 5,000.");
            case 500 -> Answer.wrong("That is one epoch. The loop goes through all images ten times.");
            case 500_000 -> Answer.wrong("That would be an update for each image. Here 100 images share one.");
            case 50_000 -> Answer.wrong("That is the number of images; an update is made for each batch of 100.");
            case 10 -> Answer.wrong("That is the number of epochs; within each, every batch makes an update.");
            default ->
                Answer.wrong(
                        "How many batches of 100 are there in 50,000 images? Each makes one update, in each of ten epochs.");
        };
    }

    private void show(LoopState newer) {
        state = newer;
        actions.show();
    }
}
