package feedforward.lesson;

import feedforward.view.Elements;
import org.teavm.jso.dom.html.HTMLElement;

/** Shows what an exercise says. */
public final class Answers {
    private Answers() {}

    /** @param role of an element of the class {@code exercise-answer} */
    public static void show(String role, Answer answer) {
        HTMLElement element = Elements.role(role);
        Elements.state(element, answer.state());
        Elements.text(element, answer.words());
    }
}
