package feedforward.lesson.backprop;

import feedforward.course.Backpropagation.Step;
import feedforward.course.EngineGradient;
import feedforward.course.SmallNetwork;
import feedforward.device.HeapDevice;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import java.util.Arrays;
import java.util.List;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** All slopes: by backpropagation as far as it has come, measured, and the engine's own. Mutable: keeps its rows. */
final class SlopesTable {
    private static final int DECIMALS = 7;

    private final HTMLElement[][] cells = new HTMLElement[SmallNetwork.PARAMETERS][4];
    private final HTMLElement[] rows = new HTMLElement[SmallNetwork.PARAMETERS];

    SlopesTable() {
        HTMLElement body = Elements.role("backprop-check");
        for (int place = 0; place < rows.length; place++) {
            rows[place] = element("tr");
            HTMLElement head = element("th").withText(SmallNetwork.name(place));
            head.setAttribute("scope", "row");
            rows[place].appendChild(head);
            for (int column = 0; column < cells[place].length; column++) {
                cells[place][column] = element("td");
                rows[place].appendChild(cells[place][column]);
            }
            body.appendChild(rows[place]);
        }
    }

    void show(BackpropState state, List<Step> done) {
        SmallNetwork network = state.network();
        float[] engine = EngineGradient.of(network, state.example(), new HeapDevice());
        double[] slopes = slopes(done);
        double largest = 0;
        for (int place = 0; place < rows.length; place++) {
            double measured = network.slope(place, state.example());
            largest = Math.max(largest, Math.abs(measured - engine[place]));
            Elements.text(cells[place][0], Numbers.fixed(network.value(place), 2));
            Elements.text(cells[place][1], Double.isNaN(slopes[place]) ? "" : Numbers.fixed(slopes[place], DECIMALS));
            Elements.text(cells[place][2], Numbers.fixed(measured, DECIMALS));
            Elements.text(cells[place][3], Numbers.fixed(engine[place], DECIMALS));
            Elements.attribute(rows[place], "data-lit", Boolean.toString(isNew(place, done)));
        }
        Elements.text(
                "backprop-agreement",
                "The engine’s slopes and the measured ones differ by at most " + Numbers.fixed(largest, 9) + ".");
    }

    private static double[] slopes(List<Step> done) {
        double[] slopes = new double[SmallNetwork.PARAMETERS];
        Arrays.fill(slopes, Double.NaN);
        done.forEach(step ->
                step.lines().forEach(line -> line.parameter().ifPresent(place -> slopes[place] = line.value())));
        return slopes;
    }

    private static boolean isNew(int place, List<Step> done) {
        return !done.isEmpty()
                && done.get(done.size() - 1).lines().stream()
                        .anyMatch(line ->
                                line.parameter().isPresent() && line.parameter().getAsInt() == place);
    }

    private static HTMLElement element(String name) {
        return Window.current().getDocument().createElement(name);
    }
}
