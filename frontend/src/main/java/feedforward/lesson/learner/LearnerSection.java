package feedforward.lesson.learner;

import feedforward.device.HeapDevice;
import feedforward.draw.DrawFigure;
import feedforward.draw.DrawState;
import feedforward.draw.Recogniser;
import feedforward.evaluation.EvaluationFigure;
import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.page.DeviceBadge;
import feedforward.page.Frame;
import feedforward.page.Pen;
import feedforward.page.WorkerClient;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the lesson's controller to the page's elements, to the worker, the drawing and the figure of a classifier. */
public final class LearnerSection implements LearnerActions {
    private final LearnerController controller = new LearnerController(this);
    private final LearnerView view = new LearnerView();
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final WorkerClient worker = new WorkerClient(new News());
    private final Pen pen = new Pen();
    private final DrawFigure drawing = new DrawFigure(new HeapDevice(), pen, LearnerSection::showReader);
    private final EvaluationFigure evaluation = new EvaluationFigure(worker, () -> {});

    public LearnerSection() {
        listenToKnobs();
        worker.leaveACoreTo(pen);
        Elements.onClick("learner-play", controller::played);
        Elements.onClick("learner-cancel", controller::cancelled);
        Elements.onClick("learner-reset", controller::reset);
        Elements.onClick(
                "learner-steps-check",
                () -> controller.stepsChecked(input("learner-steps").getValue()));
        Elements.onClick("learner-batch-check", () -> controller.batchChosen(chosen()));
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        Window.current().getDocument().addEventListener("themechange", event -> {
            drawing.repaint();
            evaluation.repaint();
        });
        drawing.repaint();
        worker.open();
        frame.request();
    }

    @Override
    public void start(RunSpec spec) {
        worker.start(spec);
    }

    @Override
    public void tellWorker(String command) {
        worker.command(command);
    }

    @Override
    public void runTo(int step) {
        worker.runTo(step);
    }

    @Override
    public void use(byte[] file, String name) {
        drawing.use(file, name);
        evaluation.controller().judgeWanted(file, name);
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("learner");
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
    }

    private void listenToKnobs() {
        HTMLSelectElement network = (HTMLSelectElement) Elements.role("learner-network");
        HTMLInputElement rate = input("learner-rate");
        HTMLInputElement batch = input("learner-batch");
        HTMLInputElement epochs = input("learner-epochs");
        Elements.on(
                network,
                "change",
                event -> set(knobs().withHidden(network.getValue().equals("hidden"))));
        Elements.on(rate, "input", event -> set(knobs().withRate(rate.getValue())));
        Elements.on(batch, "input", event -> set(knobs().withBatch(batch.getValue())));
        Elements.on(epochs, "input", event -> set(knobs().withEpochs(epochs.getValue())));
        Elements.onClick("learner-seed-new", () -> set(knobs().withSeed((knobs().seed() + 1) % RunSpec.LARGEST_SEED)));
        Elements.onClick("learner-usual", () -> set(LearnerKnobs.USUAL));
        Elements.onClick("learner-timid", () -> set(LearnerKnobs.USUAL.withRate("0.001")));
        Elements.onClick("learner-bold", () -> set(LearnerKnobs.USUAL.withRate("10")));
        Elements.onClick(
                "learner-single",
                () -> set(LearnerKnobs.USUAL.withRate("0.01").withBatch("1").withEpochs("1")));
    }

    private LearnerKnobs knobs() {
        return controller.state().knobs();
    }

    private void set(LearnerKnobs knobs) {
        controller.knobsSet(knobs);
    }

    private static void showReader(DrawState state) {
        Elements.text(
                "learner-reader",
                state.network()
                        .map(LearnerSection::sentence)
                        .orElse("There is no network yet: press Learn above, and it reads what you draw."));
        Elements.text("learner-reader-error", state.error());
    }

    private static String sentence(Recogniser network) {
        return "Read by " + network.source() + ": "
                + Numbers.count(network.model().network().parameters()) + " parameters, weights "
                + network.hash().substring(0, 12) + ".";
    }

    private static HTMLInputElement input(String role) {
        return (HTMLInputElement) Elements.role(role);
    }

    private static String chosen() {
        HTMLElement checked = Elements.role("learner-batch-choices").querySelector("input:checked");
        return checked == null ? "" : ((HTMLInputElement) checked).getValue();
    }

    private final class News implements WorkerClient.Listener {
        @Override
        public void ready(String device, int mostThreads) {
            DeviceBadge.show(device, mostThreads);
        }

        @Override
        public void broken(String reason) {
            controller.broken(reason);
            evaluation.controller().failed(reason);
        }

        @Override
        public void loading(long bytes, long all) {
            controller.loading(bytes / (double) all);
        }

        @Override
        public void snapshot(RunSnapshot snapshot) {
            controller.news(snapshot);
        }

        @Override
        public void saved(byte[] file) {
            controller.saved(file);
        }

        @Override
        public void judging(double part) {
            evaluation.controller().judging(part);
        }

        @Override
        public void digits(byte[] digits) {
            evaluation.controller().digitsArrived(digits);
        }

        @Override
        public void judged(float[] outputs) {
            evaluation.controller().judged(outputs);
        }

        @Override
        public void judgingFailed(String reason) {
            evaluation.controller().failed(reason);
        }
    }
}
