package feedforward.worker;

import feedforward.browser.Script;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.TypedArray;

/**
 * What goes between page and worker: a type, and with it a text, values or bytes.
 *
 * <p>To the worker: START (text: a RunSpec), EXTEND (text: the number of epochs to go up to), PAUSE, RESUME, STEP, STOP, SAVE. From it: READY, LOADING (text: bytes so far /
 * bytes in all), SNAPSHOT (text: a RunSnapshot), UNITS (values: the first layer's weights, a unit behind the other), FIT (values: the
 * network's output over [−1, 1]), SAVED (bytes: a safetensors file), FAILED (text: why).
 */
public abstract class WorkerMessage implements JSObject {
    public static final String START = "start";
    public static final String EXTEND = "extend";
    public static final String PAUSE = "pause";
    public static final String RESUME = "resume";
    public static final String STEP = "step";
    public static final String STOP = "stop";
    public static final String SAVE = "save";
    public static final String READY = "ready";
    public static final String LOADING = "loading";
    public static final String SNAPSHOT = "snapshot";
    public static final String UNITS = "units";
    public static final String FIT = "fit";
    public static final String SAVED = "saved";
    public static final String FAILED = "failed";

    public static WorkerMessage of(String type, String text) {
        return (WorkerMessage) Script.script().textMessage(type, text);
    }

    /** @param payload a typed array */
    public static WorkerMessage of(String type, TypedArray payload) {
        return (WorkerMessage) Script.script().payloadMessage(type, payload);
    }

    @JSProperty
    public abstract String getType();

    @JSProperty
    public abstract String getText();

    @JSProperty
    public abstract JSObject getPayload();
}
