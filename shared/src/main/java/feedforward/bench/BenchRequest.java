package feedforward.bench;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.text.Digits;

/**
 * What a page asks its worker or its server to measure: {@code {"workload","threads","seconds"}}.
 *
 * @param threads that may work at once, in [1, 64]; a machine may have fewer
 * @param seconds of each of the five windows, in [0.01, 10]
 */
public record BenchRequest(Workload workload, int threads, double seconds) {
    public static final int MOST_THREADS = 64;
    public static final double SHORTEST = 0.01;
    public static final double LONGEST = 10;

    private static final String WHERE = "Bench";

    /**
     * Reads a request.
     *
     * @throws feedforward.json.JsonFormatException if it is none
     * @throws IllegalArgumentException if there is no such workload
     */
    public static BenchRequest read(String json) {
        JsonFields fields = JsonFields.parse(WHERE, json);
        BenchRequest request = new BenchRequest(
                Workload.named(fields.text("workload")),
                fields.integer("threads", 1, MOST_THREADS),
                fields.number("seconds", SHORTEST, LONGEST));
        fields.rejectUnknown();
        return request;
    }

    public JsonObject toJson() {
        return Json.object()
                .add("workload", workload.id())
                .add("threads", threads)
                .add("seconds", seconds);
    }

    /** @throws IllegalArgumentException if the machine that is to measure works on fewer threads */
    public void requireThreads(int most) {
        if (threads > most) {
            throw new IllegalArgumentException(WHERE + " threads: expected a whole number in [1, "
                    + Digits.grouped(most) + "], as many as can work here, but was " + Digits.grouped(threads));
        }
    }
}
