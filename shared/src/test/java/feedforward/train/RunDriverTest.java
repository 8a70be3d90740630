package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock goes on by a millisecond each time it is read, so that every slice of a run takes one. */
class RunDriverTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long FOREVER = Long.MAX_VALUE;

    private final Device device = new HeapDevice();
    private long now;

    @Test
    void workStopsWhenItsTimeIsUp() {
        RunDriver driver = start(3);
        // 3 slices of 1 ms judge the 30 test examples, 2 are steps, 3 judge again, and 2 more are steps.
        driver.work(10 * MILLISECOND);
        assertThat(driver.run().stepsDone()).isEqualTo(4);
        driver.work(FOREVER);
        assertThat(driver.run().finished()).isTrue();
    }

    @Test
    void workDoesAtLeastOneSlice() {
        RunDriver driver = start(3);
        for (int i = 0; i < 4; i++) {
            driver.work(0);
        }
        assertThat(driver.run().stepsDone()).isEqualTo(1);
    }

    @Test
    void aFinishedRunHasNoWorkLeft() {
        RunDriver driver = start(3);
        driver.work(FOREVER);
        RunSnapshot snapshot = driver.snapshot(RunState.FINISHED);
        driver.work(FOREVER);
        driver.step();
        assertThat(driver.snapshot(RunState.FINISHED)).isEqualTo(snapshot);
    }

    @Test
    void workGoesNotBeyondTheStepItIsGiven() {
        RunDriver driver = start(3);

        driver.work(FOREVER, 2);
        assertThat(driver.run().stepsDone()).isEqualTo(2);
        driver.work(FOREVER, 2);
        assertThat(driver.run().stepsDone()).isEqualTo(2);
        driver.work(FOREVER, 3);
        assertThat(driver.run().stepsDone()).isEqualTo(3);
    }

    @Test
    void stepDoesOneStepAndTheEvaluationBeforeIt() {
        RunDriver driver = start(3);
        driver.step();
        assertThat(driver.run().stepsDone()).isEqualTo(1);
        assertThat(driver.snapshot(RunState.RUNNING).evaluations()).hasSize(1);
        driver.step();
        driver.step();
        assertThat(driver.run().stepsDone()).isEqualTo(3);
        assertThat(driver.snapshot(RunState.RUNNING).evaluations()).hasSize(2);
    }

    @Test
    void aSnapshotSaysPaceAndTimeLeft() {
        RunDriver driver = start(3);
        driver.work(10 * MILLISECOND);
        RunSnapshot snapshot = driver.snapshot(RunState.RUNNING);
        assertThat(snapshot.step()).isEqualTo(4);
        assertThat(snapshot.totalSteps()).isEqualTo(33);
        // 4 steps of 10 examples in 4 ms of training.
        assertThat(snapshot.examplesPerSecond()).isCloseTo(10_000, within(1e-6));
        // 10 ms for 4 steps, evaluations counted, and 29 steps to go.
        assertThat(snapshot.secondsLeft()).isCloseTo(0.010 / 4 * 29, within(1e-9));
        assertThat(snapshot.lastEvaluation()).get().extracting("step").isEqualTo(2);
        assertThat(snapshot.message()).isEmpty();
    }

    @Test
    void timeBetweenSlicesDoesNotCount() {
        RunDriver driver = start(3);
        driver.work(10 * MILLISECOND);
        double left = driver.snapshot(RunState.RUNNING).secondsLeft();
        now += 3600_000 * MILLISECOND;
        assertThat(driver.snapshot(RunState.PAUSED).secondsLeft()).isEqualTo(left);
        driver.work(MILLISECOND);
        assertThat(driver.snapshot(RunState.RUNNING).secondsLeft()).isLessThan(1);
    }

    @Test
    void beforeTheFirstStepNothingIsKnown() {
        RunSnapshot snapshot = start(3).snapshot(RunState.RUNNING);
        assertThat(snapshot.examplesPerSecond()).isZero();
        assertThat(snapshot.secondsLeft()).isZero();
        assertThat(snapshot.losses()).isEmpty();
        assertThat(snapshot.lastEvaluation()).isEmpty();
    }

    @Test
    void theHashIsToldWhereTheRunStandsStill() {
        RunDriver driver = start(3);
        driver.work(10 * MILLISECOND);
        String hash = driver.run().network().sha256();
        for (RunState state : RunState.values()) {
            boolean still = state == RunState.PAUSED || state == RunState.FINISHED || state == RunState.CANCELLED;
            assertThat(driver.snapshot(state).weightsSha256().isPresent())
                    .as("%s", state)
                    .isEqualTo(still);
        }
        assertThat(driver.snapshot(RunState.PAUSED).weightsSha256()).contains(hash);
    }

    @Test
    void anEndedRunHasNoTimeLeft() {
        RunDriver driver = start(3);
        driver.work(10 * MILLISECOND);
        assertThat(driver.snapshot(RunState.CANCELLED).secondsLeft()).isZero();
        assertThat(driver.snapshot(RunState.PAUSED).secondsLeft()).isPositive();
        RunSnapshot failed = driver.snapshot(RunState.RUNNING).failed("out of luck");
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.message()).isEqualTo("out of luck");
        assertThat(failed.secondsLeft()).isZero();
        assertThat(failed.step()).isEqualTo(4);
    }

    @Test
    void aPointOfTheCurveIsTheMeanOfItsSteps() {
        List<Double> losses = new ArrayList<>();
        Trainer trainer = Trainer.start(Blobs.spec().withEpochs(30), Blobs.dataset(), device);
        while (trainer.stepsDone() < 330) {
            losses.add(trainer.step().loss());
        }
        RunDriver driver = start(30);
        driver.work(FOREVER);
        List<LossPoint> points = driver.snapshot(RunState.FINISHED).losses();
        // 330 steps, about 100 points wanted: every 4 steps, and the last 2.
        assertThat(points).hasSize(83);
        assertThat(points.get(0).step()).isEqualTo(4);
        assertThat(points.get(0).loss())
                .isCloseTo((losses.get(0) + losses.get(1) + losses.get(2) + losses.get(3)) / 4, within(1e-12));
        assertThat(points.get(82).step()).isEqualTo(330);
        assertThat(points.get(82).loss()).isCloseTo((losses.get(328) + losses.get(329)) / 2, within(1e-12));
    }

    @Test
    void theRecordStaysSmallHoweverLongTheRun() {
        for (int epochs : new int[] {1, 9, 10, 50}) {
            RunDriver driver = start(epochs);
            driver.work(FOREVER);
            assertThat(driver.snapshot(RunState.FINISHED).losses()).hasSizeBetween(11, 100);
            assertThat(driver.snapshot(RunState.FINISHED).evaluations()).hasSizeBetween(11, 21);
        }
    }

    @Test
    void aSnapshotDoesNotChangeAnyMore() {
        RunDriver driver = start(3);
        driver.work(10 * MILLISECOND);
        RunSnapshot snapshot = driver.snapshot(RunState.RUNNING);
        int points = snapshot.losses().size();
        driver.work(FOREVER);
        assertThat(snapshot.losses()).hasSize(points);
        assertThat(snapshot.step()).isEqualTo(4);
    }

    @Test
    void aQueuedRunHasNothingToShow() {
        RunSnapshot queued = RunSnapshot.queued();
        assertThat(queued.state()).isEqualTo(RunState.QUEUED);
        assertThat(queued.totalSteps()).isZero();
        assertThat(queued.with(RunState.CANCELLED).state()).isEqualTo(RunState.CANCELLED);
    }

    private RunDriver start(int epochs) {
        return new RunDriver(Run.start(Blobs.spec().withEpochs(epochs), Blobs.dataset(), device), this::tick);
    }

    private long tick() {
        now += MILLISECOND;
        return now;
    }
}
