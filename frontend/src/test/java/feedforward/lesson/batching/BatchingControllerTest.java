package feedforward.lesson.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchingControllerTest {
    private final Outside outside = new Outside();
    private final BatchingController controller = new BatchingController(outside, outside::nanoTime);

    /** What the controller asked for; its clock goes on by a millisecond at each look. */
    private static final class Outside implements BatchingActions {
        private int solved;
        private long nanos;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }

        private long nanoTime() {
            nanos += 1_000_000;
            return nanos;
        }
    }

    @Test
    void smallBatchesAreAheadAtFirstAndFullOnesAtLast() {
        for (int i = 0; i < 4; i++) {
            controller.stepped();
        }
        assertThat(excess(2)).isLessThan(excess(1));
        assertThat(excess(1)).isLessThan(excess(0));

        controller.played();
        while (controller.state().running()) {
            controller.ticked();
        }

        assertThat(controller.state().epochs()).isEqualTo(400);
        assertThat(excess(0)).isLessThan(excess(1) / 10);
        assertThat(excess(1)).isLessThan(excess(2));
    }

    @Test
    void theMeanOfAnEpochIsThatOfTheTenMarksInIt() {
        controller.stepped();
        controller.stepped();
        List<Racer.Mark> way = controller.state().ways().get(2);

        double sum = 0;
        for (Racer.Mark mark : way.subList(11, 21)) {
            sum += mark.excess();
        }
        assertThat(BatchingState.meanExcesses(way)[2]).isEqualTo(sum / 10, offset(1e-12));
        assertThat(BatchingState.meanExcesses(way)[0]).isEqualTo(way.get(0).excess());
    }

    @Test
    void timeIsThatOfEachDescentAlone() {
        controller.stepped();

        // One look before and one after each stretch of work: 1 ms. Single points work in ten stretches, full batches
        // in one.
        assertThat(last(0).seconds()).isEqualTo(0.001);
        assertThat(last(2).seconds()).isEqualTo(0.010);
        assertThat(controller.state().ways().get(2)).hasSize(11);
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    BatchingController other = new BatchingController(outside, () -> 0);
                    other.opened(link);
                    other.ticked();
                    other.link();
                },
                "rate",
                "mini",
                "seed",
                "epochs");
    }

    @Test
    void aLinkReplaysTheRaceToTheBit() {
        controller.rateTyped("0.07");
        controller.miniTyped("5");
        controller.newOrderWanted();
        controller.stepped();
        controller.stepped();
        BatchingController other = new BatchingController(outside, () -> 0);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        for (int i = 0; i < 3; i++) {
            List<Racer.Mark> there = other.state().ways().get(i);
            List<Racer.Mark> here = controller.state().ways().get(i);
            assertThat(there)
                    .extracting(Racer.Mark::m)
                    .isEqualTo(here.stream().map(Racer.Mark::m).toList());
            assertThat(there)
                    .extracting(Racer.Mark::b)
                    .isEqualTo(here.stream().map(Racer.Mark::b).toList());
        }
        assertThat(other.state().seed()).isEqualTo(2);
    }

    @Test
    void anotherOrderWandersAnotherWay() {
        controller.stepped();
        double single = last(2).m();
        double all = last(0).m();

        controller.newOrderWanted();
        controller.stepped();

        assertThat(last(2).m()).isNotEqualTo(single);
        assertThat(last(0).m()).isEqualTo(all, offset(1e-6));
    }

    @Test
    void knobsThatCannotBeAreExplainedAndNothingRuns() {
        controller.miniTyped("40");
        controller.played();
        assertThat(controller.state().message())
                .isEqualTo("Mini-batch: expected a whole number from 2 to 39, but was “40”.");
        assertThat(controller.state().running()).isFalse();

        controller.reset();
        controller.rateTyped("0");
        controller.stepped();
        assertThat(controller.state().message()).startsWith("Learning rate: expected a number above 0");
        assertThat(controller.state().epochs()).isZero();
    }

    @Test
    void aRateTooHighForSinglePointsIsExplained() {
        controller.rateTyped("1.5");
        controller.played();
        for (int frame = 0; frame < 300 && controller.state().running(); frame++) {
            controller.ticked();
        }

        assertThat(controller.state().message()).contains("one point", "too high");
    }

    @Test
    void answersAreJudgedWithReasons() {
        controller.updatesChecked("8", "40");
        assertThat(controller.state().updates().words()).contains("How many eights are in 40?");
        controller.updatesChecked("5", "1");
        assertThat(controller.state().updates().state()).isEqualTo("wrong");
        controller.floorChosen("all");
        assertThat(controller.state().floor().words()).contains("comes to rest");
        controller.floorChosen("");
        assertThat(controller.state().floor().words()).isEqualTo("Choose one of the three.");

        controller.updatesChecked("5", " 40 ");
        assertThat(outside.solved).isZero();
        controller.floorChosen("single");

        assertThat(outside.solved).isEqualTo(1);
    }

    private double excess(int descent) {
        return BatchingState.meanExcesses(controller.state().ways().get(descent))[
                controller.state().epochs()];
    }

    private Racer.Mark last(int descent) {
        List<Racer.Mark> way = controller.state().ways().get(descent);
        return way.get(way.size() - 1);
    }
}
