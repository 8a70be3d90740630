package feedforward.page.train;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CurvesTest {
    @Test
    void twoRunsShareOneAxisWithGapsWhereOneHasNoPoint() {
        List<LossPoint> page = List.of(new LossPoint(10, 2.0), new LossPoint(20, 1.5));
        List<LossPoint> server = List.of(new LossPoint(10, 2.0), new LossPoint(15, 1.75), new LossPoint(30, 1.0));

        Curves curves = Curves.losses(page, server);

        assertThat(curves.steps()).containsExactly(10, 15, 20, 30);
        assertThat(curves.page()).containsExactly(2.0, Double.NaN, 1.5, Double.NaN);
        assertThat(curves.server()).containsExactly(2.0, 1.75, Double.NaN, 1.0);
    }

    @Test
    void aRunThatDoesNotClassifyHasNoAccuracy() {
        List<EvaluationReport> page = List.of(new EvaluationReport(0, 0.3, OptionalDouble.empty()));

        assertThat(Curves.accuracies(page, List.of()).page()).containsExactly(Double.NaN);
    }
}
