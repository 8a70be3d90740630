package feedforward.browser;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.streams.ReadableStream;
import org.teavm.jso.typedarrays.ArrayBuffer;

/** What {@code fetch} promises. */
public abstract class Response implements JSObject {

    @JSProperty
    public abstract boolean isOk();

    @JSProperty
    public abstract int getStatus();

    @JSProperty
    public abstract ReadableStream getBody();

    public abstract JSPromise<JSString> text();

    public abstract JSPromise<ArrayBuffer> arrayBuffer();
}
