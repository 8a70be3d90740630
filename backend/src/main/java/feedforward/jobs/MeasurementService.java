package feedforward.jobs;

import feedforward.bench.BenchRequest;
import feedforward.datasets.DatasetCatalogue;

/** Measures this machine on demand: one measurement at a time, and none beside a job. Thread-safe. */
public final class MeasurementService {
    private final DatasetCatalogue datasets;
    private final MachineDevices devices;
    private final Cores cores;

    public MeasurementService(DatasetCatalogue datasets, MachineDevices devices, Cores cores) {
        this.datasets = datasets;
        this.devices = devices;
        this.cores = cores;
    }

    /**
     * Takes the cores for a measurement, which must then run.
     *
     * @throws IllegalArgumentException if it wants more threads than there are
     * @throws BusyException if somebody else has the cores
     */
    public Measurement begin(BenchRequest request) {
        request.requireThreads(devices.mostThreads());
        switch (cores.tryTake(Cores.Holder.MEASUREMENT)) {
            case JOB -> throw new BusyException("trains a job; measure when that has ended, or cancel it");
            case MEASUREMENT -> throw new BusyException("measures already; try again when that has ended");
            case NOBODY -> {}
        }
        return new Measurement(request, datasets, devices, cores);
    }
}
