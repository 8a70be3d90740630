package feedforward.page.bench;

import feedforward.bench.Workload;
import feedforward.browser.Script;
import feedforward.page.DeviceWords;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link BenchState}: the form, what is going on, the table and its lines of JSON. Mutable. */
final class BenchView {
    private List<BenchFigure> shown = List.of();
    private int options = 1;

    static String role(Workload workload) {
        return "bench-" + workload.id();
    }

    void show(BenchState state) {
        showForm(state);
        showProgress(state);
        showWorker(state);
        if (!shown.equals(state.figures())) {
            shown = state.figures();
            showRows(BenchRow.of(shown));
        }
        Elements.attribute(Elements.role("bench-link"), "href", "/bench" + BenchLink.query(state.asked()));
        Elements.state(Elements.role("bench-figure"), shown.isEmpty() ? "idle" : "ready");
        Elements.text("bench-message", state.trouble());
        Elements.text("bench-notice", state.notice());
        Elements.text("bench-result", state.lines());
        Elements.state(Elements.role("bench-result"), state.phase().id());
        Elements.state(Elements.role("bench"), state.phase().id());
    }

    private void showForm(BenchState state) {
        BenchForm form = state.form();
        for (Workload workload : Workload.values()) {
            box(role(workload)).setChecked(form.workloads().contains(workload));
        }
        HTMLSelectElement threads = (HTMLSelectElement) Elements.role("bench-threads");
        for (; options < state.mostThreads(); options++) {
            threads.appendChild(
                    Window.current().getDocument().createElement("option").withText(Integer.toString(options + 1)));
        }
        threads.setValue(form.threads());
        HTMLInputElement seconds = box("bench-seconds");
        if (!seconds.getValue().equals(form.seconds())) {
            seconds.setValue(form.seconds());
        }
        Elements.invalid(seconds, !form.secondsError().isEmpty());
        Elements.text("bench-seconds-error", form.secondsError());
        box("bench-server").setChecked(form.server());
        Elements.text(
                "bench-estimate",
                form.expectedSeconds()
                        .filter(expected -> expected > 0)
                        .map(expected -> "Takes about " + Numbers.duration(expected * (form.server() ? 2 : 1)))
                        .orElse(""));
    }

    private static void showProgress(BenchState state) {
        Elements.attribute(
                Elements.role("bench-progress"),
                "value",
                Double.toString(state.plan().fraction()));
        Elements.text("bench-progress-text", doing(state));
        Elements.text(
                "bench-time-left",
                state.plan().secondsLeft() > 0
                        ? "about " + Numbers.duration(state.plan().secondsLeft()) + " left"
                        : "");
    }

    private static String doing(BenchState state) {
        if (state.awaitsWorker()) {
            return "Starting…";
        }
        if (state.loaded() < 1) {
            return "Downloading the digits, 11.6 MB, once: " + Numbers.fixed(100 * state.loaded(), 0) + " %";
        }
        return state.plan()
                .current()
                .map(task -> "Measuring " + task.request().workload().id()
                        + (task.place() == BenchFigure.Place.PAGE ? " in this page" : " on your server"))
                .orElse("");
    }

    private static void showWorker(BenchState state) {
        boolean failed = state.phase() == BenchState.Phase.FAILED;
        if (state.mostThreads() == 0) {
            showDevice(failed ? "not started" : "starting", "", failed ? "failed" : "loading");
        } else {
            DeviceWords words = DeviceWords.of(state.device());
            String threads = state.mostThreads() == 1 ? "1 thread" : "up to " + state.mostThreads() + " threads";
            showDevice(words.name() + ", " + threads, words.meaning(), "ready");
        }
    }

    private static void showDevice(String text, String meaning, String badge) {
        HTMLElement element = Elements.role("device-badge");
        Elements.text("device-name", text);
        Elements.text("device-name-footer", meaning.isEmpty() ? text : text + ". " + meaning);
        Elements.attribute(element, "title", meaning);
        Elements.state(element, badge);
    }

    private static void showRows(List<BenchRow> rows) {
        HTMLElement body = Elements.role("bench-rows");
        body.clear();
        for (BenchRow row : rows) {
            HTMLElement element = Script.script().copyOfTemplate(Elements.role("bench-row-template"));
            fill(element, row);
            body.appendChild(element);
        }
    }

    private static void fill(HTMLElement element, BenchRow row) {
        BenchFigure any = row.any();
        text(element, ".bench-id", any.workload());
        text(
                element,
                ".bench-work",
                Elements.role("bench-work-" + any.workload()).getTextContent());
        text(element, ".bench-mode", mode(any) + ", " + any.unit());
        place(element, "page", row, row.page());
        place(element, "server", row, row.server());
        text(element, ".bench-ratio", row.ratio().map(BenchView::ratio).orElse("–"));
    }

    private static void place(HTMLElement element, String name, BenchRow row, Optional<BenchFigure> figure) {
        text(
                element,
                ".bench-" + name + " .bench-rate",
                figure.map(BenchView::middle).orElse("–"));
        text(
                element,
                ".bench-" + name + " .bench-spread",
                figure.map(BenchView::spread).orElse(""));
        HTMLElement bar = element.querySelector(".bench-bar-" + name);
        bar.getStyle()
                .setProperty("--value", Numbers.fixed(figure.map(row::part).orElse(0.0), 4));
    }

    private static String mode(BenchFigure figure) {
        return switch (figure.mode()) {
            case "train" -> "training";
            case "infer" -> "forward only";
            default -> "one digit";
        };
    }

    private static String middle(BenchFigure figure) {
        return figure.isTime() ? millis(figure.middle()) : Numbers.rate(figure.middle());
    }

    private static String spread(BenchFigure figure) {
        return figure.isTime()
                ? "99 % within " + millis(figure.high())
                : Numbers.rate(figure.low()) + " to " + Numbers.rate(figure.high());
    }

    /** A browser's clock counts in five thousandths. */
    private static String millis(double time) {
        return Numbers.fixed(time, 3);
    }

    private static String ratio(double ratio) {
        return Numbers.fixed(ratio, ratio < 10 ? 2 : 0) + "×";
    }

    private static void text(HTMLElement element, String selector, String text) {
        Elements.text(element.querySelector(selector), text);
    }

    private static HTMLInputElement box(String role) {
        return (HTMLInputElement) Elements.role(role);
    }
}
