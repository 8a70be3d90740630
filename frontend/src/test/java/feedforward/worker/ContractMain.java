package feedforward.worker;

import feedforward.device.ContractCases;
import feedforward.device.Device;
import feedforward.wasm.WasmDevice;

/**
 * A worker's program that holds the SIMD device to its contract, case by case, with as many threads as the page has, which split
 * even the smallest work. Posts a message for each: its name, and what is wrong, if anything.
 */
public final class ContractMain {
    private ContractMain() {}

    public static void main(String[] args) {
        WorkerScope scope = WorkerScope.current();
        scope.postMessage(WorkerMessage.of("threads", 0, Integer.toString(WasmDevice.mostThreads())));
        for (ContractCases.Case each : ContractCases.all()) {
            scope.postMessage(WorkerMessage.of(each.name(), 0, fault(each)));
        }
        scope.postMessage(WorkerMessage.of("memory", 0, Integer.toString(WasmDevice.bytesInUse())));
    }

    private static String fault(ContractCases.Case each) {
        try (Device device = new WasmDevice(WasmDevice.mostThreads(), 1)) {
            each.run().accept(device);
            return "";
        } catch (AssertionError wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }
}
