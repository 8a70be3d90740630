package feedforward.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** Files that the visitor keeps. */
public final class Downloads {
    private Downloads() {}

    /** Saves bytes under a name. */
    public static void save(byte[] file, String name) {
        save(Int8Array.copyFromJavaArray(file), name);
    }

    /** Saves what an address of this server gives. */
    @JSBody(
            params = {"url", "name"},
            script = "var link = document.createElement('a'); link.href = url; link.download = name; link.click();")
    public static native void follow(String url, String name);

    @JSBody(
            params = {"bytes", "name"},
            script = "var url = URL.createObjectURL(new Blob([bytes], {type: 'application/octet-stream'}));"
                    + "var link = document.createElement('a'); link.href = url; link.download = name; link.click();"
                    + "setTimeout(function() { URL.revokeObjectURL(url); }, 60000);")
    private static native void save(Int8Array bytes, String name);
}
