package feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.IdxFile;
import feedforward.data.ImageExamples;
import feedforward.data.Mnist;
import feedforward.device.HeapDevice;
import feedforward.loss.LossKind;
import feedforward.train.Evaluation;
import feedforward.train.EvaluationReport;
import feedforward.train.Recipe;
import feedforward.wire.ModelFormat;
import feedforward.wire.SavedModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The network that ships, as it lies in {@code static}: made by its recipe, described by its card; and the same rounded to float16,
 * which the page draws with.
 */
class ShippedNetworkTest {
    private static final int DIGITS = 200;
    private static final int BATCH = 100;

    private static final String TRAINED = "mnist-small";
    private static final String ROUNDED = "mnist-small-f16";

    private SavedModel shipped;
    private SavedModel rounded;

    @BeforeEach
    void read() throws IOException {
        shipped = SavedModel.parse(file(TRAINED, "weights.safetensors"));
        rounded = SavedModel.parse(file(ROUNDED, "weights.safetensors"));
    }

    @Test
    void followsItsRecipeWithSeedOne() {
        assertThat(shipped.run()).contains(Recipe.MNIST_SMALL.spec().withSeed(1));
        assertThat(shipped.network()).isEqualTo(Recipe.MNIST_SMALL.spec().network());
        assertThat(shipped.title()).isEqualTo("mnist-small-seed1");
    }

    @ParameterizedTest
    @ValueSource(strings = {TRAINED, ROUNDED})
    void cardAndConfigAreThoseThatExportMakesOfIt(String folder) throws IOException {
        SavedModel model = folder.equals(TRAINED) ? shipped : rounded;
        Map<String, byte[]> exported = unzip(ModelFormat.ZIP.write(model));

        for (String name : new String[] {"README.md", "config.json", "weights.safetensors"}) {
            assertThat(file(folder, name)).as(name).isEqualTo(exported.get(name));
        }
        assertThat(new String(file(folder, "README.md"), StandardCharsets.UTF_8))
                .contains("| SHA-256 of the weights | " + model.sha256())
                .contains("| Parameters | 72,890 |\n");
    }

    @Test
    void theRoundedOneIsTheOtherToTheNearestFloat16AndItsCardSaysSo() throws IOException {
        assertThat(rounded.with(shipped.metrics().orElseThrow()))
                .isEqualTo(shipped.rounded().with(shipped.metrics().orElseThrow()));
        assertThat(rounded.sha256()).isNotEqualTo(shipped.sha256());
        assertThat(rounded.metrics().orElseThrow().accuracy().orElseThrow())
                .isGreaterThanOrEqualTo(
                        shipped.metrics().orElseThrow().accuracy().orElseThrow() - 0.0005);
        assertThat(new String(file(ROUNDED, "README.md"), StandardCharsets.UTF_8))
                .startsWith("# mnist-small-seed1-f16\n")
                .contains("| Rounded | to the nearest float16")
                .contains("| … SHA-256 of the weights | " + shipped.sha256() + " |\n")
                .doesNotContain("the same weights");
    }

    @ParameterizedTest
    @ValueSource(strings = {TRAINED, ROUNDED})
    void readsTestDigits(String folder) throws IOException {
        HeapDevice device = new HeapDevice();
        SavedModel model = folder.equals(TRAINED) ? shipped : rounded;

        EvaluationReport report =
                Evaluation.of(model.build(device, BATCH), LossKind.CROSS_ENTROPY, device, firstTestDigits(), BATCH);

        assertThat(report.accuracy().orElseThrow()).isGreaterThanOrEqualTo(0.985);
    }

    private static ImageExamples firstTestDigits() throws IOException {
        String images = Mnist.FILES.get(2);
        String labels = Mnist.FILES.get(3);
        byte[] pixels = IdxFile.parseImages(images, mnist(images)).pixels();
        byte[] digits = IdxFile.parseLabels(labels, mnist(labels), Mnist.CLASSES);
        int size = pixels.length / digits.length;
        return new ImageExamples(
                Arrays.copyOf(pixels, DIGITS * size), Arrays.copyOf(digits, DIGITS), size, Mnist.CLASSES);
    }

    private static byte[] mnist(String name) throws IOException {
        byte[] compressed = resource("/data/mnist/" + name + ".gz");
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return content.readAllBytes();
        }
    }

    private static byte[] file(String folder, String name) throws IOException {
        return resource("/web/models/" + folder + "/" + name);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = ShippedNetworkTest.class.getResourceAsStream(name)) {
            assertThat(resource).as(name).isNotNull();
            return resource.readAllBytes();
        }
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
