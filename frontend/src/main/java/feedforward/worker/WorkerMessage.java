package feedforward.worker;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;

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

    @JSBody(
            params = {"type", "text"},
            script = "return {type: type, text: text};")
    public static native WorkerMessage of(String type, String text);

    @JSBody(
            params = {"type", "values"},
            script = "return {type: type, text: '', values: values};")
    public static native WorkerMessage of(String type, Float32Array values);

    @JSBody(
            params = {"type", "bytes"},
            script = "return {type: type, text: '', bytes: bytes};")
    public static native WorkerMessage of(String type, Int8Array bytes);

    @JSProperty
    public abstract String getType();

    @JSProperty
    public abstract String getText();

    @JSProperty
    public abstract Float32Array getValues();

    @JSProperty
    public abstract Int8Array getBytes();
}
