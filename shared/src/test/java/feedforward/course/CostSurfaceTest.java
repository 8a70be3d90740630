package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.train.DivergedException;
import org.junit.jupiter.api.Test;

class CostSurfaceTest {
    @Test
    void theLinesSurfaceIsItsCost() {
        CostSurface line = CostSurface.line();

        assertThat(line.costAt(0.3, -0.2)).isCloseTo(LineFit.cost(0.3, -0.2), within(1e-7));
        assertThat(line.costAt(LineFit.BEST.m(), LineFit.BEST.b())).isCloseTo(0.0012657, within(1e-7));
    }

    @Test
    void descentOnTheLinesSurfaceTakesTheLinesSteps() {
        LineFit fit = new LineFit(0.25f, -0.5f, 0.5f);
        SurfaceDescent descent = CostSurface.line().descentFrom(0.25, -0.5, 0.5f);

        for (int i = 0; i < 10; i++) {
            fit.step();
            descent.step();
        }

        assertThat(descent.place()).isEqualTo(new SurfaceDescent.Place(fit.m(), fit.b(), 0));
        assertThat(descent.steps()).isEqualTo(10);
    }

    @Test
    void theLogisticDescentEndsAtTheBestLogistic() {
        CostSurface logistic = CostSurface.logistic();
        SurfaceDescent descent = logistic.descentFrom(0, 0, 10);

        for (int i = 0; i < 2_000; i++) {
            descent.step();
        }

        // Computed independently: the best logistic costs 0.0013052.
        assertThat(logistic.costAt(descent.place().u(), descent.place().v())).isCloseTo(0.0013052, within(1e-7));
    }

    @Test
    void curvatureTellsTheLargestLearningRate() {
        CostSurface line = CostSurface.line();

        // λ = 1.00094 by numpy's eigvalsh of [[mean x², mean x], [mean x, 1]], everywhere.
        assertThat(line.steepestCurvature(0.1, 0.4)).isCloseTo(1.00094, within(1e-3));
        SurfaceDescent above = line.descentFrom(0, 0, 2.1f);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        above.step();
                    }
                })
                .isInstanceOf(DivergedException.class);
    }

    @Test
    void theNetworksPlaneHoldsTheStartAndTheEndOfItsDescent() {
        CostSurface network = CostSurface.network();
        SurfaceDescent descent = network.descentFrom(0, 0, 0.9f);
        assertThat(descent.place().distance()).isLessThan(1e-6);

        double farthest = 0;
        for (int i = 0; i < 3_000; i++) {
            descent.step();
            farthest = Math.max(farthest, descent.place().distance());
        }

        assertThat(descent.place().v()).isCloseTo(0, within(1e-3));
        assertThat(descent.place().distance()).isLessThan(1e-3);
        assertThat(descent.place().u()).isGreaterThan(0.1);
        assertThat(farthest).isGreaterThan(0.01);
        assertThat(network.costAt(descent.place().u(), 0)).isLessThan(network.costAt(0, 0) / 10);
    }

    @Test
    void theGridIsTheCostAtItsPlaces() {
        CostSurface line = CostSurface.line();

        double[][] grid = line.grid(-1, 1, 0, 0.5, 3);

        assertThat(grid[0][2]).isEqualTo(line.costAt(1, 0));
        assertThat(grid[2][0]).isEqualTo(line.costAt(-1, 0.5));
        assertThat(grid[1][1]).isEqualTo(line.costAt(0, 0.25));
    }
}
