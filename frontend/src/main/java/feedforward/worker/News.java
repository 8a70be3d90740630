package feedforward.worker;

import feedforward.data.Curve;
import feedforward.device.Device;
import feedforward.train.Run;
import feedforward.train.RunDriver;
import feedforward.train.RunSnapshot;
import feedforward.train.RunState;
import feedforward.wire.RunSnapshotJson;
import feedforward.wire.SavedModel;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;

/** What the worker tells the page of the run with a number. */
record News(WorkerScope scope, Device device, int run) {

    void ready() {
        scope.postMessage(WorkerMessage.of(WorkerMessage.READY, run, device.name()));
    }

    void loading(int bytes, int all) {
        scope.postMessage(WorkerMessage.of(WorkerMessage.LOADING, run, bytes + "/" + all));
    }

    void snapshot(RunSnapshot snapshot) {
        String json = RunSnapshotJson.write(snapshot).toString();
        scope.postMessage(WorkerMessage.of(WorkerMessage.SNAPSHOT, run, json));
    }

    /** A picture of the network: what it fits, or what its first layer looks for. */
    void picture(Run shown) {
        if (shown.spec().data().name().equals(Curve.NAME)) {
            post(
                    WorkerMessage.FIT,
                    new CurveFit(shown.network(), device, Math.min(shown.spec().batchSize(), Curve.POINTS)).values());
        } else {
            post(WorkerMessage.UNITS, FirstLayer.units(shown.network()));
        }
    }

    void saved(RunDriver driver, RunState state) {
        SavedModel model =
                SavedModel.of(driver.run().checkpoint(), driver.snapshot(state).lastEvaluation());
        scope.postMessage(WorkerMessage.of(WorkerMessage.SAVED, run, Int8Array.copyFromJavaArray(model.toBytes())));
    }

    private void post(String type, float[] values) {
        scope.postMessage(WorkerMessage.of(type, run, Float32Array.copyFromJavaArray(values)));
    }
}
