package feedforward.page.train;

import feedforward.browser.Script;
import feedforward.page.Address;
import feedforward.page.DeviceWords;
import feedforward.page.Frame;
import feedforward.page.Pen;
import feedforward.page.RunLink;
import feedforward.page.ServerApi;
import feedforward.page.TrainedBy;
import feedforward.page.WorkerClient;
import feedforward.train.Recipe;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.view.Elements;
import feedforward.worker.WorkerMessage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.typedarrays.Int8Array;

/** Joins the training section's controller to the page's elements, the worker and the server. */
public final class TrainSection implements TrainActions {
    private final ServerApi server = new ServerApi();
    private final TrainController controller = new TrainController(Recipe.MNIST_SOFTMAX, this);
    private final TrainView view = new TrainView();
    private final WeightsView weights = new WeightsView();
    private final Frame frame = new Frame(() -> view.show(controller.state()));
    private final WorkerClient worker = new WorkerClient(new News());
    private final BiConsumer<byte[], TrainedBy> useToDraw;
    private Consumer<byte[]> saved = file -> {};

    /**
     * @param useToDraw takes a safetensors file whose network is to answer from now on
     * @param pen for which the worker leaves a core free while it draws
     */
    public TrainSection(BiConsumer<byte[], TrainedBy> useToDraw, Pen pen) {
        this.useToDraw = useToDraw;
        worker.leaveACoreTo(pen);
        listenToForm();
        listenToRuns();
        Elements.text("server-device", "starting…");
        server.device(device -> {
            DeviceWords words = DeviceWords.of(device);
            showDevice("server-device", words.name(), words);
        });
        open(Address.opened());
        frame.request();
    }

    @Override
    public void startPage(RunSpec spec) {
        weights.expect(spec);
        worker.start(spec);
    }

    @Override
    public void tellWorker(String command) {
        worker.command(command);
    }

    @Override
    public void startServer(RunSpec spec) {
        server.startJob(
                spec, id -> controller.serverAccepted(spec, id), reason -> controller.serverRefused(spec, reason));
    }

    @Override
    public void followServer(String jobId) {
        server.follow(jobId, new ServerApi.JobListener() {
            @Override
            public void snapshot(RunSnapshot snapshot) {
                controller.serverNews(jobId, snapshot);
            }

            @Override
            public void lost() {
                controller.serverLost(jobId);
            }

            @Override
            public void gone() {
                controller.serverGone(jobId);
            }
        });
    }

    @Override
    public void cancelServer(String jobId) {
        server.cancel(jobId, controller::serverTrouble);
    }

    @Override
    public void rememberInAddress(RunSpec spec) {
        Address.remember(spec);
    }

    @Override
    public void show() {
        frame.request();
    }

    /** Paints again, in the theme's colours of now. */
    public void repaint() {
        weights.repaint();
    }

    private void open(RunLink link) {
        controller.linkOpened(link);
        if (!link.equals(RunLink.NONE)) {
            Window.current().getDocument().getElementById("train").scrollIntoView();
        }
    }

    private void listenToForm() {
        HTMLSelectElement recipe = (HTMLSelectElement) Elements.role("train-recipe");
        Elements.on(recipe, "change", event -> controller.recipeChosen(Recipe.named(recipe.getValue())));
        for (TrainForm.Field field : TrainForm.Field.values()) {
            HTMLInputElement input = (HTMLInputElement) Elements.role(TrainView.role(field));
            Elements.on(input, "input", event -> controller.typed(field, input.getValue()));
        }
        Elements.on(Elements.role("train-form"), "submit", (Event event) -> {
            event.preventDefault();
            controller.bothWanted();
        });
        Elements.onClick("train-defaults", controller::defaultsWanted);
        Elements.onClick(
                "train-seed-new",
                () -> controller.typed(TrainForm.Field.SEED, Integer.toString((int) (Math.random() * 1_000_000))));
    }

    private void listenToRuns() {
        Elements.onClick("page-play", controller::pagePlayed);
        Elements.onClick("page-step", controller::pageStepped);
        Elements.onClick("page-stop", controller::pageStopped);
        Elements.onClick("page-use", () -> save(file -> useToDraw.accept(file, TrainedBy.PAGE)));
        Elements.onClick(
                "page-download",
                () -> save(file -> keep(file, fileName(controller.state().page()))));
        Elements.onClick("server-train", controller::serverWanted);
        Elements.onClick("server-cancel", controller::serverCancelled);
        Elements.onClick(
                "server-use",
                () -> server.file(
                        serverWeights(), file -> useToDraw.accept(file, TrainedBy.SERVER), controller::serverTrouble));
        Elements.onClick(
                "server-download",
                () -> Script.script()
                        .download(serverWeights(), fileName(controller.state().server())));
    }

    private static void showDevice(String role, String text, DeviceWords words) {
        Elements.text(role, text);
        Elements.attribute(Elements.role(role), "title", words.meaning());
    }

    private void save(Consumer<byte[]> then) {
        saved = then;
        worker.command(WorkerMessage.SAVE);
    }

    private static void keep(byte[] file, String name) {
        Script.script().save(Int8Array.copyFromJavaArray(file), name);
    }

    private String serverWeights() {
        return ServerApi.weightsOf(controller.state().server().jobId());
    }

    private static String fileName(Side side) {
        return side.spec()
                        .map(spec ->
                                TrainForm.of(spec).recipe().map(Recipe::id).orElse("network") + "-seed" + spec.seed())
                        .orElse("network")
                + ".safetensors";
    }

    /** What the worker tells. */
    private final class News implements WorkerClient.Listener {
        @Override
        public void ready(String device, int mostThreads) {
            DeviceWords words = DeviceWords.of(device);
            showDevice("page-device", words.on(mostThreads), words);
        }

        @Override
        public void loading(long bytes, long all) {
            controller.pageLoading((double) bytes / all);
        }

        @Override
        public void snapshot(RunSnapshot snapshot) {
            controller.pageNews(snapshot);
        }

        @Override
        public void broken(String reason) {
            controller.pageBroken(reason);
        }

        @Override
        public void units(float[] values) {
            weights.show(values);
        }

        @Override
        public void saved(byte[] file) {
            saved.accept(file);
        }
    }
}
