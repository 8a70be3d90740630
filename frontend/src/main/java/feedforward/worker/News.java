package feedforward.worker;

import feedforward.model.Network;
import feedforward.train.RunDriver;
import feedforward.train.RunSnapshot;
import feedforward.train.RunState;
import feedforward.wire.RunSnapshotJson;
import feedforward.wire.SavedModel;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;

/** What the worker tells the page of the run with a number. No record, whose text would wrap the scope: see the README. */
final class News {
    private final WorkerScope scope;
    private final int run;

    News(WorkerScope scope, int run) {
        this.scope = scope;
        this.run = run;
    }

    /** @param device the name of those that runs get, on so many threads */
    void ready(String device, int threads) {
        text(WorkerMessage.READY, device + "/" + threads);
    }

    void loading(int bytes, int all) {
        text(WorkerMessage.LOADING, bytes + "/" + all);
    }

    void snapshot(RunSnapshot snapshot) {
        text(WorkerMessage.SNAPSHOT, RunSnapshotJson.write(snapshot).toString());
    }

    /** What the network's first layer looks for. */
    void units(Network network) {
        post(WorkerMessage.UNITS, FirstLayer.units(network));
    }

    void saved(RunDriver driver, RunState state) {
        SavedModel model =
                SavedModel.of(driver.run().checkpoint(), driver.snapshot(state).lastEvaluation());
        scope.postMessage(WorkerMessage.of(WorkerMessage.SAVED, run, Int8Array.copyFromJavaArray(model.toBytes())));
    }

    /** What a loop posts to itself. */
    WorkerMessage sliceWanted() {
        return WorkerMessage.of("slice", run, "");
    }

    void judging(double part) {
        text(WorkerMessage.JUDGING, Double.toString(part));
    }

    /**
     * @param digits the test images' pixels, then their labels
     * @param outputs the network's for each
     */
    void judged(byte[] digits, float[] outputs) {
        scope.postMessage(WorkerMessage.of(WorkerMessage.DIGITS, run, Int8Array.copyFromJavaArray(digits)));
        post(WorkerMessage.JUDGED, outputs);
    }

    void judgingFailed(String reason) {
        text(WorkerMessage.JUDGING_FAILED, reason);
    }

    void measuring(double part) {
        text(WorkerMessage.MEASURING, Double.toString(part));
    }

    /** @param result as JSON */
    void measured(String result) {
        text(WorkerMessage.MEASURED, result);
    }

    void measurementOver() {
        text(WorkerMessage.MEASUREMENT_OVER, "");
    }

    void measurementFailed(String reason) {
        text(WorkerMessage.MEASUREMENT_FAILED, reason);
    }

    private void text(String type, String text) {
        scope.postMessage(WorkerMessage.of(type, run, text));
    }

    private void post(String type, float[] values) {
        scope.postMessage(WorkerMessage.of(type, run, Float32Array.copyFromJavaArray(values)));
    }
}
