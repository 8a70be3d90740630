package feedforward.cli;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.jobs.MachineDevices;
import feedforward.vector.VectorDevice;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** The devices of this JVM. The classes of the vector device load only where the module is that they need. */
final class Devices {
    static final String FLAG = "--add-modules jdk.incubator.vector";

    private Devices() {}

    static boolean vectorRuns() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    static int cores() {
        return Math.min(VectorDevice.MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    /** Makes vector devices; else heap devices, and a line says now what is missing. */
    static Supplier<Device> best(int threads, PrintWriter err) {
        MachineDevices devices = machine(err);
        return () -> devices.open(threads);
    }

    /** As {@link #best}, on up to as many threads as there are cores. */
    static MachineDevices machine(PrintWriter err) {
        if (vectorRuns()) {
            return new MachineDevices(cores(), VectorDevice::start);
        }
        err.println("Training will be slow, on one thread: start java with " + FLAG + " to use the vector device");
        return new MachineDevices(1, threads -> new HeapDevice());
    }
}
