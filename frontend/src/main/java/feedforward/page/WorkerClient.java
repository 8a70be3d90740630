package feedforward.page;

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

/** The page's end of a training worker of its own. Mutable: counts its runs. */
public final class WorkerClient {
    /** What the worker tells; a listener takes what concerns it. */
    public interface Listener {
        void snapshot(RunSnapshot snapshot);

        default void ready(String device) {}

        default void loading(long bytes, long all) {}

        /** The first layer's weights, a unit behind the other. */
        default void units(float[] weights) {}

        /** The network's output at evenly spaced places over [−1, 1]. */
        default void fit(float[] values) {}

        /** A safetensors file. */
        default void saved(byte[] file) {}
    }

    /** A message that may have to wait; in Java's collections JavaScript's objects can't, see the README. */
    private record Command(String type, int run, String text) {}

    private final Worker worker = new Worker("/js/worker.js");
    private final List<Command> unsent = new ArrayList<>();
    private boolean ready;
    private int run;

    public WorkerClient(Listener listener) {
        worker.onMessage(event -> {
            WorkerMessage message = (WorkerMessage) event.getData();
            if (message.getType().equals(WorkerMessage.READY)) {
                sendWhatWaited();
                listener.ready(message.getText());
            } else if (message.getRun() == run) {
                tell(message, listener);
            }
        });
    }

    /** Begins a run, in place of the one before, of which nothing more is heard. */
    public void start(RunSpec spec) {
        run++;
        post(WorkerMessage.START, RunSpecJson.write(spec).toString());
    }

    /** Lets the finished run go on up to so many epochs in all. */
    public void extend(int epochs) {
        post(WorkerMessage.EXTEND, Integer.toString(epochs));
    }

    /** Sends one of {@link WorkerMessage}'s commands that need no text. */
    public void command(String type) {
        post(type, "");
    }

    /** A browser drops what reaches a worker before its program listens, so until then it waits here. */
    private void post(String type, String text) {
        Command command = new Command(type, run, text);
        if (ready) {
            send(command);
        } else {
            unsent.add(command);
        }
    }

    private void sendWhatWaited() {
        ready = true;
        unsent.forEach(this::send);
        unsent.clear();
    }

    private void send(Command command) {
        worker.postMessage(WorkerMessage.of(command.type, command.run, command.text));
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
            case WorkerMessage.FIT -> listener.fit(floats(message));
            case WorkerMessage.SAVED -> listener.saved(((Int8Array) message.getPayload()).copyToJavaArray());
            default -> throw new IllegalStateException("Page: unknown news from the worker: " + message.getType());
        }
    }

    private static float[] floats(WorkerMessage message) {
        return ((Float32Array) message.getPayload()).copyToJavaArray();
    }
}
