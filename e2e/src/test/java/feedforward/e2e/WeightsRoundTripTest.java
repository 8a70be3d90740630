package feedforward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import feedforward.data.Curve;
import feedforward.data.DigitImage;
import feedforward.data.Drawing;
import feedforward.device.HeapDevice;
import feedforward.e2e.Skeleton.Point;
import feedforward.tensor.Tensor;
import feedforward.train.Recipe;
import feedforward.train.Run;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WeightsRoundTripTest {
    private static final String DOWNLOAD = "Download weights (.safetensors)";
    private static final String USE = "Use this network to draw";

    @RegisterExtension
    final Visitor visitor = new Visitor();

    @Test
    void theServersWeightsComeBackFromAFileWithTheSamePredictionsBitForBit() throws IOException {
        Page page = visitor.open();
        TrainSection training = new TrainSection(page);
        training.fill("1", "11");
        RunPanel server = training.server();
        server.button("Train on server").click();
        assertThat(server.state()).hasText("Done");
        String hash = server.hash().textContent();
        Download download = page.waitForDownload(() -> server.button(DOWNLOAD).click());
        assertThat(download.suggestedFilename()).isEqualTo("model-" + hash.substring(0, 8) + ".safetensors");
        byte[] file = Files.readAllBytes(download.path());
        assertThat(SavedModel.parse(file).sha256()).isEqualTo(hash);

        DrawFigure figure = new DrawFigure(page);
        server.button(USE).click();
        assertThat(figure.network("hash")).hasText(hash.substring(0, 12));
        List<List<Point>> seven = seven();
        figure.draw(seven);
        assertThat(figure.status()).hasText(DrawFigure.ANSWER);
        List<Float> before = probabilities(figure);

        page.reload();
        assertThat(figure.network("name")).hasText("shipped network");
        figure.fileField().setInputFiles(payload("mine.safetensors", file));
        assertThat(figure.network("hash")).hasText(hash.substring(0, 12));
        Drawing drawing = figure.draw(seven);
        assertThat(figure.status()).hasText(DrawFigure.ANSWER);

        assertThat(probabilities(figure)).isEqualTo(before).isEqualTo(onTheJvm(file, drawing));
    }

    @Test
    void thePagesOwnWeightsCanBeKeptToo() throws IOException {
        Page page = visitor.open();
        TrainSection training = new TrainSection(page);
        training.fill("1", "12");
        RunPanel here = training.here();
        here.button("Train here").click();
        assertThat(here.state()).hasText("Done");

        Download download = page.waitForDownload(() -> here.button(DOWNLOAD).click());

        SavedModel kept = SavedModel.parse(Files.readAllBytes(download.path()));
        assertThat(kept.sha256()).isEqualTo(here.hash().textContent());
        assertThat(kept.run())
                .contains(Recipe.MNIST_SOFTMAX.spec().withEpochs(1).withSeed(12));
    }

    @Test
    void aFileThatCannotServeIsRefusedInWordsAndTheNetworkStays() {
        Page page = visitor.open();
        DrawFigure figure = new DrawFigure(page);
        assertThat(figure.network("name")).hasText("shipped network");
        Run curve = Run.start(Recipe.CURVE_TANH.spec(), Curve.dataset(), new HeapDevice());
        byte[] curveNetwork =
                SavedModel.of(curve.checkpoint(), Optional.empty()).toBytes();

        figure.fileField().setInputFiles(payload("note.txt", new byte[] {'h', 'i'}));
        assertThat(figure.error()).containsText("note.txt: Safetensors");
        figure.fileField()
                .setInputFiles(payload("cut.safetensors", Arrays.copyOf(curveNetwork, curveNetwork.length - 100)));
        assertThat(figure.error()).containsText("the download was cut short");
        figure.fileField().setInputFiles(payload("curve.safetensors", curveNetwork));
        assertThat(figure.error()).containsText("This network takes [1] and gives [1]");

        assertThat(figure.network("name")).hasText("shipped network");
        figure.draw(seven());
        assertThat(figure.status()).hasText(Pattern.compile("7, with .*"));
    }

    @Test
    void aFileThatCannotBeReadIsSaid() {
        Page page = visitor.tab();
        page.addInitScript("Blob.prototype.arrayBuffer = () => Promise.reject(new Error('it was moved'));");
        visitor.visit(page);
        DrawFigure figure = new DrawFigure(page);

        figure.fileField().setInputFiles(payload("gone.safetensors", new byte[8]));

        assertThat(figure.error())
                .hasText("gone.safetensors: the file could not be read (it was moved); choose it again");
    }

    @Test
    void aFileTooLargeForAPageIsNotEvenRead(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.safetensors");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength((256 << 20) + 1);
        }
        DrawFigure figure = new DrawFigure(visitor.open());

        figure.fileField().setInputFiles(huge);

        assertThat(figure.error()).hasText("huge.safetensors: expected at most 256 MB but was 257 MB");
    }

    @Test
    void theShippedNetworkSaysWhatItIsAndAnswersAsOnTheJvmBitForBit() {
        Page page = visitor.open();
        DrawFigure figure = new DrawFigure(page);
        assertThat(figure.network("title")).hasText("mnist-small-seed1-f16");
        byte[] file = page.request()
                .get(visitor.address() + "/models/mnist-small-f16/weights.safetensors")
                .body();
        SavedModel shipped = SavedModel.parse(file);
        double accuracy = shipped.metrics().orElseThrow().accuracy().orElseThrow();
        assertThat(figure.network("accuracy")).hasText(String.format(Locale.ROOT, "%.2f %%", 100 * accuracy));
        assertThat(figure.network("parameters")).hasText("72,890");
        assertThat(figure.network("hash")).hasText(shipped.sha256().substring(0, 12));
        String card = figure.link("Model card").getAttribute("href");
        assertThat(page.request().get(visitor.address() + card).text()).contains(shipped.sha256());

        Drawing drawing = figure.draw(seven());

        assertThat(figure.status()).containsText("7, with");
        assertThat(probabilities(figure)).isEqualTo(onTheJvm(file, drawing));
    }

    @Test
    void theShippedNetworkComesBack() {
        Page page = visitor.open();
        DrawFigure figure = new DrawFigure(page);
        String shipped = figure.network("hash").textContent();
        TrainSection training = new TrainSection(page);
        training.fill("1", "13");
        training.here().button("Train here").click();
        assertThat(training.here().state()).hasText("Done");
        training.here().button(USE).click();
        assertThat(figure.network("name")).hasText("trained in this page");
        Locator sign = training.here().answers();
        assertThat(sign).hasText("A network trained in this page answers your drawings now: draw a digit.");
        assertThat(training.server().answers()).isHidden();
        assertThat(figure.link("Model card")).isHidden();

        figure.button("Back to the shipped network").click();

        assertThat(figure.network("name")).hasText("shipped network");
        assertThat(sign).isHidden();
        assertThat(figure.network("hash")).not().hasText("–");
        assertThat(shipped).isNotEqualTo(training.here().hash().textContent());
    }

    /** The first test digit, a 7. */
    private List<List<Point>> seven() {
        return Skeleton.strokes(new TestDigits(visitor.address()).at(0).image());
    }

    /** In full precision, as the page's numbers say when pointed at. */
    private static List<Float> probabilities(DrawFigure figure) {
        return figure.probabilities().locator(".probability-value").all().stream()
                .map(value -> (float) Double.parseDouble(value.getAttribute("title")))
                .toList();
    }

    private static List<Float> onTheJvm(byte[] file, Drawing drawing) {
        HeapDevice device = new HeapDevice();
        float[] pixels = DigitImage.of(drawing).orElseThrow().pixels();
        SavedModel model = SavedModel.parse(file);
        float[] values = model.build(device, 1)
                .forward(Tensor.of(device, model.network().input().withBatch(1), pixels))
                .toArray();
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    private static FilePayload payload(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }
}
