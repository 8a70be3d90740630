package feedforward.evaluation;

import feedforward.course.Confusion;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import java.util.Locale;
import java.util.Optional;

/** Shows an {@link EvaluationState}. Mutable in what it has shown. */
final class EvaluationView {
    private final MatrixView matrix;
    private final GalleryView gallery = new GalleryView();
    private final WeightsGallery weights = new WeightsGallery();
    private Optional<Confusion> counted = Optional.empty();

    EvaluationView(EvaluationController controller) {
        matrix = new MatrixView(controller);
    }

    /** What is painted was painted in another theme's colours. */
    void forget() {
        gallery.forget();
        weights.forget();
    }

    void show(EvaluationState state) {
        Elements.state(Elements.role("evaluation"), state.phase().name().toLowerCase(Locale.ROOT));
        Elements.live("evaluation-words", words(state), state.busy());
        Elements.attribute(Elements.role("evaluation-progress"), "value", Numbers.fixed(state.part(), 3));
        state.confusion().ifPresent(confusion -> {
            if (!counted.equals(state.confusion())) {
                counted = state.confusion();
                showNumbers(confusion);
                matrix.count(confusion);
            }
            matrix.choose(state.opened());
            gallery.show(state, confusion);
            weights.show(state.weights());
        });
    }

    private static String words(EvaluationState state) {
        return switch (state.phase()) {
            case IDLE -> "No network to judge yet.";
            case LOADING ->
                state.part() == 0
                        ? "Preparing…"
                        : "Downloading the digits, once: " + Numbers.fixed(100 * state.part(), 0) + " % of 11.6 MB";
            case RUNNING ->
                "Asking " + state.name() + " for each of the 10,000 test digits: "
                        + Numbers.fixed(100 * state.part(), 0) + " %";
            case READY -> "The answers of " + state.name() + " to the 10,000 test digits.";
            case FAILED -> state.message();
        };
    }

    private static void showNumbers(Confusion confusion) {
        Elements.text("evaluation-accuracy", Numbers.percent(confusion.accuracy()));
        Elements.text("evaluation-error", "± " + Numbers.fixed(100 * confusion.standardError(), 2) + " %");
        Elements.text("evaluation-wrong", Numbers.count(confusion.examples() - confusion.right()));
        StringBuilder rows = new StringBuilder();
        for (int c = 0; c < confusion.classes(); c++) {
            int all = confusion.ofClass(c);
            rows.append("<tr><th scope=\"row\">")
                    .append(c)
                    .append("</th><td>")
                    .append(Numbers.percent(confusion.accuracy(c)))
                    .append("</td><td>")
                    .append(Numbers.count(all - confusion.count(c, c)))
                    .append("</td><td>")
                    .append(Numbers.count(all))
                    .append("</td><td>")
                    .append(Numbers.count(confusion.answered(c) - confusion.count(c, c)))
                    .append("</td></tr>");
        }
        Elements.role("evaluation-classes").setInnerHTML(rows.toString());
    }
}
