package feedforward.page.bench;

import feedforward.json.JsonFields;

/**
 * One result, as measured here or on the server.
 *
 * @param middle the median: a rate, or for single digits a time
 * @param low the slowest window's rate; of times the median again
 * @param high the fastest window's rate; of times the longest but one in a hundred
 * @param line the result as JSON; the server's says {@code "on":"server"}
 */
record BenchFigure(
        Place place,
        String workload,
        String mode,
        String unit,
        double middle,
        double low,
        double high,
        String device,
        String line) {
    /** Where something is measured. */
    enum Place {
        PAGE,
        SERVER
    }

    private static final double LARGEST = 1e15;
    private static final String LATENCY = "latency";

    /**
     * Reads a result.
     *
     * @param json an object without a space around it
     * @throws feedforward.json.JsonFormatException if it is no result
     */
    static BenchFigure read(Place place, String json) {
        JsonFields fields = JsonFields.parse("Result", json);
        String mode = fields.text("mode");
        boolean latency = mode.equals(LATENCY);
        return new BenchFigure(
                place,
                fields.text("workload"),
                mode,
                fields.text("unit"),
                fields.number(latency ? "p50" : "rate", 0, LARGEST),
                fields.number(latency ? "p50" : "min", 0, LARGEST),
                fields.number(latency ? "p99" : "max", 0, LARGEST),
                fields.text("device"),
                place == Place.PAGE ? json : json.substring(0, json.length() - 1) + ",\"on\":\"server\"}");
    }

    /** Whether this is a time, of which less is better. */
    boolean isTime() {
        return mode.equals(LATENCY);
    }

    /** Units per time: more is better, whatever was measured. */
    double speed() {
        return isTime() ? 1 / middle : middle;
    }
}
