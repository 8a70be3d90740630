package feedforward.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** Mouse, finger and pen as one: strokes on an element, in units of its width, all the points the device gave. */
public final class Pointer {
    private Pointer() {}

    /** Hears of one stroke at a time. */
    public interface Pen {
        void down(float x, float y);

        void move(float x, float y);

        void up();
    }

    /** A place on the element. */
    @JSFunctor
    interface Place extends JSObject {
        void at(float x, float y);
    }

    @JSFunctor
    interface End extends JSObject {
        void happened();
    }

    public static void listen(HTMLElement element, Pen pen) {
        listen(element, pen::down, pen::move, pen::up);
    }

    @JSBody(
            params = {"element", "down", "move", "up"},
            script = "var pointer = null;"
                    + "function tell(place, event) { var box = element.getBoundingClientRect();"
                    + " place((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height); }"
                    + "element.addEventListener('pointerdown', function(event) {"
                    + " if (pointer !== null || event.button !== 0) { return; }"
                    + " pointer = event.pointerId; element.setPointerCapture(pointer); tell(down, event); });"
                    + "element.addEventListener('pointermove', function(event) {"
                    + " if (event.pointerId !== pointer) { return; }"
                    + " var all = event.getCoalescedEvents ? event.getCoalescedEvents() : [];"
                    + " (all.length ? all : [event]).forEach(function(each) { tell(move, each); }); });"
                    + "function end(event) { if (event.pointerId === pointer) { pointer = null; up(); } }"
                    + "element.addEventListener('pointerup', end);"
                    + "element.addEventListener('pointercancel', end);")
    private static native void listen(HTMLElement element, Place down, Place move, End up);
}
