package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.data.PointExamples;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.ActivationSpec;
import feedforward.layer.AveragePool2dSpec;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.DropoutSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.Padding;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.model.StoredTensor;
import feedforward.model.WeightsException;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final String HASH = "ab".repeat(32);

    private final Device device = new HeapDevice();

    @Test
    void aShortLastBatchIsAveragedByItsOwnSize() {
        Dataset threeTwos = twos(3);
        Trainer trainer = Trainer.resume(new Checkpoint(line(0.25f, 2), 0, weights(1, 0)), threeTwos, device);

        // Batch of 2, x = 2, t = 1, y = 1·2 + 0: error 1, loss ½, dW = 2, db = 1, whatever the number.
        StepReport first = trainer.step();
        assertThat(first).isEqualTo(new StepReport(1, 1, 0.5, 2));
        assertWeights(trainer, 0.5f, -0.25f);

        // Batch of 1: y = 0.5·2 − 0.25 = 0.75: error −0.25, loss 1/32, dW = −½, db = −¼. Halved, were it divided by 2.
        StepReport second = trainer.step();
        assertThat(second).isEqualTo(new StepReport(2, 1, 0.03125, 1));
        assertWeights(trainer, 0.625f, -0.1875f);

        assertThat(trainer.step().epoch()).isEqualTo(2);
    }

    @Test
    void stepsAreCountedOverAllEpochs() {
        Trainer trainer = Trainer.start(Blobs.spec(), Blobs.dataset(), device);
        assertThat(trainer.totalSteps()).isEqualTo(33);
        int examples = 0;
        for (int step = 1; step <= 33; step++) {
            StepReport report = trainer.step();
            assertThat(report.step()).isEqualTo(step);
            assertThat(report.epoch()).isEqualTo((step + 10) / 11);
            examples += report.examples();
        }
        assertThat(examples).isEqualTo(3 * 103);
    }

    @Test
    void aBatchLargerThanTheDataIsTheWholeOfIt() {
        RunSpec all = Recipe.CURVE_TANH.spec().withEpochs(20);
        RunSpec more = new RunSpec(all.data(), all.network(), all.loss(), all.optimiser(), 65_536, 20, all.seed());
        assertThat(trained(more, Curve.dataset())).isEqualTo(trained(all, Curve.dataset()));
    }

    @Test
    void theSeedMakesAnotherRun() {
        assertThat(trained(Blobs.spec(), Blobs.dataset())).isEqualTo(trained(Blobs.spec(), Blobs.dataset()));
        assertThat(trained(Blobs.spec().withSeed(2), Blobs.dataset()))
                .isNotEqualTo(trained(Blobs.spec(), Blobs.dataset()));
    }

    @Test
    void aLossThatIsNotFiniteLeavesTheWeightsAsTheyWere() {
        Trainer trainer = Trainer.start(line(10, 2), twos(4), device);
        Map<String, StoredTensor> before = trainer.network().weights();
        DivergedException diverged = null;
        while (diverged == null) {
            before = trainer.network().weights();
            try {
                trainer.step();
            } catch (DivergedException e) {
                diverged = e;
            }
        }
        int steps = trainer.stepsDone();
        assertThat(steps).isPositive();
        assertThat(diverged)
                .hasMessage("Training step " + (steps + 1)
                        + ": expected a finite loss but was Infinity; try a smaller learning rate");
        assertThat(trainer.network().weights()).isEqualTo(before);
        trainer.network()
                .parameters()
                .forEach(parameter -> assertThat(parameter.gradient().toArray()).containsOnly(0));
        assertThatThrownBy(trainer::step).isInstanceOf(DivergedException.class).hasMessage(diverged.getMessage());
    }

    @Test
    void aNetworkWhoseInputDoesNotFitTheDataIsRefused() {
        NetworkSpec three = new NetworkSpec(Shape.of(3), List.of(new DenseSpec(1, Activation.LINEAR)));
        assertThatThrownBy(() -> Trainer.start(spec(three, 0.1f, 2), twos(3), device))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Network input: expected [1], as data set \"twos\" has, but was [3]");
    }

    @Test
    void theInputMayHaveAnotherShapeOfAsManyValues() {
        NetworkSpec flat =
                new NetworkSpec(Shape.of(36), List.of(new DenseSpec(3, Activation.LINEAR), new SoftmaxSpec()));
        NetworkSpec images = new NetworkSpec(
                Shape.of(6, 6, 1), List.of(new FlattenSpec(), new DenseSpec(3, Activation.LINEAR), new SoftmaxSpec()));
        // The weights of the layer at place 0 and at place 1 are drawn apart, so both start from the same.
        Run a = Run.start(stripes(flat), Stripes.dataset(), device);
        Run b = Run.start(stripes(images), Stripes.dataset(), device);
        b.network().setWeights(a.network().weights());
        while (!a.finished()) {
            a.advance();
            b.advance();
        }
        assertThat(b.network().sha256()).isEqualTo(a.network().sha256());
    }

    @Test
    void anInputOfAnotherNumberOfValuesIsRefused() {
        NetworkSpec images = new NetworkSpec(
                Shape.of(6, 5, 1), List.of(new FlattenSpec(), new DenseSpec(3, Activation.LINEAR), new SoftmaxSpec()));
        assertThatThrownBy(() -> Trainer.start(stripes(images), Stripes.dataset(), device))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Network input: expected [36], as data set \"stripes\" has, but was [6, 5, 1]");
    }

    @Test
    void anOutputThatIsAnImageIsRefused() {
        NetworkSpec images =
                new NetworkSpec(Shape.of(6, 6, 1), List.of(new Conv2dSpec(3, 6, Padding.VALID, Activation.LINEAR)));
        RunSpec spec = new RunSpec(
                new DataSpec("stripes", Stripes.HASH, 0), images, LossKind.SQUARED_ERROR, new SgdSpec(0.1f), 8, 1, 1);
        assertThatThrownBy(() -> Trainer.start(spec, Stripes.dataset(), device))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Network output: expected [3], as data set \"stripes\" has, but was [1, 1, 3];"
                        + " add a Flatten layer");
    }

    @Test
    void aStepOfAConvolutionalNetworkAllocatesNextToNothingToo() {
        NetworkSpec images = new NetworkSpec(
                Shape.of(6, 6, 1),
                List.of(
                        new Conv2dSpec(4, 3, Padding.SAME, Activation.LINEAR),
                        new BatchNormSpec(),
                        new ActivationSpec(Activation.GELU),
                        new MaxPool2dSpec(2),
                        new AveragePool2dSpec(2, 1),
                        new FlattenSpec(),
                        new DropoutSpec(0.2f),
                        new DenseSpec(3, Activation.LINEAR),
                        new SoftmaxSpec()));
        assertThat(leastBytesPerStep(Trainer.start(stripes(images), Stripes.dataset(), device)))
                .isLessThan(256);
    }

    @Test
    void aBatchWhoseLossIsNotFiniteLeavesNoTraceInRunningStatistics() {
        NetworkSpec network =
                new NetworkSpec(Shape.of(1), List.of(new BatchNormSpec(), new DenseSpec(1, Activation.LINEAR)));
        float[] x = {1, Float.POSITIVE_INFINITY};
        PointExamples points = new PointExamples(x, 1, new float[] {1, 1}, 1);
        Trainer trainer = Trainer.start(spec(network, 0.1f, 2), new Dataset("twos", HASH, points, points), device);
        Map<String, StoredTensor> before = trainer.network().weights();
        assertThatThrownBy(trainer::step).isInstanceOf(DivergedException.class);
        assertThat(trainer.network().weights()).isEqualTo(before);
    }

    @Test
    void aNetworkWhoseOutputDoesNotFitTheDataIsRefused() {
        NetworkSpec three = new NetworkSpec(Shape.of(1), List.of(new DenseSpec(3, Activation.LINEAR)));
        assertThatThrownBy(() -> Trainer.start(spec(three, 0.1f, 2), twos(3), device))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Network output: expected [1], as data set \"twos\" has, but was [3]");
    }

    @Test
    void moreStepsThanAnIntHoldsAreRefused() {
        RunSpec spec = line(0.1f, 1).withEpochs(1_000_000);
        assertThatThrownBy(() -> Trainer.start(spec, twos(3000), device))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec epochs: expected at most 2,147,483,647 steps in all but 1000000 epochs have"
                        + " 3000000000");
    }

    @Test
    void aCheckpointBehindTheEndIsRefused() {
        Checkpoint checkpoint = new Checkpoint(line(0.1f, 2), 201, weights(1, 0));
        assertThatThrownBy(() -> Trainer.resume(checkpoint, twos(4), device))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Checkpoint step: expected 0 to 200 but was 201");
        assertThatThrownBy(() -> new Checkpoint(line(0.1f, 2), -1, weights(1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Checkpoint step: expected 0 or more but was -1");
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefused() {
        Checkpoint checkpoint = new Checkpoint(Blobs.spec(), 0, weights(1, 0));
        assertThatThrownBy(() -> Trainer.resume(checkpoint, Blobs.dataset(), device))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Weights \"fc1.weight\": expected shape [8, 2] but was [1, 1]");
    }

    @Test
    void aCheckpointKeepsItsWeights() {
        Map<String, StoredTensor> weights = weights(1, 0);
        Checkpoint checkpoint = new Checkpoint(line(0.1f, 2), 0, weights);
        weights.clear();
        assertThat(checkpoint.weights()).isEqualTo(weights(1, 0));
    }

    @Test
    void theLossIsThatBeforeTheUpdate() {
        Trainer trainer = Trainer.start(Recipe.CURVE_TANH.spec(), Curve.dataset(), device);
        EvaluationReport before = Evaluation.of(
                trainer.network(),
                LossKind.SQUARED_ERROR,
                device,
                Curve.dataset().test(),
                40);
        assertThat(trainer.step().loss()).isCloseTo(before.loss(), within(0.0));
    }

    /** Its report, 32 bytes, and where the run stands for the schedule, 24. Counted by the JVM for this thread alone. */
    @Test
    void aStepAllocatesNextToNothingOnceTheNetworkIsBuilt() {
        assertThat(leastBytesPerStep(Trainer.start(Recipe.CURVE_TANH.spec(), Curve.dataset(), device)))
                .isLessThan(64);
    }

    /** Until HotSpot has compiled the step, it makes more objects; from then on each window has the same few. */
    private static long leastBytesPerStep(Trainer trainer) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int window = 0; window < 50; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 100; step++) {
                trainer.step();
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / 100);
        }
        return least;
    }

    private static RunSpec stripes(NetworkSpec network) {
        return new RunSpec(
                new DataSpec("stripes", Stripes.HASH, 0), network, LossKind.CROSS_ENTROPY, new SgdSpec(0.1f), 9, 40, 1);
    }

    private String trained(RunSpec spec, Dataset data) {
        Trainer trainer = Trainer.start(spec, data, device);
        while (trainer.stepsDone() < trainer.totalSteps()) {
            trainer.step();
        }
        return trainer.network().sha256();
    }

    /** n times the point x = 2 with the target 1. */
    private static Dataset twos(int n) {
        float[] x = new float[n];
        float[] t = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = 2;
            t[i] = 1;
        }
        PointExamples points = new PointExamples(x, 1, t, 1);
        return new Dataset("twos", HASH, points, points);
    }

    /** y = w·x + b, for 100 epochs. */
    private static RunSpec line(float learningRate, int batchSize) {
        NetworkSpec network = new NetworkSpec(Shape.of(1), List.of(new DenseSpec(1, Activation.LINEAR)));
        return spec(network, learningRate, batchSize);
    }

    private static RunSpec spec(NetworkSpec network, float learningRate, int batchSize) {
        return new RunSpec(
                new DataSpec("twos", HASH, 0),
                network,
                LossKind.SQUARED_ERROR,
                new SgdSpec(learningRate),
                batchSize,
                100,
                1);
    }

    private static Map<String, StoredTensor> weights(float w, float b) {
        Map<String, StoredTensor> weights = new LinkedHashMap<>();
        weights.put("fc1.weight", new StoredTensor(Shape.of(1, 1), new float[] {w}));
        weights.put("fc1.bias", new StoredTensor(Shape.of(1), new float[] {b}));
        return weights;
    }

    private static void assertWeights(Trainer trainer, float w, float b) {
        assertThat(trainer.network().weights()).isEqualTo(weights(w, b));
    }
}
