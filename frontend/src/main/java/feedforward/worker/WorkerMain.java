package feedforward.worker;

import feedforward.Placeholder;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.typedarrays.Float32Array;

/** The worker: answers each Float32Array with the sum of its squares. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        WorkerScope self = WorkerScope.current();
        self.addEventListener("message", event -> {
            Float32Array values = (Float32Array) ((MessageEvent) event).getData();
            float sum = Placeholder.sumOfSquares(values.copyToJavaArray());
            self.postMessage(JSString.valueOf(String.valueOf(sum)));
        });
        self.postMessage(JSString.valueOf("ready"));
    }
}
