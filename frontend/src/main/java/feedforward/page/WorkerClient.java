package feedforward.page;

import feedforward.bench.BenchRequest;
import feedforward.browser.Script;
import feedforward.json.JsonFields;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.wire.RunSnapshotJson;
import feedforward.wire.RunSpecJson;
import feedforward.worker.WorkerMessage;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.workers.Worker;

/**
 * The page's end of a training worker of its own, which starts with the first run: visitors who only draw need not load its program.
 * Mutable: counts its runs, and replaces a worker that broke down.
 */
public final class WorkerClient {
    /** What the worker tells; a listener takes what concerns it. */
    public interface Listener {
        /** The worker is no more, and with it the run; the next start has a new one. */
        void broken(String reason);

        /** @param mostThreads on which the worker can measure */
        default void ready(String device, int mostThreads) {}

        default void snapshot(RunSnapshot snapshot) {}

        default void loading(long bytes, long all) {}

        /** The first layer's weights, a unit behind the other. */
        default void units(float[] weights) {}

        /** A safetensors file. */
        default void saved(byte[] file) {}

        /** @param part of a measurement that is done, in (0, 1] */
        default void measuring(double part) {}

        /** @param part of judging a network that is done, in (0, 1] */
        default void judging(double part) {}

        /** The test digits that a network is judged by: their pixels, an image behind the other, then their labels. */
        default void digits(byte[] digits) {}

        /** A network's outputs for each of the digits, which came just before. */
        default void judged(float[] outputs) {}

        default void judgingFailed(String reason) {}

        /** @param result of a measurement, as JSON */
        default void measured(String result) {}

        default void measurementOver() {}

        default void measurementFailed(String reason) {}
    }

    /** A message that may have to wait; in Java's collections JavaScript's objects can't, see the README. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Command(String type, int run, String text, byte[] file) {}

    private static final byte[] NO_FILE = {};

    private final Listener listener;
    private final List<Command> unsent = new ArrayList<>();
    private final Cores cores = new Cores(this::command);
    private Worker worker;
    private boolean ready;
    private boolean open;
    private int opened;
    private int run;
    private int judging;

    public WorkerClient(Listener listener) {
        this.listener = listener;
    }

    /** Lets the worker leave a core free while this pen draws. */
    public void leaveACoreTo(Pen pen) {
        cores.leaveOneTo(pen);
    }

    /** Starts the worker, where it does not run: ahead of the first run, to hear of its device. */
    public void open() {
        if (!open) {
            launch();
        }
    }

    /** Sets up a run, in place of the one before, of which nothing more is heard; it stands until RESUME or STEP. */
    public void start(RunSpec spec) {
        begin(WorkerMessage.START, RunSpecJson.write(spec).toString());
    }

    /** Measures, in place of the run before; nothing else is heard meanwhile. */
    public void measure(BenchRequest request) {
        begin(WorkerMessage.BENCH, request.toJson().toString());
    }

    /** Ends at once whatever the worker does, and with it the worker; a new one takes its place. */
    public void restart() {
        if (open) {
            worker.terminate();
        }
        ready = false;
        unsent.clear();
        run++;
        launch();
    }

    /** Lets the run go on by itself up to the end of a step. */
    public void runTo(int step) {
        post(WorkerMessage.RUN_TO, Integer.toString(step));
    }

    /** Asks the network in a safetensors file for its answers to the test digits, beside a run and in place of the one before. */
    public void judge(byte[] file) {
        open();
        judging++;
        post(new Command(WorkerMessage.JUDGE, -judging, "", file));
    }

    /** Sends one of {@link WorkerMessage}'s commands that need no text. */
    public void command(String type) {
        post(type, "");
    }

    private void begin(String type, String text) {
        open();
        run++;
        post(type, text);
    }

    /** A browser drops what reaches a worker before its program listens, so until then it waits here. */
    private void post(String type, String text) {
        post(new Command(type, run, text, NO_FILE));
    }

    private void post(Command command) {
        if (ready) {
            send(command);
        } else if (open) {
            unsent.add(command);
        }
    }

    private void launch() {
        open = true;
        worker = Script.script().startWorker();
        opened++;
        int number = opened;
        worker.onMessage(event -> {
            if (number == opened) {
                hear((WorkerMessage) event.getData());
            }
        });
        Script.script().listenToBreakdown(worker, reason -> {
            if (number == opened && open) {
                breakDown(reason);
            }
        });
        cores.tell();
    }

    private void hear(WorkerMessage message) {
        if (message.getType().equals(WorkerMessage.READY)) {
            sendWhatWaited();
            String text = message.getText();
            int slash = text.indexOf('/');
            listener.ready(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
        } else if (message.getRun() == run || message.getRun() == -judging) {
            tell(message, listener);
        }
    }

    private void breakDown(String reason) {
        String what = ready ? "broke down" : "could not be started";
        worker.terminate();
        open = false;
        ready = false;
        unsent.clear();
        listener.broken("The training worker " + what + ": " + reason
                + "; try again to start a new one, and reload the page if that fails too");
    }

    private void sendWhatWaited() {
        ready = true;
        unsent.forEach(this::send);
        unsent.clear();
    }

    private void send(Command command) {
        worker.postMessage(
                command.file.length == 0
                        ? WorkerMessage.of(command.type, command.run, command.text)
                        : WorkerMessage.of(command.type, command.run, Int8Array.copyFromJavaArray(command.file)));
    }

    private static void tell(WorkerMessage message, Listener listener) {
        switch (message.getType()) {
            case WorkerMessage.LOADING -> {
                String text = message.getText();
                int slash = text.indexOf('/');
                listener.loading(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
            }
            case WorkerMessage.SNAPSHOT ->
                listener.snapshot(RunSnapshotJson.read(JsonFields.parse("Worker", message.getText())));
            case WorkerMessage.UNITS -> listener.units(floats(message));
            case WorkerMessage.JUDGING -> listener.judging(Double.parseDouble(message.getText()));
            case WorkerMessage.DIGITS -> listener.digits(((Int8Array) message.getPayload()).copyToJavaArray());
            case WorkerMessage.JUDGED -> listener.judged(floats(message));
            case WorkerMessage.JUDGING_FAILED -> listener.judgingFailed(message.getText());
            case WorkerMessage.MEASURING -> listener.measuring(Double.parseDouble(message.getText()));
            case WorkerMessage.MEASURED -> listener.measured(message.getText());
            case WorkerMessage.MEASUREMENT_OVER -> listener.measurementOver();
            case WorkerMessage.MEASUREMENT_FAILED -> listener.measurementFailed(message.getText());
            case WorkerMessage.SAVED -> listener.saved(((Int8Array) message.getPayload()).copyToJavaArray());
            default -> throw new IllegalStateException("Page: unknown news from the worker: " + message.getType());
        }
    }

    private static float[] floats(WorkerMessage message) {
        return ((Float32Array) message.getPayload()).copyToJavaArray();
    }
}
