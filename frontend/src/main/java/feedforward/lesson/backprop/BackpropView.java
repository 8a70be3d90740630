package feedforward.lesson.backprop;

import feedforward.course.Backpropagation.Line;
import feedforward.course.Backpropagation.Step;
import feedforward.course.SmallNetwork;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.NetworkListener;
import feedforward.view.NetworkPicture;
import feedforward.view.Numbers;
import java.util.List;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link BackpropState}. */
final class BackpropView {
    private static final int DECIMALS = 4;

    private final NetworkPicture picture;
    private final SlopesTable slopes = new SlopesTable();
    private final HTMLElement lines = Elements.role("backprop-lines");
    private final HTMLInputElement x1 = (HTMLInputElement) Elements.role("backprop-x1");
    private final HTMLInputElement x2 = (HTMLInputElement) Elements.role("backprop-x2");
    private final HTMLSelectElement target = (HTMLSelectElement) Elements.role("backprop-class");
    private final HTMLSelectElement weight = (HTMLSelectElement) Elements.role("backprop-weight");
    private final HTMLInputElement value = (HTMLInputElement) Elements.role("backprop-value");
    private List<Line> shownLines = List.of();

    BackpropView(NetworkListener listener) {
        picture = new NetworkPicture(
                Elements.role("backprop-picture"), "Network of two inputs, three hidden units, two outputs", listener);
        picture.layers(PictureOfTrace.LABELS);
        for (int place = 0; place < SmallNetwork.PARAMETERS; place++) {
            HTMLElement option = Window.current().getDocument().createElement("option");
            option.setAttribute("value", Integer.toString(place));
            weight.appendChild(option.withText(SmallNetwork.name(place)));
        }
        CountTable.fill();
    }

    void show(BackpropState state) {
        List<Step> trace = state.trace();
        List<Step> done = trace.subList(0, state.steps());
        showPicture(state, done);
        showStep(done);
        slopes.show(state, done);
        showKnobs(state);
        Elements.text("backprop-so-far", CountTable.soFar(done));
        Elements.text("backprop-play", state.playing() ? "Pause" : "Play");
        Elements.enabled(Elements.role("backprop-back"), state.steps() > 0);
        Elements.enabled(Elements.role("backprop-step"), state.steps() < BackpropState.ALL_STEPS);
        Answers.show("backprop-answer", state.answer());
    }

    private void showPicture(BackpropState state, List<Step> done) {
        picture.weights(PictureOfTrace.weights(state.network()));
        picture.texts(PictureOfTrace.texts(state.example(), done));
        picture.light(PictureOfTrace.lit(done));
    }

    private void showStep(List<Step> done) {
        Elements.text("backprop-where", where(done));
        List<Line> newer =
                done.isEmpty() ? List.of() : done.get(done.size() - 1).lines();
        if (!newer.equals(shownLines)) {
            shownLines = newer;
            lines.setTextContent("");
            newer.forEach(line -> lines.appendChild(item(line)));
        }
    }

    private static String where(List<Step> done) {
        if (done.isEmpty()) {
            return "Nothing is computed yet.";
        }
        Step step = done.get(done.size() - 1);
        String words =
                done.size() + " of " + BackpropState.ALL_STEPS + (step.backward() ? ", backward: " : ", forward: ");
        return words
                + switch (step.layer()) {
                    case HIDDEN -> "hidden unit " + (step.node() + 1);
                    case OUTPUT ->
                        step.lines().get(0).name().startsWith("p")
                                ? "probability " + (step.node() + 1)
                                : "score " + (step.node() + 1);
                    case COST -> "the cost";
                };
    }

    private static HTMLElement item(Line line) {
        HTMLElement item = Window.current().getDocument().createElement("li");
        item.appendChild(span("formula-name", line.name()));
        item.appendChild(span("formula-symbols", " = " + line.expression().symbols()));
        HTMLElement numbers = span("formula-numbers", "= " + line.expression().numbers(BackpropView::number));
        numbers.appendChild(span("formula-value", " = " + number(line.value())));
        item.appendChild(numbers);
        return item;
    }

    private static HTMLElement span(String cssClass, String text) {
        HTMLElement span = Window.current().getDocument().createElement("span");
        span.setAttribute("class", cssClass);
        return span.withText(text);
    }

    private void showKnobs(BackpropState state) {
        x1.setValue(Double.toString(state.example().x1()));
        x2.setValue(Double.toString(state.example().x2()));
        Elements.text("backprop-x1-value", Numbers.fixed(state.example().x1(), 2));
        Elements.text("backprop-x2-value", Numbers.fixed(state.example().x2(), 2));
        target.setValue(Integer.toString(state.example().target()));
        weight.setValue(Integer.toString(state.chosen()));
        if (!value.equals(Window.current().getDocument().getActiveElement())) {
            value.setValue(state.chosenText());
        }
        Elements.invalid(value, !state.message().isEmpty());
        Elements.text("backprop-message", state.message());
    }

    static String number(double value) {
        return Numbers.fixed(value, DECIMALS);
    }
}
