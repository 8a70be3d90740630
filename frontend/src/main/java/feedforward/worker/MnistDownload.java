package feedforward.worker;

import feedforward.browser.Script;
import feedforward.data.Dataset;
import feedforward.data.Mnist;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.streams.ReadableStreamDefaultReader;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.TypedArray;

/**
 * Fetches MNIST's four files from the server, one behind the other, as they stream in. Mutable; each file goes into an
 * array of its known size, which a file of another length does not fit.
 */
public final class MnistDownload {
    /** Tells how far it has come: bytes so far, bytes in all. */
    public interface Progress {
        void loaded(int bytes, int all);
    }

    private static final int[] SIZES = {47_040_016, 60_008, 7_840_016, 10_008};
    private static final int ALL = 54_950_048;

    private final Progress progress;
    private final Consumer<Dataset> done;
    private final Consumer<String> failed;
    private final List<byte[]> files = new ArrayList<>();
    private int received;
    private int inFile;

    MnistDownload(Progress progress, Consumer<Dataset> done, Consumer<String> failed) {
        this.progress = progress;
        this.done = done;
        this.failed = failed;
    }

    void start() {
        if (files.size() == SIZES.length) {
            handOver();
            return;
        }
        String name = Mnist.FILES.get(files.size());
        byte[] file = new byte[SIZES[files.size()]];
        inFile = 0;
        JSPromise<Object> request = Script.script()
                .get("/api/v1/datasets/mnist/" + name)
                .then(response -> {
                    if (response.isOk()) {
                        read(name, file, response.getBody().getReader());
                    } else {
                        failed.accept("MNIST " + name + ": expected the file but the server answered "
                                + response.getStatus());
                    }
                    return null;
                });
        request.catchError(error -> {
            failed.accept("MNIST " + name + ": the server did not answer; is it still running?");
            return null;
        });
    }

    private void handOver() {
        Dataset dataset;
        try {
            dataset = Mnist.dataset(files);
        } catch (IllegalArgumentException e) {
            failed.accept(e.getMessage());
            return;
        }
        // Not within the promise: what goes wrong with the digits from now on is no failure of the download.
        Window.setTimeout(() -> done.accept(dataset), 0);
    }

    private void read(String name, byte[] file, ReadableStreamDefaultReader reader) {
        JSPromise<Object> piece = reader.read().then(result -> {
            if (result.isDone()) {
                finish(name, file);
                return null;
            }
            TypedArray bytes = (TypedArray) result.getValue();
            if (inFile + bytes.getLength() > file.length) {
                failed.accept("MNIST " + name + ": expected " + file.length + " bytes but there are more");
                return null;
            }
            byte[] copy = new Int8Array(bytes.getBuffer(), bytes.getByteOffset(), bytes.getLength()).copyToJavaArray();
            System.arraycopy(copy, 0, file, inFile, copy.length);
            inFile += copy.length;
            received += copy.length;
            progress.loaded(received, ALL);
            read(name, file, reader);
            return null;
        });
        piece.catchError(error -> {
            failed.accept(
                    "MNIST " + name + ": the download broke off after " + inFile + " of " + file.length + " bytes");
            return null;
        });
    }

    private void finish(String name, byte[] file) {
        if (inFile != file.length) {
            failed.accept("MNIST " + name + ": expected " + file.length + " bytes but was " + inFile);
            return;
        }
        files.add(file);
        start();
    }
}
