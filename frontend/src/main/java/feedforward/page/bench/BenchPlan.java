package feedforward.page.bench;

import feedforward.bench.BenchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is still to be done of what was asked for: one task after the other, the page's and the server's in turn, so that neither
 * disturbs the other where both are one machine.
 *
 * @param done how many tasks are
 * @param part of the task at hand that is done, in [0, 1]
 */
record BenchPlan(List<Task> tasks, int done, double part) {

    /** A workload in one place. */
    record Task(BenchRequest request, BenchFigure.Place place) {
        double seconds() {
            return request.workload().expectedSeconds(request.seconds());
        }
    }

    static BenchPlan none() {
        return new BenchPlan(List.of(), 0, 0);
    }

    static BenchPlan of(List<BenchRequest> requests, boolean server) {
        List<Task> tasks = new ArrayList<>();
        for (BenchRequest request : requests) {
            tasks.add(new Task(request, BenchFigure.Place.PAGE));
            if (server) {
                tasks.add(new Task(request, BenchFigure.Place.SERVER));
            }
        }
        return new BenchPlan(List.copyOf(tasks), 0, 0);
    }

    Optional<Task> current() {
        return done < tasks.size() ? Optional.of(tasks.get(done)) : Optional.empty();
    }

    BenchPlan next() {
        return new BenchPlan(tasks, done + 1, 0);
    }

    BenchPlan withPart(double newer) {
        return new BenchPlan(tasks, done, newer);
    }

    /** Which part of the whole is done, by the time it takes. */
    double fraction() {
        double all = seconds(0);
        return all == 0 ? 0 : 1 - secondsLeft() / all;
    }

    double secondsLeft() {
        return seconds(done) - current().map(task -> part * task.seconds()).orElse(0.0);
    }

    private double seconds(int from) {
        return tasks.stream().skip(from).mapToDouble(Task::seconds).sum();
    }
}
