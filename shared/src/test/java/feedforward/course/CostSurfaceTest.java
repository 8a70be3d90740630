package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostSurfaceTest {
    @Test
    void theLinesSurfaceIsItsCost() {
        CostSurface line = CostSurface.line();

        assertThat(line.costAt(0.3, -0.2)).isCloseTo(LineFit.cost(0.3, -0.2), within(1e-7));
        assertThat(line.costAt(LineFit.BEST.m(), LineFit.BEST.b())).isCloseTo(0.0012657, within(1e-7));
    }

    @Test
    void curvatureTellsTheLargestLearningRate() {
        CostSurface line = CostSurface.line();

        // λ = 1.00094 by numpy's eigvalsh of [[mean x², mean x], [mean x, 1]], everywhere.
        assertThat(line.steepestCurvature(0.1, 0.4)).isCloseTo(1.00094, within(1e-3));
    }

    @Test
    void theNetworksPlaneHoldsTheStartAndTheEndOfItsDescent() {
        CostSurface network = CostSurface.network();
        SurfaceDescent descent = network.descentFrom(0, 0, 0.9f);

        double farthest = 0;
        for (int i = 0; i < 3_000; i++) {
            descent.advance(1);
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
