package feedforward.lesson.playground;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.train.LossPoint;
import org.junit.jupiter.api.Test;

class LossHistoryTest {
    @Test
    void keepsEvenlySpacedStepsHoweverLongTheRun() {
        LossHistory history = new LossHistory(25);
        for (int step = 0; step <= 100_000; step++) {
            if (history.due(step)) {
                history.add(step, 1.0 / (1 + step), 2);
            }
        }

        assertThat(history.training()).hasSizeBetween(150, 300).hasSameSizeAs(history.test());
        int stride = history.training().get(1).step();
        assertThat(history.training())
                .extracting(LossPoint::step)
                .allMatch(step -> step % stride == 0)
                .startsWith(0);
    }
}
