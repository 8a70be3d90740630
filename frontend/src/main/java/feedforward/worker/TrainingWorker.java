package feedforward.worker;

import feedforward.browser.MessageChannel;
import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.train.DivergedException;
import feedforward.train.Run;
import feedforward.train.RunDriver;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import feedforward.wire.RunSnapshotJson;
import feedforward.wire.RunSpecJson;
import feedforward.wire.SavedModel;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Trains one network at a time for the page. Works in slices and returns to the event loop between them, so that a command
 * is heard within a slice. Mutable.
 */
final class TrainingWorker {
    private static final long SLICE_NANOS = 25_000_000;
    private static final long NEWS_NANOS = 150_000_000;

    private final WorkerScope scope;
    private final Device device;
    private final MessageChannel loop = new MessageChannel();

    private Optional<Dataset> mnist = Optional.empty();
    private Optional<Dataset> data = Optional.empty();
    private Optional<RunDriver> driver = Optional.empty();
    private RunState state = RunState.QUEUED;
    private boolean sliceAsked;
    private long lastNews;
    private int starts;

    TrainingWorker(WorkerScope scope, Device device) {
        this.scope = scope;
        this.device = device;
    }

    void listen() {
        loop.getPort1().onMessage(event -> slice());
        loop.getPort1().start();
        scope.addEventListener("message", event -> obey((WorkerMessage) ((MessageEvent) event).getData()));
        scope.postMessage(WorkerMessage.of(WorkerMessage.READY, device.name()));
    }

    /** The worker's edge: whatever goes wrong with a command becomes a message to the page. */
    private void obey(WorkerMessage command) {
        try {
            switch (command.getType()) {
                case WorkerMessage.START -> load(RunSpecJson.read(command.getText()));
                case WorkerMessage.EXTEND -> extend(Integer.parseInt(command.getText()));
                case WorkerMessage.PAUSE -> changeState(RunState.RUNNING, RunState.PAUSED);
                case WorkerMessage.RESUME -> resume();
                case WorkerMessage.STEP -> step();
                case WorkerMessage.STOP -> stop();
                case WorkerMessage.SAVE -> save();
                default -> throw new IllegalArgumentException("Worker: unknown command " + command.getType());
            }
        } catch (RuntimeException e) {
            fail(e.getMessage());
        }
    }

    private void load(RunSpec spec) {
        starts++;
        int thisStart = starts;
        driver = Optional.empty();
        state = RunState.QUEUED;
        if (spec.data().name().equals(Curve.NAME)) {
            start(spec, Curve.dataset());
        } else if (mnist.isPresent()) {
            start(spec, mnist.get());
        } else {
            MnistDownload.Progress progress =
                    (bytes, all) -> scope.postMessage(WorkerMessage.of(WorkerMessage.LOADING, bytes + "/" + all));
            new MnistDownload(
                            progress,
                            dataset -> {
                                mnist = Optional.of(dataset);
                                if (starts == thisStart) {
                                    start(spec, dataset);
                                }
                            },
                            this::fail)
                    .start();
        }
    }

    private void start(RunSpec spec, Dataset dataset) {
        try {
            data = Optional.of(dataset);
            driver = Optional.of(new RunDriver(Run.start(spec, dataset, device), System::nanoTime));
            state = RunState.RUNNING;
            askForSlice();
        } catch (IllegalArgumentException e) {
            fail(e.getMessage());
        }
    }

    private void extend(int epochs) {
        if (state == RunState.FINISHED && driver.isPresent() && data.isPresent()) {
            driver = Optional.of(driver.get().extendedTo(epochs, data.get(), device));
            state = RunState.RUNNING;
            askForSlice();
        }
    }

    private void resume() {
        changeState(RunState.PAUSED, RunState.RUNNING);
        askForSlice();
    }

    private void step() {
        if (state == RunState.RUNNING) {
            state = RunState.PAUSED;
        }
        if (state == RunState.PAUSED) {
            work(RunDriver::step);
            report();
        }
    }

    private void stop() {
        starts++;
        if (!state.ended()) {
            state = RunState.CANCELLED;
            report();
        }
    }

    private void changeState(RunState from, RunState to) {
        if (state == from) {
            state = to;
            report();
        }
    }

    private void askForSlice() {
        if (!sliceAsked && state == RunState.RUNNING) {
            sliceAsked = true;
            loop.getPort2().postMessage(WorkerMessage.of("slice", ""));
        }
    }

    private void slice() {
        sliceAsked = false;
        if (state != RunState.RUNNING) {
            return;
        }
        work(running -> running.work(SLICE_NANOS));
        long now = System.nanoTime();
        if (state.ended() || now - lastNews >= NEWS_NANOS) {
            lastNews = now;
            report();
        }
        askForSlice();
    }

    private void work(Consumer<RunDriver> slice) {
        driver.ifPresent(running -> {
            try {
                slice.accept(running);
                if (running.run().finished()) {
                    state = RunState.FINISHED;
                }
            } catch (DivergedException e) {
                fail(e.getMessage());
            }
        });
    }

    private void report() {
        if (state == RunState.FAILED) {
            return;
        }
        driver.ifPresentOrElse(
                running -> {
                    post(running.snapshot(state));
                    postPicture(running.run());
                },
                () -> post(RunSnapshot.queued().with(state)));
    }

    private void postPicture(Run run) {
        if (run.spec().data().name().equals(Curve.NAME)) {
            float[] fit = new CurveFit(run.network(), device, run.spec().batchSize()).values();
            scope.postMessage(WorkerMessage.of(WorkerMessage.FIT, Float32Array.copyFromJavaArray(fit)));
        } else {
            float[] units = FirstLayer.units(run.network());
            scope.postMessage(WorkerMessage.of(WorkerMessage.UNITS, Float32Array.copyFromJavaArray(units)));
        }
    }

    private void save() {
        RunDriver saved =
                driver.orElseThrow(() -> new IllegalArgumentException("Nothing to save yet; start a run first"));
        RunSnapshot snapshot = saved.snapshot(state);
        byte[] file = SavedModel.of(saved.run().checkpoint(), snapshot.lastEvaluation())
                .toBytes();
        scope.postMessage(WorkerMessage.of(WorkerMessage.SAVED, Int8Array.copyFromJavaArray(file)));
    }

    private void fail(String reason) {
        state = RunState.FAILED;
        RunSnapshot last =
                driver.map(running -> running.snapshot(RunState.RUNNING)).orElse(RunSnapshot.queued());
        post(last.failed(reason));
    }

    private void post(RunSnapshot snapshot) {
        String json = RunSnapshotJson.write(snapshot).toString();
        scope.postMessage(WorkerMessage.of(WorkerMessage.SNAPSHOT, json));
    }
}
