package feedforward.worker;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.wasm.WasmDevice;

/** Starts the worker: chooses the devices, then waits for the page's commands. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        WorkerDevices devices = WasmDevice.mostThreads() > 0 ? new Simd() : new Plain();
        new TrainingWorker(WorkerScope.current(), devices).listen();
    }

    /** Vectors of four numbers, on as many threads as the page has. */
    private static final class Simd implements WorkerDevices {
        @Override
        public int mostThreads() {
            return WasmDevice.mostThreads();
        }

        @Override
        public Device open(int threads) {
            return new WasmDevice(threads);
        }

        @Override
        public void useThreads(int threads) {
            WasmDevice.useThreads(threads);
        }
    }

    /** Plain Java, which works on the worker's own thread alone. */
    private static final class Plain implements WorkerDevices {
        @Override
        public int mostThreads() {
            return 1;
        }

        @Override
        public Device open(int threads) {
            return new HeapDevice();
        }

        @Override
        public void useThreads(int threads) {}
    }
}
