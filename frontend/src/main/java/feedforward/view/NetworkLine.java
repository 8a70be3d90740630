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

    NetworkLine(int index, NetworkPart.Weight weight, NetworkPlan plan) {
        group = NetworkShapes.part(index, "network-weight");
        thickest = 0.3 * plan.radius();
        // A broader line that nobody sees, for fingers.
        Element reach = between(weight, plan);
        reach.setAttribute("class", "network-reach");
        reach.setAttribute("data-part", Integer.toString(index));
        line = between(weight, plan);
        line.setAttribute("class", "network-line");
        group.appendChild(reach);
        group.appendChild(line);
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
            line.setAttribute("stroke-width", NetworkShapes.number(tenths / 10.0));
        }
    }

    private static Element between(NetworkPart.Weight weight, NetworkPlan plan) {
        Element line = NetworkShapes.element("line");
        line.setAttribute("x1", NetworkShapes.percent(plan.x(weight.column())));
        line.setAttribute("y1", NetworkShapes.number(plan.y(weight.column(), weight.from())));
        line.setAttribute("x2", NetworkShapes.percent(plan.x(weight.column() + 1)));
        line.setAttribute("y2", NetworkShapes.number(plan.y(weight.column() + 1, weight.to())));
        return line;
    }
}
