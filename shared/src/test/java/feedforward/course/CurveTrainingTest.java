package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.data.Curve;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import feedforward.train.Recipe;
import feedforward.train.Run;
import org.junit.jupiter.api.Test;

class CurveTrainingTest {
    private final Device device = new HeapDevice();

    @Test
    void withoutEditsItIsTheRecipesRunToTheBit() {
        Run recipe = Run.start(Recipe.CURVE_TANH.spec(), Curve.dataset(), device);
        while (recipe.stepsDone() < 300) {
            recipe.advance();
        }

        assertThat(trained(CurveSetup.COURSE, 300).sha256())
                .isEqualTo(recipe.network().sha256());
    }

    @Test
    void theFirstCostIsThatOfTheInitialWeights() {
        CurveTraining training = CurveTraining.start(CurveSetup.COURSE, device);
        double initial = cost(training);
        advance(training, 2);

        assertThat(training.costs().points())
                .extracting(CostRecord.Point::steps)
                .containsExactly(0, 1);
        assertThat(training.costs().points().get(0).cost()).isCloseTo(initial, within(1e-7));
    }

    @Test
    void reachesTheCourseNotebooksCosts() {
        CurveTraining training = trained(CurveSetup.COURSE, 1000);
        assertThat(cost(training)).isCloseTo(1.15e-3, within(3e-5));

        advance(training, 9000);
        assertThat(cost(training)).isCloseTo(3.2e-4, within(2e-6));
    }

    @Test
    void atRateFiveTheOutputSticksAtOne() {
        CurveTraining training = trained(CurveSetup.COURSE.with(new CurveEdit.Rate(5_000_000)), 1000);

        assertThat(cost(training)).isCloseTo(0.143, within(5e-4));
    }

    @Test
    void theCopiedWeightsComputeWhatTheEngineDoes() {
        CurveTraining training = trained(CurveSetup.COURSE.withHidden(7), 50);
        Run run = Run.start(training.setup().spec(Curve.dataset()), Curve.dataset(), device);
        while (run.stepsDone() < 50) {
            run.advance();
        }
        float[] x = Curve.places();

        assertThat(training.network().outputs(x))
                .isEqualTo(run.network()
                        .forward(Tensor.of(device, Shape.of(40, 1), x))
                        .toArray());
    }

    @Test
    void theSharesOfTheUnitsAndTheBiasAddUpToTheOutputBeforeItsTanh() {
        CurveNetwork network = trained(CurveSetup.COURSE.withHidden(3), 20).network();
        double sum = network.outputBias();
        for (int j = 0; j < 3; j++) {
            sum += network.share(j, 0.5f);
        }

        assertThat((double) network.output(0.5f)).isCloseTo(Math.tanh(sum), within(1e-6));
        assertThat(network.parameters()).isEqualTo(10);
    }

    @Test
    void aRunWithEditsCanBeRepeatedFromItsJournal() {
        CurveTraining live = trained(CurveSetup.COURSE.withHidden(10), 100);
        live.edit(new CurveEdit.Rate(500_000));
        live.edit(new CurveEdit.Move(0, -1000, 400));
        advance(live, 50);
        live.edit(new CurveEdit.Add(980, 700));
        live.edit(new CurveEdit.Remove(3));
        advance(live, 50);

        CurveTraining again = CurveTraining.replay(
                live.setup(), CurveJournal.parse(live.journal().text()), device);
        advance(again, 200);

        assertThat(again.now()).isEqualTo(live.now());
        assertThat(again.sha256()).isEqualTo(live.sha256());
        assertThat(trained(live.setup(), 200).sha256()).isNotEqualTo(live.sha256());
    }

    @Test
    void anEditDuringAReplayDropsWhatWasAhead() {
        CurveTraining training =
                CurveTraining.replay(CurveSetup.COURSE.withHidden(2), CurveJournal.parse("0r500000~5r100000"), device);
        assertThat(training.now().rate()).isEqualTo(new CurveEdit.Rate(500_000));

        training.edit(new CurveEdit.Rate(700_000));
        advance(training, 10);

        assertThat(training.now().rate()).isEqualTo(new CurveEdit.Rate(700_000));
        assertThat(training.journal().text()).isEqualTo("0r700000");
    }

    @Test
    void refusesAJournalWithAPointThatIsNotThere() {
        assertThatThrownBy(() -> CurveTraining.replay(CurveSetup.COURSE, CurveJournal.parse("10d0~20m39_0_0"), device))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Points: expected a point from 0 to 38 but was 39");
    }

    @Test
    void keepsTheCostAfterAThousandStepsWhileItThinsTheOthersOut() {
        CostRecord costs = new CostRecord();
        for (int step = 0; step < 30_000; step++) {
            costs.add(step, step);
        }

        assertThat(costs.points()).hasSizeBetween(100, 1001).contains(new CostRecord.Point(1000, 1000));
    }

    private CurveTraining trained(CurveSetup setup, int steps) {
        CurveTraining training = CurveTraining.start(setup, device);
        advance(training, steps);
        return training;
    }

    private static void advance(CurveTraining training, int steps) {
        for (int i = 0; i < steps; i++) {
            training.step();
        }
    }

    private static double cost(CurveTraining training) {
        CurvePoints points = training.now().points();
        return points.cost(training.network().outputs(points.places()));
    }
}
