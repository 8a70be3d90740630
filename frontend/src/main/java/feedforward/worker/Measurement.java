package feedforward.worker;

import feedforward.bench.BenchRequest;
import feedforward.bench.BenchResult;
import feedforward.data.Dataset;
import feedforward.device.Device;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * Measures one workload in one go, on a device of its own. The page ends it by ending the worker; whatever goes wrong becomes a
 * message to the page.
 */
final class Measurement {
    private final BenchRequest request;
    private final WorkerDevices devices;
    private final News news;

    Measurement(BenchRequest request, WorkerDevices devices, News news) {
        this.request = request;
        this.devices = devices;
        this.news = news;
    }

    void run(MnistSource mnist) {
        if (request.workload().needsMnist()) {
            mnist.ask(dataset -> run(() -> dataset), news::measurementFailed);
        } else {
            run(() -> {
                throw new IllegalStateException("Bench: " + request.workload().id() + " needs no data");
            });
        }
    }

    private void run(Supplier<Dataset> mnist) {
        try {
            for (BenchResult result : measure(mnist)) {
                news.measured(result.toJson(request.threads()).toString());
            }
        } catch (RuntimeException e) {
            news.measurementFailed(String.valueOf(e.getMessage()));
            return;
        }
        news.measurementOver();
    }

    private List<BenchResult> measure(Supplier<Dataset> mnist) {
        request.requireThreads(devices.mostThreads());
        try (Device device = devices.open(request.threads())) {
            return request.workload().run(device, mnist, request.seconds(), System::nanoTime, new Reported(news));
        }
    }

    /** Tells the page a few times a second: what it shows takes time of a core that is measured. */
    private static final class Reported implements DoubleConsumer {
        private static final long GAP_NANOS = 250_000_000;

        private final News news;
        private long last = System.nanoTime();

        Reported(News news) {
            this.news = news;
        }

        @Override
        public void accept(double part) {
            long now = System.nanoTime();
            if (now - last >= GAP_NANOS) {
                last = now;
                news.measuring(part);
            }
        }
    }
}
