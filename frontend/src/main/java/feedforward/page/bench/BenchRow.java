package feedforward.page.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of the table: what was measured here and on the server of the same work. */
record BenchRow(Optional<BenchFigure> page, Optional<BenchFigure> server) {

    /** The rows in the order in which their first figure came. */
    static List<BenchRow> of(List<BenchFigure> figures) {
        List<BenchRow> rows = new ArrayList<>();
        for (BenchFigure figure : figures) {
            boolean first = rows.stream().noneMatch(row -> row.isAbout(figure));
            if (first) {
                rows.add(new BenchRow(
                        find(figures, figure, BenchFigure.Place.PAGE),
                        find(figures, figure, BenchFigure.Place.SERVER)));
            }
        }
        return rows;
    }

    /** Either of the two, for what they have in common. */
    BenchFigure any() {
        return page.or(() -> server).orElseThrow();
    }

    /** How many times as fast as the server the page is, if both are known. */
    Optional<Double> ratio() {
        return page.flatMap(
                here -> server.filter(there -> there.speed() > 0).map(there -> here.speed() / there.speed()));
    }

    /** A figure's speed as part of the row's fastest. */
    double part(BenchFigure figure) {
        double fastest = Math.max(
                page.map(BenchFigure::speed).orElse(0.0),
                server.map(BenchFigure::speed).orElse(0.0));
        return fastest > 0 ? figure.speed() / fastest : 0;
    }

    private boolean isAbout(BenchFigure figure) {
        return any().workload().equals(figure.workload()) && any().mode().equals(figure.mode());
    }

    private static Optional<BenchFigure> find(List<BenchFigure> figures, BenchFigure like, BenchFigure.Place place) {
        return figures.stream()
                .filter(figure -> figure.place() == place
                        && figure.workload().equals(like.workload())
                        && figure.mode().equals(like.mode()))
                .findFirst();
    }
}
