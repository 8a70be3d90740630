package feedforward.view;

import java.util.Objects;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The elements of the page by their {@code data-role}. */
public final class Elements {
    private Elements() {}

    /** @throws IllegalStateException if the page has no such element */
    public static HTMLElement role(String role) {
        HTMLElement element = Window.current().getDocument().querySelector("[data-role=\"" + role + "\"]");
        if (element == null) {
            throw new IllegalStateException(
                    "Page: expected an element with data-role \"" + role + "\" but there is none");
        }
        return element;
    }

    /** Sets the text, unless it is there already: a live region then stays silent. */
    public static void text(HTMLElement element, String text) {
        if (!Objects.equals(element.getTextContent(), text)) {
            element.setTextContent(text);
        }
    }

    public static void text(String role, String text) {
        text(role(role), text);
    }

    /**
     * Sets the text of a live region, which is read out unless it changes again soon, as the progress of work does.
     *
     * @param changing whether it does
     */
    public static void live(String role, String text, boolean changing) {
        attribute(role(role), "aria-live", changing ? "off" : "polite");
        text(role, text);
    }

    /** Sets {@code data-state}, on which the style sheets depend. */
    public static void state(HTMLElement element, String state) {
        attribute(element, "data-state", state);
    }

    public static void attribute(HTMLElement element, String name, String value) {
        if (!Objects.equals(element.getAttribute(name), value)) {
            element.setAttribute(name, value);
        }
    }

    /** Switches a button or field on or off. */
    public static void enabled(HTMLElement element, boolean enabled) {
        if (enabled) {
            element.removeAttribute("disabled");
        } else {
            attribute(element, "disabled", "");
        }
    }

    /** Marks a field as wrong, or takes the mark away; a right one carries none. */
    public static void invalid(HTMLElement field, boolean invalid) {
        if (invalid) {
            attribute(field, "aria-invalid", "true");
        } else {
            field.removeAttribute("aria-invalid");
        }
    }

    /** Does something when an element is clicked, by mouse, finger or keyboard. */
    public static void onClick(String role, Runnable action) {
        on(role(role), "click", event -> action.run());
    }

    public static void on(HTMLElement element, String type, EventListener<Event> listener) {
        element.addEventListener(type, listener);
    }

    /** Whether Ctrl, Alt or Meta is held: such keys are the browser's or the system's, and no figure takes them. */
    public static boolean isShortcut(KeyboardEvent event) {
        return event.isCtrlKey() || event.isAltKey() || event.isMetaKey();
    }
}
