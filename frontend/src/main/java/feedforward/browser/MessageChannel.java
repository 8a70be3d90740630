package feedforward.browser;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.workers.MessagePort;

/** Two ends of a pipe within the browser; a message through it is the quickest way to come back to the event loop. */
@JSClass
public class MessageChannel implements JSObject {
    public MessageChannel() {}

    @JSProperty
    public native MessagePort getPort1();

    @JSProperty
    public native MessagePort getPort2();
}
