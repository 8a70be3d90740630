package feedforward.evaluation;

import feedforward.page.Frame;
import feedforward.page.WorkerClient;
import feedforward.view.Elements;
import feedforward.worker.WorkerMessage;

/**
 * The figure of a classifier on a page: {@code static/course/evaluation-figure.html}. A lesson hands on what its worker tells of the
 * judging.
 */
public final class EvaluationFigure implements EvaluationActions {
    private final WorkerClient worker;
    private final Runnable changed;
    private final EvaluationController controller = new EvaluationController(this);
    private final EvaluationView view = new EvaluationView(controller);
    private final Frame frame = new Frame(() -> view.show(controller.state()));

    /** @param changed hears that there is another state */
    public EvaluationFigure(WorkerClient worker, Runnable changed) {
        this.worker = worker;
        this.changed = changed;
        Elements.onClick("evaluation-stop", controller::stopWanted);
        Elements.onClick("evaluation-mistakes", controller::mistakesOpened);
        Elements.onClick("evaluation-more", controller::moreWanted);
        frame.request();
    }

    public EvaluationController controller() {
        return controller;
    }

    /** Paints again, in the theme's colours of now. */
    public void repaint() {
        view.forget();
        frame.request();
    }

    @Override
    public void judge(byte[] file) {
        worker.judge(file);
    }

    @Override
    public void stopJudging() {
        worker.command(WorkerMessage.STOP_JUDGING);
    }

    @Override
    public void show() {
        frame.request();
        changed.run();
    }
}
