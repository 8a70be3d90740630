package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final String HASH = "0".repeat(64);
    private final Dataset data = new Dataset("points", HASH, points(0, 50), points(100, 5));

    @Test
    void holdingOutSplitsTheTrainingExamples() {
        Dataset split = data.holdOut(12, 1);
        assertThat(values(split.train())).hasSize(38).doesNotContainAnyElementsOf(values(split.test()));
        assertThat(values(split.test())).hasSize(12);
        List<Integer> all = new ArrayList<>(values(split.train()));
        all.addAll(values(split.test()));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).boxed().toList());
        assertThat(split.name()).isEqualTo("points");
        assertThat(split.sha256()).isEqualTo(HASH);
    }

    @Test
    void bothPartsKeepTheOrderOfTheWhole() {
        Dataset split = data.holdOut(12, 1);
        assertThat(values(split.train())).isSorted();
        assertThat(values(split.test())).isSorted();
    }

    @Test
    void theSeedAloneDrawsWhatIsHeldOut() {
        assertThat(values(data.holdOut(12, 1).test()))
                .isEqualTo(values(data.holdOut(12, 1).test()));
        assertThat(values(data.holdOut(12, 1).test()))
                .isNotEqualTo(values(data.holdOut(12, 2).test()));
    }

    @Test
    void holdingOutNothingKeepsTheTestSet() {
        assertThat(data.holdOut(0, 1)).isSameAs(data);
    }

    @Test
    void allButOneExampleMayBeHeldOut() {
        Dataset split = data.holdOut(49, 1);
        assertThat(split.train().count()).isEqualTo(1);
        assertThat(split.test().count()).isEqualTo(49);
    }

    @Test
    void holdingOutAllExamplesIsRefused() {
        assertThatThrownBy(() -> data.holdOut(50, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec holdOut: expected an integer in [0, 49] but was 50");
        assertThatThrownBy(() -> data.holdOut(-1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec holdOut: expected an integer in [0, 49] but was -1");
    }

    @Test
    void selectedExamplesShareNoArrayWithTheirCaller() {
        int[] order = {4, 2};
        Examples selected = points(0, 5).at(order);
        order[0] = 0;
        assertThat(values(selected)).containsExactly(4, 2);
        assertThat(selected.features()).isEqualTo(points(0, 5).features());
        assertThat(selected.targets()).isEqualTo(1);
    }

    /** Points with the features first, first + 1, … and targets twice that. */
    private static Examples points(int first, int n) {
        float[] x = new float[n];
        float[] t = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = first + i;
            t[i] = 2 * x[i];
        }
        return new PointExamples(x, 1, t, 1);
    }

    private static List<Integer> values(Examples examples) {
        HostBatch batch = new HostBatch(new float[examples.count()], new float[examples.count()]);
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < examples.count(); i++) {
            examples.copy(i, batch, i);
            assertThat(batch.t()[i]).isEqualTo(2 * batch.x()[i]);
            values.add((int) batch.x()[i]);
        }
        return values;
    }
}
