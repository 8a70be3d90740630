package feedforward.page.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All that the bench page shows. Immutable.
 *
 * @param mostThreads the worker's; 0 until it has started
 * @param device what the worker computes on; empty until it has started
 * @param plan empty while a run waits for the worker to start
 * @param loaded the part of the digits that has arrived while they are fetched, else 1
 * @param asked what the figures answer
 * @param trouble why nothing was measured
 * @param notice what else to know
 */
record BenchState(
        Phase phase,
        int mostThreads,
        String device,
        BenchForm form,
        BenchPlan plan,
        double loaded,
        BenchForm asked,
        List<BenchFigure> figures,
        String trouble,
        String notice) {
    /** Where the page stands, as the style sheets and other programs call it. */
    enum Phase {
        IDLE,
        RUNNING,
        DONE,
        FAILED;

        /** The value of {@code data-state}. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static BenchState idle() {
        BenchForm form = BenchForm.standard();
        return new BenchState(Phase.IDLE, 0, "", form, BenchPlan.none(), 1, form, List.of(), "", "");
    }

    /** A run is asked for; nothing of the one before stays. */
    BenchState begun() {
        return new BenchState(Phase.RUNNING, mostThreads, device, form, BenchPlan.none(), 1, form, List.of(), "", "");
    }

    BenchState withWorker(String name, int threads) {
        return new BenchState(phase, threads, name, form, plan, loaded, asked, figures, trouble, notice);
    }

    BenchState with(BenchForm newer) {
        return new BenchState(phase, mostThreads, device, newer, plan, loaded, asked, figures, trouble, notice);
    }

    BenchState with(BenchPlan newer) {
        return new BenchState(phase, mostThreads, device, form, newer, 1, asked, figures, trouble, notice);
    }

    BenchState withLoaded(double part) {
        return new BenchState(phase, mostThreads, device, form, plan, part, asked, figures, trouble, notice);
    }

    BenchState with(BenchFigure figure) {
        List<BenchFigure> more = new ArrayList<>(figures);
        more.add(figure);
        return new BenchState(
                phase, mostThreads, device, form, plan, loaded, asked, List.copyOf(more), trouble, notice);
    }

    BenchState ended(Phase how, String why) {
        return new BenchState(how, mostThreads, device, form, plan, 1, asked, figures, why, notice);
    }

    BenchState withNotice(String text) {
        return new BenchState(phase, mostThreads, device, form, plan, loaded, asked, figures, trouble, text);
    }

    /** Whether a run has begun that the worker is not there for yet. */
    boolean awaitsWorker() {
        return phase == Phase.RUNNING && plan.tasks().isEmpty();
    }

    /** One JSON object per line. */
    String lines() {
        return String.join("\n", figures.stream().map(BenchFigure::line).toList());
    }
}
