package feedforward.view;

import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.xml.Element;

/** The SVG elements of a {@link NetworkPicture}. */
final class NetworkShapes {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private NetworkShapes() {}

    static Element element(String name) {
        return Window.current().getDocument().createElementNS(SVG, name);
    }

    /** The group of a unit or weight, which takes the focus. */
    static Element part(int index, String kind) {
        Element group = element("g");
        group.setAttribute("class", kind);
        group.setAttribute("role", "button");
        group.setAttribute("tabindex", "-1");
        group.setAttribute("data-part", Integer.toString(index));
        return group;
    }

    static String percent(double value) {
        return number(value) + "%";
    }

    static String number(double value) {
        long hundredths = Math.round(100 * value);
        String fraction = Long.toString(100 + hundredths % 100);
        return hundredths / 100 + "." + fraction.substring(1);
    }
}
