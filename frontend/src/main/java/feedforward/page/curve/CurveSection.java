package feedforward.page.curve;

import feedforward.page.Frame;
import feedforward.page.WorkerClient;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.view.Elements;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the curve section's controller to the page's elements and to a worker of its own. */
public final class CurveSection implements CurveActions {
    private final CurveController controller = new CurveController(this);
    private final CurveView view = new CurveView();
    private final Frame frame = new Frame(() -> view.show(controller.state()));
    private final WorkerClient worker = new WorkerClient(new News());

    public CurveSection() {
        Elements.onClick("curve-play", controller::played);
        Elements.onClick("curve-step", controller::stepped);
        Elements.onClick("curve-reset", controller::resetWanted);
        HTMLInputElement rate = (HTMLInputElement) Elements.role("curve-learning-rate");
        Elements.on(rate, "input", event -> controller.learningRateTyped(rate.getValue()));
        frame.request();
    }

    @Override
    public void start(RunSpec spec) {
        worker.start(spec);
    }

    @Override
    public void extend(int epochs) {
        worker.extend(epochs);
    }

    @Override
    public void tellWorker(String command) {
        worker.command(command);
    }

    @Override
    public void show() {
        frame.request();
    }

    /** What the worker tells. */
    private final class News implements WorkerClient.Listener {
        @Override
        public void snapshot(RunSnapshot snapshot) {
            controller.news(snapshot);
        }

        @Override
        public void broken(String reason) {
            controller.broken(reason);
        }

        @Override
        public void fit(float[] values) {
            controller.fitArrived(values);
        }
    }
}
