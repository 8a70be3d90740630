package feedforward.page;

import feedforward.browser.EventSource;
import feedforward.browser.Response;
import feedforward.browser.Script;
import feedforward.json.JsonFields;
import feedforward.json.JsonFormatException;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.wire.RunSnapshotJson;
import feedforward.wire.RunSpecJson;
import java.util.function.Consumer;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int8Array;

/** The server as the page uses it. Answers arrive later, as calls of the functions given. */
public final class ServerApi {
    private static final String JOBS = "/api/v1/jobs";
    private static final String UNREACHABLE = "The server does not answer; is it still running?";

    private static final int FIRST_WAIT_MILLIS = 500;
    private static final int LONGEST_WAIT_MILLIS = 16_000;

    private EventSource events;

    /** News of a job. */
    public interface JobListener {
        void snapshot(RunSnapshot snapshot);

        /** The stream broke off; the browser tries again by itself. */
        void lost();

        /** There is no such stream, and the browser has given up. */
        void gone();
    }

    /** Hands over a run; {@code accepted} gets the job's id. */
    public void startJob(RunSpec spec, Consumer<String> accepted, Consumer<String> refused) {
        JSString body = JSString.valueOf(RunSpecJson.write(spec).toString());
        JSPromise<Response> answer = Script.script().send("POST", JOBS, "application/json", body);
        read(answer, field("id", accepted, refused), refused);
    }

    /** Follows one job, in place of the one before. */
    public void follow(String jobId, JobListener listener) {
        if (events != null) {
            events.close();
        }
        EventSource source = new EventSource(JOBS + "/" + jobId + "/events");
        events = source;
        source.addEventListener("snapshot", event -> {
            String data = ((JSString) event.getData()).stringValue();
            RunSnapshot snapshot = RunSnapshotJson.read(JsonFields.parse("Server", data));
            if (snapshot.state().ended()) {
                source.close();
            }
            listener.snapshot(snapshot);
        });
        source.addEventListener("error", event -> {
            if (source.getReadyState() == EventSource.CLOSED) {
                listener.gone();
            } else {
                listener.lost();
            }
        });
    }

    public void cancel(String jobId, Consumer<String> refused) {
        JSPromise<Response> answer =
                Script.script().send("DELETE", JOBS + "/" + jobId, "application/json", JSString.valueOf(""));
        read(answer, text -> {}, refused);
    }

    /** The address of a finished job's weights. */
    public static String weightsOf(String jobId) {
        return JOBS + "/" + jobId + "/weights.safetensors";
    }

    /** The server's device, such as "heap", once the server is ready: asks again until it is, ever more rarely. */
    public void device(Consumer<String> known) {
        askForDevice(known, FIRST_WAIT_MILLIS);
    }

    private void askForDevice(Consumer<String> known, int waitMillis) {
        int longer = Math.min(2 * waitMillis, LONGEST_WAIT_MILLIS);
        Consumer<String> notReady = reason -> Window.setTimeout(() -> askForDevice(known, longer), waitMillis);
        read(Script.script().get("/health/ready"), field("device", known, notReady), notReady);
    }

    /** The bytes of a file of this server. */
    public void file(String url, Consumer<byte[]> arrived, Consumer<String> refused) {
        JSPromise<Response> answer = Script.script().get(url);
        answer.then(
                response -> {
                    if (response.isOk()) {
                        readBytes(response, arrived, refused);
                    } else {
                        refused.accept(url + ": the server answered " + response.getStatus());
                    }
                    return null;
                },
                error -> unreachable(refused));
    }

    private static void readBytes(Response response, Consumer<byte[]> arrived, Consumer<String> refused) {
        response.arrayBuffer()
                .then(
                        buffer -> {
                            arrived.accept(new Int8Array(buffer).copyToJavaArray());
                            return null;
                        },
                        error -> unreachable(refused));
    }

    private static void read(JSPromise<Response> answer, Consumer<String> accepted, Consumer<String> refused) {
        answer.then(
                response -> {
                    readText(response, accepted, refused);
                    return null;
                },
                error -> unreachable(refused));
    }

    private static void readText(Response response, Consumer<String> accepted, Consumer<String> refused) {
        response.text()
                .then(
                        text -> {
                            if (response.isOk()) {
                                accepted.accept(text.stringValue());
                            } else {
                                refused.accept(reason(text.stringValue(), response.getStatus()));
                            }
                            return null;
                        },
                        error -> unreachable(refused));
    }

    /** Takes a field of an answer in JSON. */
    private static Consumer<String> field(String name, Consumer<String> accepted, Consumer<String> refused) {
        return json -> {
            String value;
            try {
                value = text(json, name);
            } catch (JsonFormatException e) {
                refused.accept("The server’s answer could not be read. " + e.getMessage());
                return;
            }
            accepted.accept(value);
        };
    }

    private static Object unreachable(Consumer<String> refused) {
        refused.accept(UNREACHABLE);
        return null;
    }

    private static String reason(String body, int status) {
        try {
            return text(body, "error");
        } catch (JsonFormatException e) {
            return "The server answered " + status;
        }
    }

    private static String text(String json, String field) {
        return JsonFields.parse("Server", json).text(field);
    }
}
