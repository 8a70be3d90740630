package feedforward.page.bench;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.bench.Workload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?lang=en", "?threads=2&seconds=1", "?workloads"})
    void anAddressWithoutWorkloadsStartsNothing(String query) {
        assertThat(read(query)).isEqualTo(new BenchLink(Optional.empty(), ""));
    }

    @Test
    void saysWhatToMeasureInWhichOrder() {
        BenchForm form = new BenchForm(List.of(Workload.W3, Workload.W2), "2", "0.5", true);

        assertThat(read("?workloads=W3,W2,W3&threads=2&seconds=0.5&server=true").form())
                .contains(form);
        assertThat(read(BenchLink.query(form)).form()).contains(form);
    }

    @Test
    void theServerMeasuresOnlyIfTheAddressSaysSo() {
        BenchForm form = new BenchForm(List.of(Workload.W5_W2), "1", "1", false);

        assertThat(read("?workloads=W5-W2").form()).contains(form);
        assertThat(BenchLink.query(form)).isEqualTo("?workloads=W5-W2&threads=1&seconds=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?workloads=", "?workloads=W2,", "?workloads=w2", "?workloads=W2;W3"})
    void anUnknownWorkloadIsSaid(String query) {
        BenchLink link = read(query);

        assertThat(link.form()).isEmpty();
        assertThat(link.trouble()).startsWith("Workload: expected one of [W1, W2, W3, W4, W6, W5-W2, W5-W3] but was");
    }

    private static BenchLink read(String query) {
        return BenchLink.read(query, text -> text);
    }
}
