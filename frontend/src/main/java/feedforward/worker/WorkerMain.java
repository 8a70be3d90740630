package feedforward.worker;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.wasm.WasmDevice;

/** Starts the worker: chooses the device, then waits for the page's commands. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        int threads = WasmDevice.mostThreads();
        Device device = threads > 0 ? new WasmDevice(threads) : new HeapDevice();
        new TrainingWorker(WorkerScope.current(), device).listen();
    }
}
