package feedforward.page.bench;

import feedforward.bench.Workload;
import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an address says is to be measured: {@code ?workloads=W2,W3&threads=2&seconds=2&server=true}, where all but the workloads
 * may be left out; the server measures only if it is asked to.
 *
 * @param form empty if the address names no workloads, or one that there is not
 * @param trouble what is wrong with it, else empty
 */
record BenchLink(Optional<BenchForm> form, String trouble) {

    /**
     * Reads an address's query.
     *
     * @param query empty or from the question mark on
     * @param decode the browser's percent-decoding
     */
    static BenchLink read(String query, UnaryOperator<String> decode) {
        BenchForm form = BenchForm.standard().withServer(false);
        boolean named = false;
        for (String parameter : Parts.of(query.startsWith("?") ? query.substring(1) : query, '&')) {
            int equals = parameter.indexOf('=');
            String value = decode.apply(parameter.substring(equals + 1)).trim();
            switch (parameter.substring(0, Math.max(0, equals))) {
                case "workloads" -> {
                    try {
                        form = withWorkloads(form, value);
                    } catch (IllegalArgumentException e) {
                        return new BenchLink(Optional.empty(), e.getMessage());
                    }
                    named = true;
                }
                case "threads" -> form = form.withThreads(value);
                case "seconds" -> form = form.withSeconds(value);
                case "server" -> form = form.withServer(value.equals("true"));
                default -> {}
            }
        }
        return new BenchLink(named ? Optional.of(form) : Optional.empty(), "");
    }

    /** The query that asks for the same again. */
    static String query(BenchForm form) {
        List<String> names = form.workloads().stream().map(Workload::id).toList();
        return "?workloads=" + String.join(",", names) + "&threads="
                + form.threads().trim() + "&seconds=" + form.seconds().trim() + (form.server() ? "&server=true" : "");
    }

    private static BenchForm withWorkloads(BenchForm form, String names) {
        List<Workload> workloads = new ArrayList<>();
        for (String name : Parts.of(names, ',')) {
            Workload workload = Workload.named(name.trim());
            if (!workloads.contains(workload)) {
                workloads.add(workload);
            }
        }
        return new BenchForm(workloads, form.threads(), form.seconds(), form.server());
    }
}
