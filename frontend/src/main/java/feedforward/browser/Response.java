package feedforward.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.streams.ReadableStream;
import org.teavm.jso.typedarrays.ArrayBuffer;

/** What {@code fetch} promises. */
public abstract class Response implements JSObject {

    /** Asks for a resource of this server. */
    @JSBody(params = "url", script = "return fetch(url);")
    public static native JSPromise<Response> get(String url);

    /** Sends a body; {@code method} is POST or DELETE. */
    @JSBody(
            params = {"method", "url", "contentType", "body"},
            script = "return fetch(url, {method: method, headers: {'Content-Type': contentType}, body: body});")
    public static native JSPromise<Response> send(String method, String url, String contentType, JSObject body);

    @JSProperty
    public abstract boolean isOk();

    @JSProperty
    public abstract int getStatus();

    @JSProperty
    public abstract ReadableStream getBody();

    public abstract JSPromise<JSString> text();

    public abstract JSPromise<ArrayBuffer> arrayBuffer();
}
