package feedforward.lesson.evaluation;

import feedforward.browser.Script;
import feedforward.evaluation.EvaluationFigure;
import feedforward.evaluation.EvaluationState;
import feedforward.lesson.Answers;
import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.page.DeviceBadge;
import feedforward.page.Frame;
import feedforward.page.Phase;
import feedforward.page.ServerApi;
import feedforward.page.WorkerClient;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.worker.WorkerMessage;
import java.util.Locale;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the lesson's controller to the page's elements, the worker and the figure of a classifier. */
public final class EvaluationSection implements JudgeActions {
    private static final String SHIPPED = "/models/mnist-small-f16/weights.safetensors";
    private static final int LARGEST_FILE = 64 << 20;

    private final JudgeController controller = new JudgeController(this);
    private final LessonAddress address = new LessonAddress();
    private final ServerApi server = new ServerApi();
    private final Frame frame = new Frame(this::present);
    private final WorkerClient worker = new WorkerClient(new News());
    private final EvaluationFigure figure = new EvaluationFigure(worker, this::show);

    public EvaluationSection() {
        for (Candidate candidate : Candidate.values()) {
            Elements.onClick("judge-" + candidate.id(), () -> controller.candidateWanted(candidate));
        }
        Elements.onClick("judge-stop", controller::stopWanted);
        Elements.onClick(
                "judge-pair-check",
                () -> controller.pairChecked(
                        figure.controller().state().confusion(), text("judge-actual"), text("judge-answered")));
        Elements.onClick(
                "judge-weakest-check",
                () -> controller.weakestChecked(figure.controller().state().confusion(), text("judge-weakest")));
        Elements.onClick("judge-error-check", () -> controller.errorChecked(text("judge-error")));
        Script.script()
                .listenToFile(
                        input("judge-file"),
                        LARGEST_FILE,
                        (name, bytes) -> controller.fileArrived(bytes.copyToJavaArray(), name),
                        controller::fileRefused);
        LessonLink link = LessonAddress.opened();
        openCell(link);
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        Window.current().getDocument().addEventListener("themechange", event -> figure.repaint());
        frame.request();
    }

    @Override
    public void fetchShipped() {
        figure.controller().stopWanted();
        server.file(SHIPPED, controller::shippedArrived, controller::shippedFailed);
    }

    @Override
    public void train(RunSpec spec) {
        figure.controller().stopWanted();
        worker.start(spec);
        worker.command(WorkerMessage.RESUME);
    }

    @Override
    public void tellWorker(String command) {
        worker.command(command);
    }

    @Override
    public void judge(byte[] file, String name) {
        figure.controller().judgeWanted(file, name);
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("evaluation");
    }

    private void present() {
        JudgeState state = controller.state();
        Elements.state(Elements.role("judge"), state.phase().id());
        for (Candidate candidate : Candidate.values()) {
            boolean chosen = state.chosen().isPresent() && state.chosen().get() == candidate;
            Elements.attribute(Elements.role("judge-" + candidate.id()), "aria-pressed", Boolean.toString(chosen));
        }
        Elements.enabled(Elements.role("judge-stop"), state.phase().busy());
        Elements.attribute(Elements.role("judge-progress"), "value", Numbers.fixed(part(state), 4));
        Elements.live("judge-words", words(state), state.phase().busy());
        Answers.show("judge-pair-answer", state.pair());
        Answers.show("judge-weakest-answer", state.weakest());
        Answers.show("judge-error-answer", state.error());
        address.remember(link());
    }

    private static double part(JudgeState state) {
        RunSnapshot snapshot = state.snapshot();
        return snapshot.totalSteps() == 0 ? state.loaded() : snapshot.step() / (double) snapshot.totalSteps();
    }

    private static String words(JudgeState state) {
        if (!state.message().isEmpty()) {
            return state.message();
        }
        RunSnapshot snapshot = state.snapshot();
        if (state.phase() == Phase.LOADING) {
            return state.loaded() == 0
                    ? "Preparing…"
                    : "Downloading the digits, once: " + Numbers.fixed(100 * state.loaded(), 0) + " % of 11.6 MB";
        }
        if (snapshot.totalSteps() == 0) {
            return "";
        }
        String steps = "Step " + Numbers.count(snapshot.step()) + " of " + Numbers.count(snapshot.totalSteps());
        return snapshot.weightsSha256()
                .map(hash -> "Trained: " + steps.toLowerCase(Locale.ROOT) + ", weights " + hash.substring(0, 12))
                .orElse("Training in this page: " + steps + ", " + Numbers.duration(snapshot.secondsLeft()) + " left");
    }

    /** The network and the cell that is open. */
    private LessonLink link() {
        EvaluationState.Opened opened = figure.controller().state().opened();
        LessonLink link = controller.link();
        return opened.isCell() ? link.with("cell", opened.actual() + "-" + opened.answered()) : link;
    }

    private void openCell(LessonLink link) {
        String cell = link.text("cell", "");
        boolean wellFormed =
                cell.length() == 3 && isDigit(cell.charAt(0)) && cell.charAt(1) == '-' && isDigit(cell.charAt(2));
        if (wellFormed) {
            figure.controller().cellOpened(cell.charAt(0) - '0', cell.charAt(2) - '0');
        } else if (link.has("cell")) {
            link.note("cell", "two digits such as 4-9");
        }
    }

    /** Of those that are classes: other scripts have digits too. */
    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static HTMLInputElement input(String role) {
        return (HTMLInputElement) Elements.role(role);
    }

    private static String text(String role) {
        return input(role).getValue();
    }

    private final class News implements WorkerClient.Listener {
        @Override
        public void ready(String device, int mostThreads) {
            DeviceBadge.show(device, mostThreads);
        }

        @Override
        public void broken(String reason) {
            controller.broken(reason);
            figure.controller().failed(reason);
        }

        @Override
        public void loading(long bytes, long all) {
            controller.loading(bytes / (double) all);
            figure.controller().loading(bytes / (double) all);
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
            figure.controller().judging(part);
        }

        @Override
        public void digits(byte[] digits) {
            figure.controller().digitsArrived(digits);
        }

        @Override
        public void judged(float[] outputs) {
            figure.controller().judged(outputs);
        }

        @Override
        public void judgingFailed(String reason) {
            figure.controller().failed(reason);
        }
    }
}
