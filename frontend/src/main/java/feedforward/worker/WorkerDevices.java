package feedforward.worker;

import feedforward.device.Device;

/** The devices that this worker can compute on. */
interface WorkerDevices {
    /** On how many threads a device can work here. */
    int mostThreads();

    /** A device on so many threads, from 1 to {@link #mostThreads}, for its caller to close. */
    Device open(int threads);

    /** On how many threads all open devices work from now on, from 1 to {@link #mostThreads}; no result depends on it. */
    void useThreads(int threads);
}
