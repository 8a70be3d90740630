package feedforward.page.bench;

import feedforward.bench.BenchRequest;
import feedforward.bench.Workload;
import feedforward.view.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be measured, as the visitor chose and typed it.
 *
 * @param workloads in the order they are measured in
 * @param threads as chosen
 * @param seconds as typed
 * @param server whether the server measures too
 */
record BenchForm(List<Workload> workloads, String threads, String seconds, boolean server) {

    BenchForm {
        workloads = List.copyOf(workloads);
    }

    static BenchForm standard() {
        return new BenchForm(List.of(Workload.W2), "1", "1", true);
    }

    BenchForm with(Workload workload, boolean chosen) {
        List<Workload> changed = new ArrayList<>();
        for (Workload each : Workload.values()) {
            if (each == workload ? chosen : workloads.contains(each)) {
                changed.add(each);
            }
        }
        return new BenchForm(changed, threads, seconds, server);
    }

    BenchForm withThreads(String text) {
        return new BenchForm(workloads, text, seconds, server);
    }

    BenchForm withSeconds(String text) {
        return new BenchForm(workloads, threads, text, server);
    }

    BenchForm withServer(boolean measures) {
        return new BenchForm(workloads, threads, seconds, measures);
    }

    /** What is wrong, in words; empty if nothing is. */
    String error(int mostThreads) {
        if (workloads.isEmpty()) {
            return "Workloads: choose at least one";
        }
        if (wholeThreads().filter(count -> count >= 1 && count <= mostThreads).isEmpty()) {
            return "Threads: a whole number from 1 to " + mostThreads + ", as many as this page can use here; not "
                    + quoted(threads);
        }
        return secondsError();
    }

    /** What is wrong with the seconds alone; empty if nothing is. */
    String secondsError() {
        return validSeconds().isPresent()
                ? ""
                : "Seconds: a number from " + Numbers.fixed(BenchRequest.SHORTEST, 2) + " to "
                        + Numbers.fixed(BenchRequest.LONGEST, 0) + ", such as 1; not " + quoted(seconds);
    }

    /** A request for each workload; none while {@link #error} has something to say. */
    List<BenchRequest> requests(int mostThreads) {
        if (!error(mostThreads).isEmpty()) {
            return List.of();
        }
        int count = wholeThreads().orElseThrow();
        double window = validSeconds().orElseThrow();
        return workloads.stream()
                .map(workload -> new BenchRequest(workload, count, window))
                .toList();
    }

    /** About how long this takes the page, in seconds; the server takes as long again. */
    Optional<Double> expectedSeconds() {
        return validSeconds()
                .map(window -> workloads.stream()
                        .mapToDouble(workload -> workload.expectedSeconds(window))
                        .sum());
    }

    private Optional<Integer> wholeThreads() {
        try {
            return Optional.of(Integer.parseInt(threads.trim()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Double> validSeconds() {
        try {
            double number = Double.parseDouble(seconds.trim());
            return number >= BenchRequest.SHORTEST && number <= BenchRequest.LONGEST
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String quoted(String text) {
        return text.isBlank() ? "empty" : "“" + text.trim() + "”";
    }
}
