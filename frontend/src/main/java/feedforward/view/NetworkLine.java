package feedforward.view;

import org.teavm.jso.dom.xml.Element;

/** A weight as a line: the wider the larger, its sign told by colour and by dashes. Mutable. */
final class NetworkLine {
    private static final double THINNEST = 0.8;

    private final Element group;
    private final Element line;
    private final double thickest;
    private String sign = "";
    private long tenths = -1;

    /** @param svg the picture, whose last element this becomes */
    NetworkLine(Element svg, int index, NetworkPart.Weight weight, NetworkPlan plan) {
        group = NetworkCircle.group(svg, index, "network-weight");
        thickest = 0.3 * plan.radius();
        // A broader line that nobody sees, for fingers.
        between("network-reach", weight, plan).setAttribute("data-part", Integer.toString(index));
        line = between("network-line", weight, plan);
    }

    Element group() {
        return group;
    }

    /**
     * @param weight NaN where there is none to show
     * @param limit the magnitude that is drawn thickest
     */
    void show(double weight, double limit) {
        String newSign = Double.isNaN(weight) ? "unknown" : weight < 0 ? "negative" : "positive";
        double share = Double.isNaN(weight) ? 0.1 : Math.min(1, Math.abs(weight) / limit);
        long newTenths = Math.round(10 * (THINNEST + (thickest - THINNEST) * share));
        if (!sign.equals(newSign)) {
            sign = newSign;
            group.setAttribute("data-sign", sign);
        }
        if (tenths != newTenths) {
            tenths = newTenths;
            Svg.place(line, "stroke-width", tenths / 10.0);
        }
    }

    private Element between(String cssClass, NetworkPart.Weight weight, NetworkPlan plan) {
        Element between = Svg.add(group, "line", cssClass);
        between.setAttribute("x1", plan.x(weight.column()));
        between.setAttribute("x2", plan.x(weight.column() + 1));
        Svg.place(between, "y1", plan.y(weight.column(), weight.from()));
        Svg.place(between, "y2", plan.y(weight.column() + 1, weight.to()));
        return between;
    }
}
