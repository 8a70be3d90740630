package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.SurfaceDescent.Outcome;
import feedforward.course.SurfaceDescent.Place;
import org.junit.jupiter.api.Test;

class SurfaceDescentTest {
    private final CostSurface line = CostSurface.line();

    @Test
    void takesTheLinesSteps() {
        LineFit fit = new LineFit(0.25f, -0.5f, 0.5f, 40, 1);
        SurfaceDescent descent = line.descentFrom(0.25, -0.5, 0.5f);

        for (int i = 0; i < 10; i++) {
            fit.step();
        }
        descent.advance(10);

        assertThat(descent.place()).isEqualTo(new Place(fit.m(), fit.b(), 0));
        assertThat(descent.steps()).isEqualTo(10);
    }

    @Test
    void theLogisticDescentEndsAtTheBestLogistic() {
        CostSurface logistic = CostSurface.logistic();
        SurfaceDescent descent = logistic.descentFrom(0, 0, 10);

        descent.advance(2_000);

        // Computed independently: the best logistic costs 0.0013052.
        assertThat(logistic.costAt(descent.place().u(), descent.place().v())).isCloseTo(0.0013052, within(1e-7));
    }

    @Test
    void theNetworksOwnCostFallsOnWhileItsWayOnTheMapClimbs() {
        CostSurface network = CostSurface.network();
        SurfaceDescent descent = network.descentFrom(0, 0, 0.5f);
        assertThat(descent.cost()).isEqualTo(network.costAt(0, 0));

        descent.advance(5_400);
        double own = descent.cost();
        double onTheMap = network.costAt(descent.place().u(), descent.place().v());
        descent.advance(3_600);

        assertThat(descent.cost()).isLessThan(own);
        assertThat(network.costAt(descent.place().u(), descent.place().v())).isGreaterThan(onTheMap);
    }

    @Test
    void framesShowMoreAndMoreStepsAndEndWhereItArrives() {
        SurfaceDescent descent = line.descentFrom(-0.9, 1, 0.05f);
        descent.advanceFrame();
        assertThat(descent.steps()).isEqualTo(1);
        descent.advance(118);
        descent.advanceFrame();
        assertThat(descent.steps()).isEqualTo(119 + 2);

        assertThat(animate(descent)).isEqualTo(Outcome.ARRIVED);

        // A step of 2e-7 against a slope of at least 0.33 times the way that is left.
        assertThat(descent.place().u()).isCloseTo(LineFit.BEST.m(), within(2e-7 / (0.05 * 0.33)));
        int arrived = descent.steps();
        SurfaceDescent replay = line.descentFrom(-0.9, 1, 0.05f);
        assertThat(replay.advance(arrived - 1)).isEqualTo(Outcome.UNDER_WAY);
        assertThat(replay.advance(1)).isEqualTo(Outcome.ARRIVED);
        assertThat(replay.way()).isEqualTo(descent.way()).hasSize(arrived + 1).startsWith(new Place(-0.9, 1, 0));
    }

    @Test
    void countedStepsAreTakenWhereItHasArrivedToo() {
        SurfaceDescent descent = line.descentFrom(-0.9, 1, 1);

        assertThat(descent.advance(400)).isEqualTo(Outcome.ARRIVED);

        assertThat(descent.steps()).isEqualTo(400);
    }

    @Test
    void aRateAboveTwoOverTheCurvatureIsLost() {
        SurfaceDescent descent = line.descentFrom(0, 0, 2.1f);
        SurfaceDescent replay = line.descentFrom(0, 0, 2.1f);

        assertThat(animate(descent)).isEqualTo(Outcome.LOST);
        assertThat(LineFit.cost(descent.place().u(), descent.place().v())).isBetween(100.0, 125.0);
        assertThat(replay.advance(descent.steps())).isEqualTo(Outcome.LOST);
        assertThat(replay.place()).isEqualTo(descent.place());

        // Until the cost is no number.
        assertThat(replay.advance(2_000)).isEqualTo(Outcome.LOST);
        assertThat(replay.steps()).isLessThan(2_000);
        assertThat(replay.way()).hasSize(replay.steps() + 1);
    }

    @Test
    void aRateThatIsTooSmallIsExhausted() {
        SurfaceDescent descent = line.descentFrom(0, 0, 1e-4f);

        assertThat(descent.advance(30_000)).isEqualTo(Outcome.EXHAUSTED);
        assertThat(descent.advance(1)).isEqualTo(Outcome.EXHAUSTED);

        assertThat(descent.steps()).isEqualTo(SurfaceDescent.MOST_STEPS);
    }

    private static Outcome animate(SurfaceDescent descent) {
        Outcome outcome = Outcome.UNDER_WAY;
        while (outcome == Outcome.UNDER_WAY) {
            outcome = descent.advanceFrame();
        }
        return outcome;
    }
}
