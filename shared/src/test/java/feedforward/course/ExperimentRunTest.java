package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.data.Dataset;
import feedforward.data.PlaneData;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentRunTest {
    private final Dataset data =
            PlaneData.parse("xor(noise=10,points=60,seed=1)").dataset();
    private final RunSpec spec = new RunSpec(
            new DataSpec(data.name(), data.sha256(), 0),
            new NetworkSpec(
                    Shape.of(2),
                    List.of(new DenseSpec(3, Activation.TANH), new DenseSpec(2, Activation.LINEAR), new SoftmaxSpec())),
            LossKind.CROSS_ENTROPY,
            AdamSpec.of(0.01f),
            7,
            100,
            3);

    @Test
    void withoutEditsItIsTheRunItself() {
        Run plain = Run.start(spec, data, new HeapDevice());
        while (plain.stepsDone() < 50) {
            plain.advance();
        }

        assertThat(after(50, List.of()).network().sha256())
                .isEqualTo(plain.network().sha256());
    }

    @Test
    void theJournalReplaysWhatWasChangedByHandBitForBit() {
        ExperimentRun live = after(0, List.of());
        live.edit(new Edit.Weight(0, 0, 4, -1.5f));
        advance(live, 20);
        live.edit(new Edit.Rate(20, 0.1f));
        live.edit(new Edit.Weight(20, 3, 1, 0.25f));
        advance(live, 33);
        live.edit(new Edit.Penalties(33, 0.001f, 0.01f));
        advance(live, 50);

        ExperimentRun replayed = after(50, live.journal());

        assertThat(replayed.network().sha256()).isEqualTo(live.network().sha256());
        assertThat(replayed.network().sha256())
                .isNotEqualTo(after(50, List.of()).network().sha256());
        assertThat(replayed.spec()).isEqualTo(live.spec());
        assertThat(live.spec().optimiser().learningRate()).isEqualTo(0.1f);
        assertThat(live.spec().regime().regularisation().l2()).isEqualTo(0.01f);
    }

    @Test
    void anEditInTheMiddleForgetsThoseToCome() {
        ExperimentRun replayed = after(10, List.of(new Edit.Rate(5, 0.1f), new Edit.Rate(30, 1)));

        replayed.edit(new Edit.Weight(10, 1, 0, 2));

        assertThat(replayed.journal()).containsExactly(new Edit.Rate(5, 0.1f), new Edit.Weight(10, 1, 0, 2));
    }

    @Test
    void refusesAnEditThatDoesNotFit() {
        ExperimentRun run = after(2, List.of());

        assertThatThrownBy(() -> run.edit(new Edit.Weight(2, 4, 0, 1)))
                .hasMessage("Edit parameter: expected 0 to 3 but was 4");
        assertThatThrownBy(() -> run.edit(new Edit.Weight(2, 0, 6, 1)))
                .hasMessage("Edit index: expected 0 to 5 but was 6");
        assertThatThrownBy(() -> run.edit(new Edit.Rate(1, 1)))
                .hasMessage("Edit step: expected 2, the steps that are done, but was 1");
        assertThatThrownBy(() -> run.edit(new Edit.Rate(2, 11))).isInstanceOf(IllegalArgumentException.class);
        assertThat(run.journal()).isEmpty();
    }

    @Test
    void refusesAJournalThatCannotBePlayedBeforeItBegins() {
        assertThatThrownBy(() -> after(0, List.of(new Edit.Rate(5, 11)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> after(0, List.of(new Edit.Penalties(5, 0, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> after(0, List.of(new Edit.Weight(5, 9, 0, 1))))
                .hasMessage("Edit parameter: expected 0 to 3 but was 9");
        assertThatThrownBy(() -> after(0, List.of(new Edit.Rate(5, 1), new Edit.Rate(4, 1))))
                .hasMessage("Edit step: expected 5 or more, as the one before, but was 4");
    }

    private ExperimentRun after(int steps, List<Edit> journal) {
        ExperimentRun run = new ExperimentRun(spec, journal, data, new HeapDevice());
        advance(run, steps);
        return run;
    }

    private static void advance(ExperimentRun run, int steps) {
        while (run.stepsDone() < steps) {
            run.step();
        }
    }
}
