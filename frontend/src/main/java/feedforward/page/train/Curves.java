package feedforward.page.train;

import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Two runs' values on one axis of steps: columns step, page, server, as charts and tables take them; NaN where a run has no
 * value at a step.
 */
public record Curves(double[] steps, double[] page, double[] server) {

    static Curves losses(List<LossPoint> page, List<LossPoint> server) {
        return aligned(page, server, LossPoint::step, LossPoint::loss);
    }

    static Curves accuracies(List<EvaluationReport> page, List<EvaluationReport> server) {
        return aligned(
                page,
                server,
                EvaluationReport::step,
                report -> report.accuracy().orElse(Double.NaN));
    }

    private static <T> Curves aligned(List<T> page, List<T> server, ToIntFunction<T> step, ToDoubleFunction<T> value) {
        SortedSet<Integer> union = new TreeSet<>();
        page.forEach(point -> union.add(step.applyAsInt(point)));
        server.forEach(point -> union.add(step.applyAsInt(point)));
        double[] steps = union.stream().mapToDouble(Integer::intValue).toArray();
        return new Curves(steps, values(steps, page, step, value), values(steps, server, step, value));
    }

    private static <T> double[] values(
            double[] steps, List<T> points, ToIntFunction<T> step, ToDoubleFunction<T> value) {
        double[] values = new double[steps.length];
        int next = 0;
        for (int i = 0; i < steps.length; i++) {
            boolean there = next < points.size() && step.applyAsInt(points.get(next)) == (int) steps[i];
            values[i] = there ? value.applyAsDouble(points.get(next)) : Double.NaN;
            next += there ? 1 : 0;
        }
        return values;
    }
}
