package feedforward.page.bench;

import feedforward.bench.BenchRequest;
import feedforward.bench.Workload;
import feedforward.browser.Script;
import feedforward.page.Frame;
import feedforward.page.WorkerClient;
import feedforward.view.Elements;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the bench page's controller to the page's elements, a worker and the server. */
public final class BenchSection implements BenchActions {
    private final BenchController controller = new BenchController(this);
    private final BenchView view = new BenchView();
    private final Frame frame = new Frame(() -> view.show(controller.state()));
    private final WorkerClient worker = new WorkerClient(new WorkerNews());
    private final ServerBench server = new ServerBench(new ServerNews());

    public BenchSection() {
        for (Workload workload : Workload.values()) {
            HTMLInputElement box = input(BenchView.role(workload));
            Elements.on(box, "change", event -> controller.chosen(workload, box.isChecked()));
        }
        HTMLSelectElement threads = (HTMLSelectElement) Elements.role("bench-threads");
        Elements.on(threads, "change", event -> controller.threadsChosen(threads.getValue()));
        HTMLInputElement seconds = input("bench-seconds");
        Elements.on(seconds, "input", event -> controller.secondsTyped(seconds.getValue()));
        HTMLInputElement withServer = input("bench-server");
        Elements.on(withServer, "change", event -> controller.serverChosen(withServer.isChecked()));
        Elements.on(Elements.role("bench-form"), "submit", (Event event) -> {
            event.preventDefault();
            controller.runWanted();
        });
        Elements.onClick("bench-cancel", controller::cancelWanted);
        Elements.onClick(
                "bench-copy", () -> Script.script().copyText(Elements.role("bench-result"), controller::copied));
        worker.open();
        controller.linkOpened(BenchLink.read(
                Window.current().getLocation().getSearch(),
                text -> Script.script().decode(text)));
        frame.request();
    }

    @Override
    public void measureHere(BenchRequest request) {
        worker.measure(request);
    }

    @Override
    public void restartWorker() {
        worker.restart();
    }

    @Override
    public void measureOnServer(BenchRequest request) {
        server.measure(request);
    }

    @Override
    public void cancelOnServer() {
        server.cancel();
    }

    @Override
    public void show() {
        frame.request();
    }

    private static HTMLInputElement input(String role) {
        return (HTMLInputElement) Elements.role(role);
    }

    /** What the worker tells. */
    private final class WorkerNews implements WorkerClient.Listener {
        @Override
        public void ready(String device, int mostThreads) {
            controller.workerReady(device, mostThreads);
        }

        @Override
        public void broken(String reason) {
            controller.broken(reason);
        }

        @Override
        public void loading(long bytes, long all) {
            controller.loading((double) bytes / all);
        }

        @Override
        public void measuring(double part) {
            controller.progress(part);
        }

        @Override
        public void measured(String result) {
            controller.measured(BenchFigure.Place.PAGE, result);
        }

        @Override
        public void measurementOver() {
            controller.over();
        }

        @Override
        public void measurementFailed(String reason) {
            controller.failedHere(reason);
        }
    }

    /** What the server tells. */
    private final class ServerNews implements ServerBench.Listener {
        @Override
        public void measuring(double part) {
            controller.progress(part);
        }

        @Override
        public void measured(String result) {
            controller.measured(BenchFigure.Place.SERVER, result);
        }

        @Override
        public void over() {
            controller.over();
        }

        @Override
        public void failed(String reason) {
            controller.failedThere(reason);
        }
    }
}
