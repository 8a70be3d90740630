package feedforward.worker;

import feedforward.browser.Script;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.TypedArray;

/**
 * What goes between page and worker: a type, the number of the run it concerns (below zero: of the judging), and a text or a typed
 * array.
 *
 * <p>To the worker: START (text: a RunSpec), after which the run stands until RESUME, STEP or RUN_TO (text: the step after which it
 * stands again); PAUSE, STOP, SAVE; JUDGE (bytes: a safetensors file) and STOP_JUDGING; USE_ALL_CORES, SPARE_A_CORE, where there is
 * more than one, and USE_ONE_CORE, of which no weights change; BENCH (text: a BenchRequest).
 *
 * <p>From it: READY (text: its device / the most threads), LOADING (text: bytes so far / bytes in all), SNAPSHOT (text: a
 * RunSnapshot), UNITS (float32: the first layer's weights, a unit behind the other), SAVED (bytes: a safetensors file); JUDGING (text:
 * the part that is done), and in the end DIGITS (bytes: the test images' pixels, an image behind the other, then their labels) and
 * JUDGED (float32: the network's outputs for them), or JUDGING_FAILED (text: why); MEASURING (text: the part that is done), MEASURED
 * (text: a BenchResult), and in the end MEASUREMENT_OVER or MEASUREMENT_FAILED (text: why).
 */
public abstract class WorkerMessage implements JSObject {
    public static final String START = "start";
    public static final String PAUSE = "pause";
    public static final String RESUME = "resume";
    public static final String STEP = "step";
    public static final String STOP = "stop";
    public static final String RUN_TO = "run-to";
    public static final String JUDGE = "judge";
    public static final String STOP_JUDGING = "stop-judging";
    public static final String SAVE = "save";
    public static final String SPARE_A_CORE = "spare-a-core";
    public static final String USE_ONE_CORE = "use-one-core";
    public static final String USE_ALL_CORES = "use-all-cores";
    public static final String BENCH = "bench";
    public static final String READY = "ready";
    public static final String LOADING = "loading";
    public static final String SNAPSHOT = "snapshot";
    public static final String UNITS = "units";
    public static final String SAVED = "saved";
    public static final String JUDGING = "judging";
    public static final String DIGITS = "digits";
    public static final String JUDGED = "judged";
    public static final String JUDGING_FAILED = "judging-failed";
    public static final String MEASURING = "measuring";
    public static final String MEASURED = "measured";
    public static final String MEASUREMENT_OVER = "measurement-over";
    public static final String MEASUREMENT_FAILED = "measurement-failed";

    public static WorkerMessage of(String type, int run, String text) {
        return (WorkerMessage) Script.script().textMessage(type, run, text);
    }

    public static WorkerMessage of(String type, int run, TypedArray payload) {
        return (WorkerMessage) Script.script().payloadMessage(type, run, payload);
    }

    @JSProperty
    public abstract String getType();

    @JSProperty
    public abstract int getRun();

    @JSProperty
    public abstract String getText();

    @JSProperty
    public abstract JSObject getPayload();
}
