package feedforward.wasm;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.JSTopLevel;

/** What {@code static/web/js/kernels.js} made of this browser. */
abstract class KernelTeam implements JSObject {
    private KernelTeam() {}

    @JSTopLevel
    @JSProperty("FeedforwardKernels")
    static native KernelTeam team();

    @JSProperty
    abstract int getThreads();
}
