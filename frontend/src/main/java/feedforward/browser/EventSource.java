package feedforward.browser;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.MessageEvent;

/** A stream of server-sent events; it reconnects by itself until closed. */
@JSClass
public class EventSource implements JSObject {
    public EventSource(String url) {}

    public native void addEventListener(String type, EventListener<MessageEvent> listener);

    public native void close();
}
