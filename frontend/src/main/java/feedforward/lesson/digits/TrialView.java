package feedforward.lesson.digits;

import feedforward.view.Elements;
import feedforward.view.Numbers;
import java.util.Locale;
import org.teavm.jso.dom.html.HTMLElement;

/** Shows how random weights are tried on the test digits. */
final class TrialView {
    void show(DigitsState state) {
        Trial trial = state.trial();
        HTMLElement figure = Elements.role("digits-trial");
        Elements.state(figure, trial.phase().name().toLowerCase(Locale.ROOT));
        Elements.enabled(Elements.role("digits-measure"), state.guess().isPresent() && !trial.running());
        Elements.text(
                "digits-measure",
                trial.wrong().isEmpty() ? "Measure on the 10,000 test digits" : "Measure other random weights");
        Elements.enabled(Elements.role("digits-stop"), trial.running());
        Elements.attribute(Elements.role("digits-progress"), "value", Numbers.fixed(trial.part(), 3));
        Elements.live("digits-trial-words", words(trial), trial.running());
        showDraws(state);
    }

    private static String words(Trial trial) {
        return switch (trial.phase()) {
            case IDLE ->
                trial.wrong().isEmpty()
                        ? "Nothing measured yet. The first time, the digits have to come: 11.6 MB."
                        : "Mean error rate " + Numbers.percent(trial.meanErrorRate()) + " over "
                                + trial.wrong().size() + (trial.wrong().size() == 1 ? " draw." : " draws.");
            case LOADING -> "Downloading the digits, once: " + Numbers.fixed(100 * trial.part(), 0) + " % of 11.6 MB";
            case JUDGING -> "Asking the network for each of the 10,000 test digits";
            case FAILED -> trial.message();
        };
    }

    private static void showDraws(DigitsState state) {
        StringBuilder rows = new StringBuilder();
        for (int draw = 0; draw < state.trial().wrong().size(); draw++) {
            int wrong = state.trial().wrong().get(draw);
            rows.append("<tr><th scope=\"row\">")
                    .append(state.seed() + draw)
                    .append("</th><td>")
                    .append(Numbers.count(wrong))
                    .append("</td><td>")
                    .append(Numbers.percent(wrong / (double) state.trial().examples()))
                    .append("</td></tr>");
        }
        HTMLElement body = Elements.role("digits-draws");
        if (!body.getInnerHTML().contentEquals(rows)) {
            body.setInnerHTML(rows.toString());
        }
        Elements.role("digits-draws-table").setHidden(state.trial().wrong().isEmpty());
    }
}
