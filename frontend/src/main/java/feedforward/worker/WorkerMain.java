package feedforward.worker;

import feedforward.device.HeapDevice;

/** Starts the worker: chooses the device, then waits for the page's commands. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        new TrainingWorker(WorkerScope.current(), new HeapDevice()).listen();
    }
}
