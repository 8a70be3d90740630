package feedforward.view;

import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.xml.Element;

/** The elements of pictures drawn as SVG. */
public final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private Svg() {}

    /** A new element, the last inside another. */
    public static Element add(Element parent, String name) {
        Element element = Window.current().getDocument().createElementNS(NAMESPACE, name);
        parent.appendChild(element);
        return element;
    }

    public static Element add(Element parent, String name, String cssClass) {
        Element element = add(parent, name);
        element.setAttribute("class", cssClass);
        return element;
    }

    /** A text at a place, aligned by {@code anchor}: start, middle or end. */
    public static Element text(Element parent, double x, double y, String anchor, String text) {
        Element element = add(parent, "text");
        element.setAttribute("text-anchor", anchor);
        place(element, "x", x);
        place(element, "y", y);
        element.setTextContent(text);
        return element;
    }

    /** Sets a length, rounded to a hundredth of a unit. */
    public static void place(Element element, String attribute, double value) {
        element.setAttribute(attribute, length(value));
    }

    /** A length as attributes have it, such as "-12.25": hundredths are finer than any screen. */
    public static String length(double value) {
        double most = 1e7;
        long hundredths = Math.round(Math.max(-most, Math.min(most, value)) * 100);
        long rest = Math.abs(hundredths % 100);
        String sign = hundredths < 0 ? "-" : "";
        return sign + Math.abs(hundredths / 100) + (rest < 10 ? ".0" : ".") + rest;
    }

    /** Takes out all that is inside. */
    public static void clear(Element element) {
        element.setTextContent("");
    }
}
