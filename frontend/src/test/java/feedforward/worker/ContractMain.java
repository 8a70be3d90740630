package feedforward.worker;

import feedforward.data.Dataset;
import feedforward.data.KnownDatasets;
import feedforward.device.ContractCases;
import feedforward.device.Device;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import feedforward.wasm.WasmDevice;
import feedforward.wire.RunSpecJson;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A worker's program that holds the SIMD device to its contract, case by case, with as many threads as the page has, which split
 * even the smallest work. Posts a message for each: its name, and what is wrong, if anything. Then it builds, trains and
 * disposes of many networks, and posts how much memory is in use and held after the first hundred, and after all.
 */
public final class ContractMain {
    private static final int SOME_NETWORKS = 100;
    private static final int NETWORKS = 10_000;
    private static final int SIZES = 50;

    private ContractMain() {}

    public static void main(String[] args) {
        say("threads", Integer.toString(WasmDevice.mostThreads()));
        for (ContractCases.Case each : ContractCases.all()) {
            say(each.name(), fault(each));
        }
        List<RunSpec> specs = IntStream.rangeClosed(1, SIZES)
                .mapToObj(ContractMain::curveFitOf)
                .toList();
        Dataset curve = KnownDatasets.named(specs.get(0).data().name()).orElseThrow();
        for (int i = 0; i < NETWORKS; i++) {
            if (i == SOME_NETWORKS) {
                say("memory", memory());
            }
            buildTrainDispose(specs.get(i % SIZES), curve);
        }
        say("memory", memory());
        say("end", "");
    }

    private static void say(String type, String text) {
        WorkerScope.current().postMessage(WorkerMessage.of(type, 0, text));
    }

    private static String fault(ContractCases.Case each) {
        try (Device device = new WasmDevice(WasmDevice.mostThreads(), 1)) {
            each.run().accept(device);
            return "";
        } catch (AssertionError wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }

    private static String memory() {
        return WasmDevice.bytesInUse() + " in use, " + WasmDevice.bytesHeld() + " held";
    }

    private static void buildTrainDispose(RunSpec spec, Dataset curve) {
        try (Device device = new WasmDevice(WasmDevice.mostThreads())) {
            Run run = Run.start(spec, curve, device);
            while (run.stepsDone() == 0) {
                run.advance();
            }
        }
    }

    private static RunSpec curveFitOf(int units) {
        return RunSpecJson.read(CURVE_FIT.replace("UNITS", Integer.toString(units)));
    }

    private static final String CURVE_FIT = """
            {"data":{"name":"curve","sha256":"01df61acf6d41f52a4ba7e493e6a889b8501ac37740ab24092304e5de3076059","holdOut":0},
            "network":{"input":[1],"layers":[{"type":"dense","units":UNITS,"activation":"tanh"},
            {"type":"dense","units":1,"activation":"linear"}]},"loss":"squared-error",
            "optimiser":{"type":"adam","learningRate":0.01,"beta1":0.9,"beta2":0.999,"epsilon":1e-8},
            "batchSize":40,"epochs":1,"seed":1}""";
}
