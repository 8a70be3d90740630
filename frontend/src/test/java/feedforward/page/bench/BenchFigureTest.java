package feedforward.page.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.json.JsonFormatException;
import feedforward.page.bench.BenchFigure.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchFigureTest {
    private static final String LATENCY = "{\"workload\":\"W5-W2\",\"mode\":\"latency\",\"threads\":1,"
            + "\"p50\":0.25,\"p99\":0.5,\"unit\":\"ms\",\"device\":\"heap\"}";

    @Test
    void ofTimesLessIsFaster() {
        BenchFigure page = BenchFigure.read(Place.PAGE, LATENCY);
        BenchFigure server = BenchFigure.read(Place.SERVER, LATENCY.replace("0.25", "0.125"));

        BenchRow row = BenchRow.of(List.of(page, server)).get(0);

        assertThat(page.high()).isEqualTo(0.5);
        assertThat(row.ratio()).contains(0.5);
        assertThat(row.part(page)).isEqualTo(0.5);
        assertThat(row.part(server)).isEqualTo(1);
    }

    @Test
    void trainingAndForwardOnlyAreRowsOfTheirOwn() {
        String train = "{\"workload\":\"W2\",\"mode\":\"train\",\"threads\":1,\"rate\":2,\"min\":1,\"max\":3,"
                + "\"unit\":\"images/s\",\"device\":\"heap\"}";

        List<BenchRow> rows = BenchRow.of(List.of(
                BenchFigure.read(Place.PAGE, train),
                BenchFigure.read(Place.PAGE, train.replace("train", "infer")),
                BenchFigure.read(Place.SERVER, train)));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).server()).isPresent();
        assertThat(rows.get(1).server()).isEmpty();
        assertThat(rows.get(1).any().mode()).isEqualTo("infer");
    }

    @Test
    void whatIsNoResultIsSaid() {
        assertThatThrownBy(() -> BenchFigure.read(Place.SERVER, LATENCY.replace("p50", "p5")))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage("Result p50: expected this field but it is missing");
    }
}
