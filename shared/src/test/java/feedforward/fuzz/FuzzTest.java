package feedforward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Curve;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.LabelledPoints;
import feedforward.data.PointsCsv;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.Padding;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.tensor.Shape;
import feedforward.train.Checkpoint;
import feedforward.train.DataSpec;
import feedforward.train.EarlyStopping;
import feedforward.train.EvaluationReport;
import feedforward.train.Recipe;
import feedforward.train.Regime;
import feedforward.train.Regularisation;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import feedforward.wire.CheckpointFile;
import feedforward.wire.RunSpecJson;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty thousand inputs for each parser: only its own exceptions come out, and memory stays within {@link Parsing}'s bounds. */
class FuzzTest {
    private static final int RUNS = 50_000;

    private static final NetworkSpec IMAGES = network(
            Shape.of(4, 4, 1),
            new Conv2dSpec(2, 3, Padding.SAME, Activation.RELU),
            new BatchNormSpec(),
            new MaxPool2dSpec(2),
            new FlattenSpec(),
            new DenseSpec(2, Activation.LINEAR),
            new SoftmaxSpec());
    private static final NetworkSpec TEXT =
            network(Shape.of(3), new LstmSpec(2, 3, true), new DenseSpec(3, Activation.LINEAR), new SoftmaxSpec());
    private static final RunSpec RUN = new RunSpec(
            new DataSpec(Curve.NAME, Curve.SHA256, 10),
            network(Shape.of(1), new DenseSpec(2, Activation.TANH), new DenseSpec(1, Activation.LINEAR)),
            LossKind.SQUARED_ERROR,
            AdamSpec.of(0.01f),
            7,
            10,
            1,
            Regime.PLAIN.with(Regularisation.NONE.withAveraging(0.9f)).with(new EarlyStopping(3)));

    @TempDir
    private Path folder;

    @Test
    void safetensors() throws Exception {
        standsAll(
                SafetensorsFuzzer.class,
                model(IMAGES).toBytes(),
                model(TEXT).toBytes(),
                model(RUN.network()).toBytes());
    }

    @Test
    void idx() throws Exception {
        standsAll(
                IdxFuzzer.class,
                IdxFile.writeImages(new IdxImages(2, 3, 4, new byte[24])),
                IdxFile.writeLabels(new byte[] {7, 2, 1}));
    }

    @Test
    void csv() throws Exception {
        LabelledPoints points = new LabelledPoints(new float[] {0.5f, -1, 2e-7f, 30}, new int[] {0, 1}, 2);
        standsAll(PointsCsvFuzzer.class, utf8(PointsCsv.write(points)), utf8("1,2,0\r\n\r\n-3.5e1, 4 ,1"));
    }

    @Test
    void runSpec() throws Exception {
        byte[][] seeds = Arrays.stream(Recipe.values())
                .map(recipe -> utf8(RunSpecJson.write(recipe.spec()).toString()))
                .toArray(byte[][]::new);
        seeds = Arrays.copyOf(seeds, seeds.length + 1);
        seeds[seeds.length - 1] = utf8(RunSpecJson.write(RUN).toString());
        standsAll(RunSpecFuzzer.class, seeds);
    }

    @Test
    void checkpoint() throws Exception {
        standsAll(CheckpointFuzzer.class, CheckpointFile.write(reached(0)), CheckpointFile.write(reached(12)));
    }

    /** The check itself: what is no refusal of the parser's, or takes too much memory, ends the run with an error. */
    @Test
    void brokenParserIsFound() throws Exception {
        Jazzer jazzer = Jazzer.run(BrokenFuzzer.class, List.of(utf8("length")), RUNS, folder);

        assertThat(jazzer.exitCode()).isNotZero();
        assertThat(jazzer.log()).contains("Parser: expected to allocate at most");
    }

    private void standsAll(Class<?> target, byte[]... seeds) throws IOException, InterruptedException {
        Jazzer jazzer = Jazzer.run(target, List.of(seeds), RUNS, folder);
        assertThat(jazzer.exitCode()).as(jazzer.log()).isZero();
        assertThat(jazzer.log()).contains("#" + RUNS + "\tDONE   cov: ");
    }

    private static Checkpoint reached(int steps) {
        Run run = Run.start(RUN, Curve.dataset(), new HeapDevice());
        while (run.stepsDone() < steps) {
            run.advance();
        }
        return run.checkpoint();
    }

    private static SavedModel model(NetworkSpec network) {
        return new SavedModel(
                network,
                Optional.of(RUN),
                Optional.of(new EvaluationReport(3, 0.5, OptionalDouble.of(0.75))),
                Network.build(network, new HeapDevice(), 1, 1).weights());
    }

    private static NetworkSpec network(Shape input, LayerSpec... layers) {
        return new NetworkSpec(input, List.of(layers));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
