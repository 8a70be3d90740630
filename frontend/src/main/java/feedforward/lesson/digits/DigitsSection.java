package feedforward.lesson.digits;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.page.DeviceBadge;
import feedforward.page.Frame;
import feedforward.page.ServerApi;
import feedforward.page.WorkerClient;
import feedforward.view.Elements;
import feedforward.worker.WorkerMessage;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the lesson's controller to the page's elements, the ten images and the worker. */
public final class DigitsSection implements DigitsActions {
    private static final String IMAGES = "/data/first-images.idx";
    private static final String LABELS = "/data/first-labels.idx";

    private final DigitsController controller = new DigitsController(this);
    private final DigitsView view = new DigitsView(controller, this::show);
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final ServerApi server = new ServerApi();
    private final WorkerClient worker = new WorkerClient(new News());

    public DigitsSection() {
        listenToArray();
        listenToPrediction();
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        server.file(
                IMAGES,
                images -> server.file(LABELS, labels -> controller.arrived(images, labels), controller::failed),
                controller::failed);
        Window.current().getDocument().addEventListener("themechange", event -> {
            view.forget();
            frame.request();
        });
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
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("digits");
    }

    private void listenToArray() {
        onChoice("digits-image", controller::imageChosen);
        Elements.onClick("digits-index-check", () -> controller.indexChecked(text("digits-index")));
        Elements.onClick(
                "digits-place-check", () -> controller.placeChecked(text("digits-row"), text("digits-column")));
        Elements.onClick(
                "digits-dimensions-check",
                () -> controller.dimensionsChecked(
                        text("digits-train"),
                        text("digits-values"),
                        text("digits-validation"),
                        text("digits-test"),
                        text("digits-largest")));
        Elements.onClick("digits-labels-check", () -> controller.labelsChecked(text("digits-labels")));
        Elements.onClick("digits-reset", controller::reset);
    }

    private void listenToPrediction() {
        onChoice("digits-prediction-image", controller::imageChosen);
        onChoice("digits-class", controller::digitChosen);
        Elements.onClick("digits-other-weights", controller::otherWeightsWanted);
        Elements.onClick("digits-product-check", () -> controller.productChecked(text("digits-product")));
        Elements.onClick("digits-logit-check", () -> controller.logitChecked(text("digits-logit")));
        Elements.onClick("digits-probability-check", () -> controller.probabilityChecked(text("digits-probability")));
        Elements.onClick("digits-correct-check", () -> controller.correctChosen(chosen()));
        Elements.onClick("digits-guess-check", () -> controller.guessed(text("digits-guess")));
        Elements.onClick("digits-measure", controller::measureWanted);
        Elements.onClick("digits-stop", controller::measuringStopped);
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
    }

    private static void onChoice(String role, Choice choice) {
        HTMLSelectElement select = (HTMLSelectElement) Elements.role(role);
        Elements.on(select, "change", event -> choice.made(Integer.parseInt(select.getValue())));
    }

    private static String text(String role) {
        return ((HTMLInputElement) Elements.role(role)).getValue();
    }

    /** Which of the four expressions is chosen; empty for none. */
    private static String chosen() {
        HTMLElement checked = Elements.role("digits-correct").querySelector("input:checked");
        return checked == null ? "" : ((HTMLInputElement) checked).getValue();
    }

    private interface Choice {
        void made(int number);
    }

    private final class News implements WorkerClient.Listener {
        @Override
        public void ready(String device, int mostThreads) {
            DeviceBadge.show(device, mostThreads);
        }

        @Override
        public void broken(String reason) {
            controller.judgingFailed(reason);
        }

        @Override
        public void loading(long bytes, long all) {
            controller.loading(bytes / (double) all);
        }

        @Override
        public void judging(double part) {
            controller.judging(part);
        }

        @Override
        public void digits(byte[] digits) {
            controller.testDigitsArrived(digits);
        }

        @Override
        public void judged(float[] outputs) {
            controller.judged(outputs);
        }

        @Override
        public void judgingFailed(String reason) {
            controller.judgingFailed(reason);
        }
    }
}
