package feedforward.page.draw;

import feedforward.draw.DrawFigure;
import feedforward.draw.DrawState;
import feedforward.draw.Recogniser;
import feedforward.page.TrainedBy;
import feedforward.train.EvaluationReport;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.wire.SavedModel;
import java.util.Locale;
import java.util.OptionalDouble;
import org.teavm.jso.dom.html.HTMLElement;

/** Shows which network answers, and what is known of it. */
final class NetworkView {
    void show(DrawState state) {
        Elements.state(Elements.role("network"), state.networkState().name().toLowerCase(Locale.ROOT));
        state.network().ifPresent(NetworkView::showFacts);
        Elements.text("network-error", state.error());
        boolean shipped =
                state.network().isPresent() && state.network().get().source().equals(DrawFigure.SHIPPED);
        showWhoTrained(state.network().map(Recogniser::source).orElse(""));
        HTMLElement button = Elements.role("network-shipped");
        Elements.text(button, state.network().isPresent() ? "Back to the shipped network" : "Load again");
        Elements.role("network-card").setHidden(!shipped);
        button.setHidden(shipped || state.networkState() == DrawState.Network.LOADING);
    }

    /** The sign stands where the button was pressed, since the figure is far above it. */
    private static void showWhoTrained(String source) {
        for (TrainedBy computer : TrainedBy.values()) {
            Elements.role(computer.role()).setHidden(!source.equals(computer.source()));
        }
    }

    private static void showFacts(Recogniser network) {
        SavedModel model = network.model();
        Elements.text("network-name", network.source());
        Elements.text("network-title", network.title());
        Elements.text(
                "network-accuracy",
                model.metrics()
                        .map(EvaluationReport::accuracy)
                        .filter(OptionalDouble::isPresent)
                        .map(accuracy -> Numbers.percent(accuracy.getAsDouble()))
                        .orElse("not stated"));
        Elements.text("network-parameters", Numbers.count(model.network().parameters()));
        Elements.text("network-hash", network.hash().substring(0, 12));
        Elements.attribute(Elements.role("network-hash"), "title", network.hash());
    }
}
