package feedforward.jobs;

import feedforward.bench.BenchRequest;
import feedforward.bench.BenchResult;
import feedforward.datasets.DatasetCatalogue;
import feedforward.device.Device;
import java.util.List;
import java.util.function.DoubleConsumer;

/** A measurement that has the machine's cores, from its making until it has run. */
public final class Measurement {
    private final BenchRequest request;
    private final DatasetCatalogue datasets;
    private final MachineDevices devices;
    private final Cores cores;

    Measurement(BenchRequest request, DatasetCatalogue datasets, MachineDevices devices, Cores cores) {
        this.request = request;
        this.datasets = datasets;
        this.devices = devices;
        this.cores = cores;
    }

    public BenchRequest request() {
        return request;
    }

    /**
     * Measures and gives the cores back, whatever happens.
     *
     * @param progress told often which part is done, in (0, 1]; what it throws ends the measurement
     */
    public List<BenchResult> run(DoubleConsumer progress) {
        try (Device device = devices.open(request.threads())) {
            return request.workload()
                    .run(device, () -> datasets.data("mnist"), request.seconds(), System::nanoTime, progress);
        } finally {
            cores.giveBack();
        }
    }
}
