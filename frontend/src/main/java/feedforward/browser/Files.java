package feedforward.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Int8Array;

/** Files that the visitor chose. */
public final class Files {
    private Files() {}

    /** Takes a file's name and bytes. */
    public interface Reader {
        void read(String name, byte[] bytes);
    }

    @JSFunctor
    interface Arrival extends JSObject {
        void arrived(String name, ArrayBuffer bytes);
    }

    /** Reads each file the visitor chooses in a file field; the same file can be chosen again. */
    public static void listen(HTMLInputElement field, Reader reader) {
        listen(field, (Arrival) (name, bytes) -> reader.read(name, new Int8Array(bytes).copyToJavaArray()));
    }

    @JSBody(
            params = {"field", "arrival"},
            script = "field.addEventListener('change', function() { var file = field.files[0];"
                    + " if (file) { file.arrayBuffer().then(function(bytes) { field.value = ''; arrival(file.name, bytes); }); } });")
    private static native void listen(HTMLInputElement field, Arrival arrival);
}
