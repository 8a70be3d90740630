package feedforward.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Reference numbers: Python, in double, from the equations in the schedules' comments and the float32 arguments. */
class ScheduleTest {
    @Test
    void constantIsTheOptimisersOwnRateToTheBit() {
        Schedule schedule = new ConstantSchedule();
        assertThat(schedule.rate(0.1f, new Progress(7, 10, 5))).isEqualTo(0.1f);
        assertThat(schedule.rate(Float.MIN_VALUE, new Progress(0, 1, 1))).isEqualTo(Float.MIN_VALUE);
    }

    @Test
    void stepTakesAFactorEveryFewEpochs() {
        Schedule schedule = new StepSchedule(0.5f, 2);
        // Three steps an epoch: epochs 0, 0, 1, 1, 2, 4.
        assertFactors(schedule, 30, 3, new int[] {0, 2, 3, 5, 6, 12}, 1, 1, 1, 1, 0.5, 0.25);
        assertFactors(
                new StepSchedule(0.1f, 1),
                4,
                1,
                new int[] {0, 1, 2, 3},
                1,
                0.10000000149011612,
                0.010000000298023226,
                0.0010000000447034842);
    }

    @Test
    void exponentialTakesAFactorEveryEpoch() {
        assertFactors(
                new ExponentialSchedule(0.95f),
                404,
                4,
                new int[] {0, 3, 4, 28, 403},
                1,
                1,
                0.949999988079071,
                0.6983372347529049,
                0.005920521791053565);
    }

    @Test
    void cosineFallsFromOneToTheFloor() {
        // cos 0 = 1, cos π/3 = ½, cos π/2 = 0, cos 2π/3 = −½ of six steps.
        assertFactors(new CosineSchedule(0), 6, 6, new int[] {0, 2, 3, 4}, 1, 0.75, 0.5, 0.25);
        assertFactors(
                new CosineSchedule(0.1f),
                30,
                30,
                new int[] {0, 7, 15, 29},
                1,
                0.8844151716561994,
                0.5500000007450582,
                0.10246514857031158);
    }

    @Test
    void warmUpClimbsToWhereTheOtherScheduleBegins() {
        Schedule schedule = new WarmUpSchedule(3, new CosineSchedule(0));
        // 1/4, 2/4, 3/4, then the cosine over the six steps left.
        assertFactors(schedule, 9, 9, new int[] {0, 1, 2, 3, 5, 6, 7}, 0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25);
        // The epochs of the other schedule are counted from where it begins.
        assertFactors(
                new WarmUpSchedule(2, new StepSchedule(0.5f, 1)),
                8,
                2,
                new int[] {1, 2, 3, 4, 7},
                2 / 3.0,
                1,
                1,
                0.5,
                0.25);
    }

    @Test
    void aRunMayBeShorterThanItsWarmUp() {
        assertFactors(new WarmUpSchedule(9, new CosineSchedule(0)), 3, 3, new int[] {0, 2}, 0.1, 0.3);
    }

    @Test
    void oneCycleClimbsToThePeakAndFallsFarther() {
        // ¼·48 − 1 = 11: the peak; first 1/25; last 1/(25·10⁴).
        Schedule schedule = new OneCycleSchedule(0.25f, 25, 1e4f);
        assertFactors(schedule, 48, 48, new int[] {0, 11, 47}, 0.04, 1, 4e-6);
        assertThat(schedule.rate(0.01f, new Progress(11, 48, 48))).isEqualTo(0.01f);
    }

    /** PyTorch's rule for OneCycleLR with {@code anneal_strategy="cos", three_phase=False}, written again in Python. */
    @Test
    void oneCycleFollowsPyTorchsPhases() {
        Schedule schedule = OneCycleSchedule.DEFAULT;
        assertFactors(
                schedule,
                47,
                47,
                new int[] {0, 5, 13, 14, 30, 45, 46},
                0.04,
                0.3456572613513469,
                0.9998619766987641,
                0.998154715220361,
                0.47852365393646495,
                0.0022818032742900484,
                4e-6);
        assertFactors(schedule, 2, 2, new int[] {0, 1}, 0.8117456688885495, 4e-6);
        assertFactors(schedule, 1, 1, new int[] {0}, 4e-6);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        refused(() -> new StepSchedule(0, 1), "factor: expected a number in (0, 1] but was 0.0");
        refused(() -> new StepSchedule(0.5f, 0), "epochs: expected an integer in [1, 1000000] but was 0");
        refused(() -> new ExponentialSchedule(1.5f), "factor: expected a number in (0, 1] but was 1.5");
        refused(() -> new ExponentialSchedule(Float.NaN), "factor: expected a number in (0, 1] but was NaN");
        refused(() -> new CosineSchedule(1), "floor: expected a number in [0, 1) but was 1.0");
        refused(() -> new CosineSchedule(-0.1f), "floor: expected a number in [0, 1) but was -0.1");
        refused(() -> new OneCycleSchedule(1, 25, 1), "warmUp: expected a number in (0, 1) but was 1.0");
        refused(() -> new OneCycleSchedule(0.3f, 0.5f, 1), "divisor: expected a number in [1, 1e9] but was 0.5");
        refused(() -> new OneCycleSchedule(0.3f, 1, 2e9f), "finalDivisor: expected a number in [1, 1e9] but was 2.0E9");
        refused(
                () -> new WarmUpSchedule(0, new ConstantSchedule()),
                "steps: expected an integer in [1, 1000000000] but was 0");
        refused(
                () -> new WarmUpSchedule(1, OneCycleSchedule.DEFAULT),
                "then: expected a schedule without a warm-up of its own but was " + OneCycleSchedule.DEFAULT);
    }

    private static void assertFactors(Schedule schedule, int steps, int perEpoch, int[] at, double... expected) {
        for (int i = 0; i < at.length; i++) {
            assertThat(schedule.factor(new Progress(at[i], steps, perEpoch)))
                    .as("step %s", at[i])
                    .isCloseTo(expected[i], within(1e-15));
        }
    }

    private static void refused(Supplier<Schedule> schedule, String message) {
        assertThatThrownBy(schedule::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec schedule " + message);
    }
}
