package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.GradientRace.Point;
import feedforward.datasets.BuiltInDatasets;
import feedforward.device.HeapDevice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On MNIST itself: what the notebook's formula costs. DESIGN names 0.85 → 1.27, 14.3 % and 13.3 %, with unknown initial weights. */
class GradientRaceTest {
    @Test
    void withTheNotebooksFormulaTheLossFallsThenClimbsAndErrorsStall() {
        GradientRace race = new GradientRace(
                BuiltInDatasets.named("mnist"), GradientRace.USUAL, GradientRace.USUAL_EPOCHS, new HeapDevice());
        while (!race.finished()) {
            race.advance();
        }
        List<Point> points = race.points();
        Point first = points.get(1);
        Point last = points.get(GradientRace.USUAL_EPOCHS);

        assertThat(points.get(0).notebook().testLoss()).isGreaterThan(5);
        assertThat(first.notebook().testLoss()).isCloseTo(0.85, within(0.02));
        assertThat(last.notebook().testLoss()).isCloseTo(1.27, within(0.04));
        assertThat(last.notebook().trainError()).isCloseTo(0.143, within(0.005));
        assertThat(last.notebook().testError()).isCloseTo(0.133, within(0.005));
        assertThat(last.right().testError()).isLessThan(0.093);
        assertThat(last.right().testLoss()).isLessThan(first.right().testLoss());
    }
}
