package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.Curve;
import feedforward.train.DivergedException;
import org.junit.jupiter.api.Test;

class LineFitTest {
    @Test
    void endsAtTheBestLineWhereverItBegins() {
        LineFit fit = new LineFit(-0.9f, 0.9f, 1, 40, 1);

        descend(fit, 200);

        // The normal equations' solution, computed independently: m = 0.14829, b = 0.47845, cost 0.0012657.
        assertThat(fit.m()).isCloseTo(0.14829f, within(1e-5f));
        assertThat(fit.b()).isCloseTo(0.47845f, within(1e-5f));
        assertThat(LineFit.cost(fit.m(), fit.b())).isCloseTo(0.0012657, within(1e-7));
    }

    @Test
    void oneStepGoesAgainstTheSlopes() {
        // From m = 0, b = 0 the slopes are −mean(y·x) and −mean(y).
        double[] means = means();
        LineFit fit = new LineFit(0, 0, 0.5f, 40, 1);

        fit.step();

        assertThat(fit.m()).isCloseTo((float) (0.5 * means[0]), within(1e-6f));
        assertThat(fit.b()).isCloseTo((float) (0.5 * means[1]), within(1e-6f));
        assertThat(fit.steps()).isEqualTo(1);
    }

    @Test
    void theBestHeightOfASlopeIsCheaperThanThoseBesideIt() {
        double height = LineFit.bestHeight(0.5);

        assertThat(LineFit.cost(0.5, height))
                .isLessThan(LineFit.cost(0.5, height + 1e-4))
                .isLessThan(LineFit.cost(0.5, height - 1e-4));
        assertThat(LineFit.bestHeight(LineFit.BEST.m())).isCloseTo(LineFit.BEST.b(), within(1e-9));
    }

    @Test
    void aRateAboveTwoOverTheLargestCurvatureDiverges() {
        // λ = 1.00094 (numpy's eigvalsh of [[mean x², mean x], [mean x, 1]]), so the limit is 1.9981.
        LineFit below = new LineFit(0, 0, 1.95f, 40, 1);
        LineFit above = new LineFit(0, 0, 2.1f, 40, 1);

        descend(below, 400);

        assertThat(LineFit.cost(below.m(), below.b())).isLessThan(0.00127);
        assertThatThrownBy(() -> descend(above, 2000)).isInstanceOf(DivergedException.class);
    }

    @Test
    void oneEpochOfBatchesUsesEveryPointOnce() {
        // With a tiny rate the line hardly moves within an epoch, so that the batches' steps add up to those of 40
        // points:
        // 5 steps of 8 points are 5 times one of 40.
        LineFit batches = new LineFit(0, 0, 1e-5f, 8, 3);
        double[] means = means();

        descend(batches, batches.stepsPerEpoch());

        assertThat(batches.stepsPerEpoch()).isEqualTo(5);
        assertThat(batches.m()).isCloseTo((float) (5e-5 * means[0]), within(1e-9f));
        assertThat(batches.b()).isCloseTo((float) (5e-5 * means[1]), within(1e-9f));
    }

    @Test
    void singlePointsArriveSoonerAndSettleLess() {
        LineFit all = new LineFit(-0.5f, 0.2f, 0.1f, 40, 1);
        LineFit single = new LineFit(-0.5f, 0.2f, 0.1f, 1, 1);

        descend(all, 5);
        descend(single, 5 * 40);
        assertThat(excess(single)).isLessThan(excess(all) / 10);

        descend(all, 195);
        descend(single, 195 * 40);
        assertThat(excess(all)).isLessThan(excess(single) / 10);
    }

    private static double excess(LineFit fit) {
        return LineFit.cost(fit.m(), fit.b()) - LineFit.BEST_COST;
    }

    private static void descend(LineFit fit, int steps) {
        for (int i = 0; i < steps; i++) {
            fit.step();
        }
    }

    private static double[] means() {
        float[] x = Curve.places();
        float[] y = Curve.noisyValues();
        double xy = 0;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (double) x[i] * y[i];
            sum += y[i];
        }
        return new double[] {xy / x.length, sum / x.length};
    }
}
