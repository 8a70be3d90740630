package feedforward.browser;

import org.teavm.jso.JSObject;

/** What breaks off a request. */
public abstract class AbortController implements JSObject {
    public abstract void abort();
}
