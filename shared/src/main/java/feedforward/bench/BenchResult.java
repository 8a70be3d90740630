package feedforward.bench;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;

/** One measurement, as the line of JSON that the comparison with other engines reads. */
public final class BenchResult {
    private final JsonObject head;
    private final JsonObject tail;

    private BenchResult(JsonObject head, JsonObject tail) {
        this.head = head;
        this.tail = tail;
    }

    /** @param rates of the windows, ascending */
    static BenchResult throughput(String workload, String mode, double[] rates, String unit, String device) {
        return new BenchResult(
                Json.object().add("workload", workload).add("mode", mode),
                Json.object()
                        .add("rate", rounded(rates[rates.length / 2]))
                        .add("min", rounded(rates[0]))
                        .add("max", rounded(rates[rates.length - 1]))
                        .add("unit", unit)
                        .add("device", device));
    }

    /** @param millis of the calls, ascending */
    static BenchResult latency(String workload, String device, double[] millis) {
        return new BenchResult(
                Json.object().add("workload", workload).add("mode", "latency"),
                Json.object()
                        .add("p50", quantile(millis, 0.5))
                        .add("p99", quantile(millis, 0.99))
                        .add("unit", "ms")
                        .add("device", device));
    }

    /**
     * {@code {"workload","mode","threads","rate","min","max","unit","device"}}, or {@code p50} and {@code p99} in place of
     * the rates.
     */
    public JsonObject toJson(int threads) {
        return Json.object().merge(head).add("threads", threads).merge(tail);
    }

    private static double quantile(double[] ascending, double part) {
        double millis = ascending[Math.min(ascending.length - 1, (int) (part * ascending.length))];
        return Math.round(millis * 10_000) / 10_000.0;
    }

    /** Whole numbers are precise enough above 1,000, tenths below. */
    private static double rounded(double rate) {
        return rate >= 1000 ? Math.round(rate) : Math.round(rate * 10) / 10.0;
    }
}
