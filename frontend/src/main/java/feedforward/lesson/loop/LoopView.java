package feedforward.lesson.loop;

import feedforward.lesson.Answers;
import feedforward.view.Elements;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** Shows a {@link LoopState}: the steps still to choose, and the order so far. Mutable: keeps the buttons. */
final class LoopView {
    /** The pool's order, in which nothing gives the answer away. */
    private static final List<LoopStep> POOL = List.of(
            LoopStep.UPDATE,
            LoopStep.JUDGE,
            LoopStep.FORWARD,
            LoopStep.TEST_UPDATE,
            LoopStep.INITIALISE,
            LoopStep.BACKWARD,
            LoopStep.TAKE,
            LoopStep.LOSS,
            LoopStep.SHUFFLE);

    private final HTMLElement[] pool = new HTMLElement[LoopStep.values().length];
    private final HTMLElement order = Elements.role("loop-order");
    private final Consumer<LoopStep> takenOut;
    private List<String> shown = List.of();

    LoopView(Consumer<LoopStep> chosen, Consumer<LoopStep> takenOut) {
        this.takenOut = takenOut;
        HTMLElement frame = Elements.role("loop-pool");
        for (LoopStep step : POOL) {
            HTMLElement button = button(step.words(), () -> chosen.accept(step));
            pool[step.ordinal()] = button;
            frame.appendChild(button);
        }
    }

    void show(LoopState state) {
        for (LoopStep step : LoopStep.values()) {
            Elements.enabled(pool[step.ordinal()], !state.steps().contains(step));
        }
        List<String> texts = state.texts();
        if (!texts.equals(shown)) {
            shown = texts;
            order.setTextContent("");
            for (int i = 0; i < texts.size(); i++) {
                order.appendChild(item(state.steps().get(i), texts.get(i)));
            }
        }
        Answers.show("loop-order-answer", state.order());
        Answers.show("loop-updates-answer", state.updates());
    }

    private HTMLElement item(LoopStep step, String text) {
        HTMLElement item = element("li");
        item.appendChild(element("span").withText(text));
        HTMLElement out = button("Take out", () -> {
            takenOut.accept(step);
            // This button goes: the focus goes to where the step is now.
            Elements.enabled(pool[step.ordinal()], true);
            pool[step.ordinal()].focus();
        });
        out.setAttribute("class", "quiet");
        out.setAttribute("aria-label", "Take out: " + step.words());
        item.appendChild(out);
        return item;
    }

    private static HTMLElement button(String text, Runnable action) {
        HTMLElement button = element("button").withText(text);
        button.setAttribute("type", "button");
        Elements.on(button, "click", event -> action.run());
        return button;
    }

    private static HTMLElement element(String name) {
        return Window.current().getDocument().createElement(name);
    }
}
