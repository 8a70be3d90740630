package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import feedforward.data.Dataset;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.OwnData;
import feedforward.data.PlaneData;
import feedforward.data.PointsCsv;
import feedforward.data.TextBaseline;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.hash.Sha256;
import feedforward.layer.DenseSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.Evaluation;
import feedforward.train.EvaluationReport;
import feedforward.train.Recipe;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainOwnDataTest {
    private static final Dataset SPIRAL =
            PlaneData.parse("spiral(noise=10,points=500,seed=1)").dataset();
    private static final DataSpec NONE = new DataSpec("none", "0".repeat(64), 0);
    private static final String TEXT = "the cat sat on the mat and the hat. ".repeat(12);

    @TempDir
    private Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeImages() throws IOException {
        images = write("images", IdxFile.writeImages(new IdxImages(40, 2, 2, pixels(40))));
        labels = write("labels", IdxFile.writeLabels(classes(40)));
    }

    @Test
    void aFileDescribesTheRun() throws IOException {
        RunSpec spec = points(SPIRAL);
        Path file = write("spiral.json", spec);

        CommandRun run = train(file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.answer().names())
                .containsExactly(
                        "run",
                        "seed",
                        "epochs",
                        "testAccuracy",
                        "testLoss",
                        "weightsSha256",
                        "imagesPerSecond",
                        "seconds",
                        "device");
        assertThat(run.answer().getString("run", "")).isEqualTo(file.toString());
        assertThat(sha256(run)).isEqualTo(weights(spec, SPIRAL));
        assertThat(run.err()).contains("Data " + SPIRAL.name() + ": 250 examples to learn from, 250 to test");
        assertThat(sha256(train(file.toString(), "--seed", "3", "--epochs", "4")))
                .isEqualTo(weights(spec.withSeed(3).withEpochs(4), SPIRAL));
    }

    @Test
    void whatIsNoRunIsRefusedByTheFilesName() throws IOException {
        JsonObject json = RunSpecJson.write(points(SPIRAL));
        Path file = folder.resolve("run.json");

        Files.writeString(file, "{");
        refused(file + ": RunSpec at 1:2", file.toString());
        Files.writeString(file, json.set("epochs", 0).toString());
        refused(file + ": RunSpec epochs: expected a whole number in [1, 1,000,000] but was 0", file.toString());
        Files.write(file, new byte[] {'{', (byte) 0xFF});
        refused(file + ": Utf8: expected the first byte of a character at byte 1", file.toString());
        refused(folder + ": expected a file but was a folder", folder.toString());
        write("run.json", points(SPIRAL).with(new DataSpec(SPIRAL.name(), "0".repeat(64), 0)));
        refused("RunSpec data: expected \"" + SPIRAL.name() + "\" with SHA-256 0000", file.toString());
        write("run.json", points(SPIRAL).with(new DataSpec("letters", "0".repeat(64), 0)));
        refused("RunSpec data: expected one of [mnist, sonnets, curve, pangrams], or points such as", file.toString());
    }

    @Test
    void ownImagesAreJudgedByTheirTestSet() throws IOException {
        RunSpec spec = dense(4, 3);
        Path file = write("run.json", spec);
        Path testImages = write("test-images", IdxFile.writeImages(new IdxImages(9, 2, 2, pixels(9))));
        Path testLabels = write("test-labels", IdxFile.writeLabels(classes(9)));
        Path out = folder.resolve("out.safetensors");

        CommandRun run = train(
                file.toString(),
                "--images",
                images.toString(),
                "--labels",
                labels.toString(),
                "--test-images",
                testImages.toString(),
                "--test-labels",
                testLabels.toString(),
                "--out",
                out.toString());

        List<byte[]> files = new ArrayList<>();
        Sha256 hash = new Sha256();
        for (Path path : List.of(images, labels, testImages, testLabels)) {
            files.add(Files.readAllBytes(path));
            hash.update(files.get(files.size() - 1));
        }
        DataSpec data = new DataSpec("own images", hash.digestHex(), 0);
        assertThat(SavedModel.parse(Files.readAllBytes(out)).run()).contains(spec.with(data));
        assertThat(sha256(run))
                .isEqualTo(weights(spec.with(data), OwnData.images(List.of("a", "b", "c", "d"), files, 3)));
        assertThat(run.err()).contains("Data own images: 40 examples to learn from, 9 to test");
        assertThat(run.answer().getDouble("testAccuracy", 0)).isEqualTo(1);
    }

    @Test
    void aFifthOfOwnImagesIsKeptToJudgeBy() throws IOException {
        Path file = write("run.json", dense(4, 3));

        CommandRun run = train(file.toString(), "--images", images.toString(), "--labels", labels.toString());

        assertThat(run.err()).contains("Data own images: 32 examples to learn from, 8 to test");
        assertThat(run.answer().getDouble("testAccuracy", 0)).isEqualTo(1);
    }

    @Test
    void heldOutExamplesValidateAndTheTestSetIsJudgedByAtTheEnd() throws IOException {
        Dataset own =
                OwnData.images(List.of("a", "b"), List.of(Files.readAllBytes(images), Files.readAllBytes(labels)), 3);
        RunSpec spec =
                dense(4, 3).with(new DataSpec("own images", own.sha256(), 12)).withEpochs(2);
        Path file = write("run.json", spec);

        CommandRun run = train(file.toString(), "--images", images.toString(), "--labels", labels.toString());

        assertThat(run.err())
                .contains("Data own images: 20 examples to learn from, 12 to validate, 8 to test at the end");
        Run here = finished(spec, own);
        assertThat(run.answer().names().subList(3, 7))
                .containsExactly("validationAccuracy", "validationLoss", "testAccuracy", "testLoss");
        Dataset split = own.holdOut(12, spec.seed());
        assertThat(run.answer().getDouble("validationLoss", 0))
                .isEqualTo(judged(here, split).loss());
        assertThat(run.answer().getDouble("testLoss", 0))
                .isEqualTo(judged(here, own).loss());
    }

    @Test
    void ownPointsAreTrainedOnAndTheirRunReplaysOnThemAlone() throws IOException {
        String csv = PointsCsv.write(PointsCsv.parse("0,0,0\n1,1,0\n2,2,0\n0.5,0,0\n5,5,1\n6,6,1\n5,6,1\n7,6,1\n"));
        Path points = write("points.csv", csv.getBytes(StandardCharsets.UTF_8));
        Path out = folder.resolve("out.safetensors");
        Path checkpoint = folder.resolve("run.checkpoint");
        String recipe = write("run.json", points(SPIRAL)).toString();

        CommandRun run = train(
                recipe, "--points", points.toString(), "--out", out.toString(), "--checkpoint", checkpoint.toString());

        Dataset own = OwnData.points(PointsCsv.parse(csv));
        RunSpec spec = SavedModel.parse(Files.readAllBytes(out)).run().orElseThrow();
        assertThat(spec).isEqualTo(points(own));
        assertThat(sha256(run)).isEqualTo(weights(spec, own));
        assertThat(sha256(train(recipe, "--points", points.toString(), "--resume", checkpoint.toString())))
                .isEqualTo(sha256(run));

        String replay = write("own.json", spec).toString();
        assertThat(sha256(train(replay, "--points", points.toString()))).isEqualTo(sha256(run));
        refused("RunSpec data: expected the files of \"own points\" too; give them with", replay);
        Path others = write("others.csv", csv.replace("7", "8").getBytes(StandardCharsets.UTF_8));
        refused(
                "RunSpec data: expected \"own points\" with SHA-256 " + own.sha256() + " but was \"own points\" with",
                replay,
                "--points",
                others.toString());
        refused(
                "--resume: expected a checkpoint of RunSpec",
                recipe,
                "--points",
                others.toString(),
                "--resume",
                checkpoint.toString());
    }

    @Test
    void ownTextIsComparedWithCounting() throws IOException {
        Path text = write("text.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        Dataset own = OwnData.text(TEXT, 8);
        RunSpec spec = lstm(own.train().vocabulary());

        CommandRun run = train(write("run.json", spec).toString(), "--text", text.toString());

        assertThat(run.answer().names())
                .containsExactly(
                        "run",
                        "seed",
                        "epochs",
                        "validationAccuracy",
                        "validationLoss",
                        "validationBits",
                        "baselines",
                        "weightsSha256",
                        "imagesPerSecond",
                        "seconds",
                        "device");
        Run here = finished(spec.with(new DataSpec("own text", own.sha256(), 0)), own);
        assertThat(sha256(run)).isEqualTo(here.network().sha256());
        double nats = run.answer().getDouble("validationLoss", 0);
        assertThat(nats).isEqualTo(judged(here, own).loss());
        assertThat(run.answer().getDouble("validationBits", 0)).isCloseTo(nats / Math.log(2), within(1e-12));
        List<TextBaseline> counted = TextBaseline.of(own);
        JsonObject baselines = run.answer().get("baselines").asObject();
        assertThat(baselines.names()).containsExactly("unigram", "bigram", "trigram");
        for (TextBaseline baseline : counted) {
            JsonObject stated =
                    baselines.get(baselines.names().get(baseline.order() - 1)).asObject();
            assertThat(stated.getDouble("nats", 0)).isEqualTo(baseline.nats());
            assertThat(stated.getDouble("bits", 0)).isEqualTo(baseline.bits());
        }
        assertThat(run.err())
                .contains("Data own text: 48 windows to learn from, 5 to validate")
                .contains("Validation loss " + TextScore.inWords(nats) + " a character. Counting alone: unigrams "
                        + TextScore.inWords(counted.get(0).nats()) + "; bigrams "
                        + TextScore.inWords(counted.get(1).nats()) + "; trigrams ");
    }

    @Test
    void aTextsEndIsItsTestSetWhereAPartIsHeldOut() throws IOException {
        Path text = write("text.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        Dataset own = OwnData.text(TEXT, 8);
        RunSpec spec = lstm(own.train().vocabulary()).with(new DataSpec("mnist", "0".repeat(64), 6));

        CommandRun run = train(write("run.json", spec).toString(), "--text", text.toString());

        Run here = finished(spec.with(new DataSpec("own text", own.sha256(), 6)), own);
        assertThat(run.answer().getDouble("validationLoss", 0))
                .isEqualTo(judged(here, own.holdOut(6, 1)).loss());
        assertThat(run.answer().getDouble("testLoss", 0))
                .isEqualTo(judged(here, own).loss());
        JsonValue unigram = run.answer()
                .get("baselines")
                .asObject()
                .get("unigram")
                .asObject()
                .get("nats");
        assertThat(unigram.asDouble())
                .isEqualTo(TextBaseline.of(own.holdOut(6, 1)).get(0).nats());
    }

    @Test
    void theRecipeForTextsAdaptsToTheirCharacters() throws IOException {
        Path text = write("text.txt", TEXT.repeat(3).getBytes(StandardCharsets.UTF_8));
        Dataset own = OwnData.text(TEXT.repeat(3), 64);

        CommandRun run = train("sonnets-lstm", "--epochs", "1", "--seed", "2", "--text", text.toString());

        assertThat(run.answer().getString("recipe", "")).isEqualTo("sonnets-lstm");
        assertThat(sha256(run))
                .isEqualTo(weights(Recipe.SONNETS_LSTM.on(own).withSeed(2).withEpochs(1), own));
    }

    @Test
    void filesThatDoNotFitAreRefusedBeforeTheTraining() throws IOException {
        String run = write("run.json", dense(4, 3)).toString();
        Path two = write("two", IdxFile.writeLabels(classes(2)));
        Path csv = write("points.csv", "1,2,0\n1,x,1".getBytes(StandardCharsets.UTF_8));
        Path shortText = write("short.txt", "abc".getBytes(StandardCharsets.UTF_8));

        refused(
                two + ": expected 40 labels, one for each image in " + images + ", but was 2",
                run,
                "--images",
                "" + images,
                "--labels",
                "" + two);
        refused(
                "Network input: expected [4], as data set \"own images\" has, but was [784]",
                "mnist-softmax",
                "--images",
                "" + images,
                "--labels",
                "" + labels);
        refused(
                "--images: expected a run whose network ends in softmax over classes, such as mnist-mlp, but this one does"
                        + " not classify",
                "curve-tanh",
                "--images",
                "" + images,
                "--labels",
                "" + labels);
        refused(
                images + ": expected images of [28, 28, 1], as the run's network takes, but was [2, 2, 1]",
                "mnist-fast",
                "--images",
                "" + images,
                "--labels",
                "" + labels);
        refused(csv + ": Points line 2, column y: expected a number", run, "--points", "" + csv);
        refused(shortText + ": Text \"own text\": expected more than 64", "sonnets-lstm", "--text", "" + shortText);
        refused("--text: expected a run whose network reads texts", "mnist-mlp", "--text", "" + shortText);
        Path text = write("text.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        refused(
                "Network vocabulary: expected 12, as data set \"own text\" has, but the first layer's was 61",
                write("lstm.json", lstm(61)).toString(),
                "--text",
                "" + text);
        CommandRun missing = train(run, "--points", folder.resolve("none").toString());
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains(folder.resolve("none") + ": expected a file but there is none");
    }

    @Test
    void filesThatDoNotBelongTogetherAreWrongUsage() {
        refused("--labels", "mnist-softmax", "--images", "" + images);
        refused(
                "--test-labels",
                "mnist-softmax",
                "--images",
                "" + images,
                "--labels",
                "" + labels,
                "--test-images",
                "" + images);
        String one = "Own data: expected one of --images, --points and --text but were ";
        refused(one + "2", "mnist-softmax", "--points", "x", "--text", "y");
        refused(one + "3", "mnist-softmax", "--images", "x", "--labels", "y", "--text", "z", "--points", "x");
    }

    private CommandRun train(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--device", "heap"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private void refused(String message, String... arguments) {
        CommandRun run = train(arguments);
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private static RunSpec points(Dataset data) {
        return dense(2, 2).with(new DataSpec(data.name(), data.sha256(), 0));
    }

    private static RunSpec dense(int inputs, int classes) {
        NetworkSpec network = new NetworkSpec(
                Shape.of(inputs), List.of(new DenseSpec(classes, Activation.LINEAR), new SoftmaxSpec()));
        return new RunSpec(NONE, network, LossKind.CROSS_ENTROPY, new SgdSpec(0.5f), 10, 20, 1);
    }

    private static RunSpec lstm(int vocabulary) {
        NetworkSpec network = new NetworkSpec(
                Shape.of(8),
                List.of(
                        new LstmSpec(6, vocabulary, true),
                        new DenseSpec(vocabulary, Activation.LINEAR),
                        new SoftmaxSpec()));
        return new RunSpec(NONE, network, LossKind.CROSS_ENTROPY, AdamSpec.of(0.01f), 4, 3, 1);
    }

    private static Run finished(RunSpec spec, Dataset data) {
        Run run = Run.start(spec, data, new HeapDevice());
        while (!run.finished()) {
            run.advance();
        }
        return run;
    }

    private static EvaluationReport judged(Run run, Dataset data) {
        return Evaluation.of(
                run.network(),
                run.spec().loss(),
                new HeapDevice(),
                data.test(),
                run.spec().batchSize());
    }

    private static String weights(RunSpec spec, Dataset data) {
        return finished(spec, data).network().sha256();
    }

    private static String sha256(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.answer().getString("weightsSha256", "");
    }

    private Path write(String name, RunSpec spec) throws IOException {
        return Files.writeString(folder.resolve(name), RunSpecJson.write(spec).toString());
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] classes(int count) {
        byte[] classes = new byte[count];
        for (int i = 0; i < count; i++) {
            classes[i] = (byte) (i % 3);
        }
        return classes;
    }

    /** 2×2 pixels, of which each class has its own bright one. */
    private static byte[] pixels(int count) {
        byte[] pixels = new byte[4 * count];
        for (int i = 0; i < count; i++) {
            pixels[4 * i + i % 3] = (byte) 255;
        }
        return pixels;
    }
}
