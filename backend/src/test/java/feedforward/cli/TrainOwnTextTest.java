package feedforward.cli;

import static feedforward.cli.TrainTrial.finished;
import static feedforward.cli.TrainTrial.judged;
import static feedforward.cli.TrainTrial.refused;
import static feedforward.cli.TrainTrial.sha256;
import static feedforward.cli.TrainTrial.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import feedforward.data.Dataset;
import feedforward.data.OwnData;
import feedforward.data.TextBaseline;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.Recipe;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on a text of one's own. */
class TrainOwnTextTest {
    private static final String TEXT = "the cat sat on the mat and the hat. ".repeat(12);

    private final TrainTrial trial;

    TrainOwnTextTest(@TempDir Path folder) {
        trial = new TrainTrial(folder);
    }

    @Test
    void ownTextIsComparedWithCounting() throws IOException {
        Path text = trial.write("text.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        Dataset own = OwnData.text(TEXT, 8);
        RunSpec spec = lstm(own.train().vocabulary());

        CommandRun run = trial.train(trial.write("run.json", spec).toString(), "--text", text.toString());

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
        Path text = trial.write("text.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        Dataset own = OwnData.text(TEXT, 8);
        RunSpec spec = lstm(own.train().vocabulary()).with(new DataSpec("mnist", "0".repeat(64), 6));

        CommandRun run = trial.train(trial.write("run.json", spec).toString(), "--text", text.toString());

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
        Path text = trial.write("text.txt", TEXT.repeat(3).getBytes(StandardCharsets.UTF_8));
        Dataset own = OwnData.text(TEXT.repeat(3), 64);

        CommandRun run = trial.train("sonnets-lstm", "--epochs", "1", "--seed", "2", "--text", text.toString());

        assertThat(run.answer().getString("recipe", "")).isEqualTo("sonnets-lstm");
        assertThat(sha256(run))
                .isEqualTo(weights(Recipe.SONNETS_LSTM.on(own).withSeed(2).withEpochs(1), own));
    }

    @Test
    void textsThatDoNotFitAreRefusedBeforeTheTraining() throws IOException {
        Path shortText = trial.write("short.txt", "abc".getBytes(StandardCharsets.UTF_8));
        refused(shortText + ": Text \"own text\": expected more than 64", "sonnets-lstm", "--text", "" + shortText);
        refused("--text: expected a run whose network reads texts", "mnist-mlp", "--text", "" + shortText);
        Path text = trial.write("text.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        refused(
                "Network vocabulary: expected 12, as data set \"own text\" has, but the first layer's was 61",
                trial.write("lstm.json", lstm(61)).toString(),
                "--text",
                "" + text);
    }

    private static RunSpec lstm(int vocabulary) {
        NetworkSpec network = new NetworkSpec(
                Shape.of(8),
                List.of(
                        new LstmSpec(6, vocabulary, true),
                        new DenseSpec(vocabulary, Activation.LINEAR),
                        new SoftmaxSpec()));
        return new RunSpec(TrainTrial.NONE, network, LossKind.CROSS_ENTROPY, AdamSpec.of(0.01f), 4, 3, 1);
    }
}
