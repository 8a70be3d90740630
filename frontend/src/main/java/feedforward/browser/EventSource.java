package feedforward.browser;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.MessageEvent;

/** A stream of server-sent events; it reconnects by itself until closed. */
@JSClass
public class EventSource implements JSObject {
    public static final int CLOSED = 2;

    public EventSource(String url) {}

    @JSProperty
    public native int getReadyState();

    public native void addEventListener(String type, EventListener<MessageEvent> listener);

    public native void close();
}
