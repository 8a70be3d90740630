package feedforward.worker;

import feedforward.device.Device;
import feedforward.device.HeapDevice;

/** Starts the worker: chooses the devices, then waits for the page's commands. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        new TrainingWorker(WorkerScope.current(), new OneThread()).listen();
    }

    /** Plain Java, which works on the worker's own thread alone. */
    private static final class OneThread implements WorkerDevices {
        @Override
        public int mostThreads() {
            return 1;
        }

        @Override
        public Device open(int threads) {
            return new HeapDevice();
        }
    }
}
