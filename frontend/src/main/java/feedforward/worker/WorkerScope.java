package feedforward.worker;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.dom.events.EventTarget;

/** What a dedicated worker calls {@code self}. */
abstract class WorkerScope implements EventTarget {
    private WorkerScope() {}

    @JSTopLevel
    @JSProperty("self")
    static native WorkerScope current();

    abstract void postMessage(JSObject message);
}
