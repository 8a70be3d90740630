package feedforward.worker;

import feedforward.bench.BenchRequest;
import feedforward.browser.MessageChannel;
import feedforward.data.Dataset;
import feedforward.data.KnownDatasets;
import feedforward.device.Device;
import feedforward.train.Run;
import feedforward.train.RunDriver;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import feedforward.wire.RunSpecJson;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Trains one network at a time for the page. Works in slices and returns to the event loop between them, so that a command
 * is heard within a slice; but a measurement is one go, which only the worker's end breaks off. Mutable.
 */
final class TrainingWorker {
    private static final long SLICE_NANOS = 25_000_000;
    private static final long NEWS_NANOS = 150_000_000;

    private final WorkerScope scope;
    private final WorkerDevices devices;
    private final MessageChannel loop = new MessageChannel();
    private final MnistSource mnist = new MnistSource((bytes, all) -> news().loading(bytes, all));

    private final Judging judging;

    private int threads;
    private int runNumber;
    private RunState state = RunState.QUEUED;
    private Optional<LiveRun> live = Optional.empty();
    /** What was asked for while the data were still on their way: to run on, and some steps first. */
    private boolean runsOn;

    private int stepsAtStart;
    /** The step after which the run stands. */
    private int until;

    private boolean sliceAsked;
    private long lastNews;

    TrainingWorker(WorkerScope scope, WorkerDevices devices) {
        this.scope = scope;
        this.devices = devices;
        threads = devices.mostThreads();
        judging = new Judging(() -> devices.open(threads), mnist);
    }

    void listen() {
        loop.getPort1().onMessage(event -> slice());
        loop.getPort1().start();
        scope.addEventListener("message", event -> obey((WorkerMessage) ((MessageEvent) event).getData()));
        try (Device device = open()) {
            news().ready(device.name(), devices.mostThreads());
        }
    }

    /** The worker's edge: whatever goes wrong with a command becomes a message to the page. */
    private void obey(WorkerMessage command) {
        if (!command.getType().equals(WorkerMessage.JUDGE)) {
            runNumber = command.getRun();
        }
        try {
            switch (command.getType()) {
                case WorkerMessage.START -> load(RunSpecJson.read(command.getText()));
                case WorkerMessage.PAUSE -> pause();
                case WorkerMessage.RESUME -> resume(Integer.MAX_VALUE);
                case WorkerMessage.RUN_TO -> resume(Integer.parseInt(command.getText()));
                case WorkerMessage.STEP -> step();
                case WorkerMessage.STOP -> stop();
                case WorkerMessage.SAVE -> live.ifPresent(saved -> news().saved(saved.driver(), state));
                case WorkerMessage.JUDGE ->
                    judging.start(
                            ((Int8Array) command.getPayload()).copyToJavaArray(), new News(scope, command.getRun()));
                case WorkerMessage.STOP_JUDGING -> judging.stop();
                case WorkerMessage.SPARE_A_CORE -> useThreads(Math.max(1, devices.mostThreads() - 1));
                case WorkerMessage.USE_ONE_CORE -> useThreads(1);
                case WorkerMessage.USE_ALL_CORES -> useThreads(devices.mostThreads());
                case WorkerMessage.BENCH ->
                    new Measurement(BenchRequest.read(command.getText()), devices, news()).run(mnist);
                default -> throw new IllegalArgumentException("Worker: unknown command " + command.getType());
            }
        } catch (RuntimeException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void load(RunSpec spec) {
        keep(Optional.empty());
        state = RunState.QUEUED;
        runsOn = false;
        stepsAtStart = 0;
        int asked = runNumber;
        Optional<Dataset> known = KnownDatasets.named(spec.data().name());
        if (known.isPresent()) {
            start(spec, known.get());
            return;
        }
        mnist.ask(
                dataset -> {
                    if (asked == runNumber && state == RunState.QUEUED) {
                        start(spec, dataset);
                    }
                },
                reason -> {
                    if (asked == runNumber && state == RunState.QUEUED) {
                        fail(reason);
                    }
                });
    }

    private void start(RunSpec spec, Dataset dataset) {
        try {
            keep(Optional.of(LiveRun.start(spec, dataset, open())));
        } catch (RuntimeException e) {
            fail(String.valueOf(e.getMessage()));
            return;
        }
        state = RunState.PAUSED;
        for (int i = 0; i < stepsAtStart; i++) {
            step();
        }
        if (runsOn) {
            resume(until);
        }
    }

    private Device open() {
        return devices.open(threads);
    }

    /** Between two slices, so no kernel is at work. */
    private void useThreads(int most) {
        threads = most;
        devices.useThreads(most);
    }

    private void keep(Optional<LiveRun> next) {
        live.ifPresent(LiveRun::close);
        live = next;
    }

    private void pause() {
        if (state == RunState.QUEUED) {
            runsOn = false;
            news().snapshot(RunSnapshot.queued().with(RunState.PAUSED));
        } else if (state == RunState.RUNNING) {
            state = RunState.PAUSED;
            report();
        }
    }

    private void resume(int step) {
        until = step;
        if (state == RunState.QUEUED) {
            runsOn = true;
            report();
        } else if (state == RunState.PAUSED) {
            state = RunState.RUNNING;
            report();
            askForSlice();
        }
    }

    private void step() {
        if (state == RunState.QUEUED) {
            runsOn = false;
            stepsAtStart++;
        } else if (state == RunState.RUNNING || state == RunState.PAUSED) {
            state = RunState.PAUSED;
            work(RunDriver::step);
            report();
        }
    }

    private void stop() {
        if (!state.ended()) {
            state = RunState.CANCELLED;
            report();
        }
    }

    private void askForSlice() {
        if (!sliceAsked && state == RunState.RUNNING) {
            sliceAsked = true;
            loop.getPort2().postMessage(WorkerMessage.of("slice", runNumber, ""));
        }
    }

    private void slice() {
        sliceAsked = false;
        if (state != RunState.RUNNING) {
            return;
        }
        work(running -> running.work(SLICE_NANOS, until));
        long now = System.nanoTime();
        if (state != RunState.RUNNING || now - lastNews >= NEWS_NANOS) {
            lastNews = now;
            report();
        }
        askForSlice();
    }

    private void work(Consumer<RunDriver> slice) {
        live.ifPresent(running -> {
            try {
                slice.accept(running.driver());
                Run run = running.driver().run();
                if (run.finished()) {
                    state = RunState.FINISHED;
                } else if (run.stepsDone() >= until) {
                    state = RunState.PAUSED;
                }
            } catch (RuntimeException e) {
                fail(String.valueOf(e.getMessage()));
            }
        });
    }

    private void report() {
        if (state == RunState.FAILED) {
            return;
        }
        live.ifPresentOrElse(
                running -> {
                    news().snapshot(running.driver().snapshot(state));
                    news().units(running.driver().run().network());
                },
                () -> news().snapshot(RunSnapshot.queued().with(state)));
    }

    private void fail(String reason) {
        state = RunState.FAILED;
        RunSnapshot last =
                live.map(running -> running.driver().snapshot(RunState.RUNNING)).orElse(RunSnapshot.queued());
        news().snapshot(last.failed(reason));
    }

    private News news() {
        return new News(scope, runNumber);
    }
}
