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

/** The network that the page draws with, as it lies in {@code static}: made by its recipe, described by its card. */
class ShippedNetworkTest {
    private static final int DIGITS = 200;
    private static final int BATCH = 100;

    private SavedModel shipped;

    @BeforeEach
    void read() throws IOException {
        shipped = SavedModel.parse(file("weights.safetensors"));
    }

    @Test
    void followsItsRecipeWithSeedOne() {
        assertThat(shipped.run()).contains(Recipe.MNIST_SMALL.spec().withSeed(1));
        assertThat(shipped.network()).isEqualTo(Recipe.MNIST_SMALL.spec().network());
        assertThat(shipped.title()).isEqualTo("mnist-small-seed1");
    }

    @Test
    void cardAndConfigAreThoseThatExportMakesOfIt() throws IOException {
        Map<String, byte[]> exported = unzip(ModelFormat.ZIP.write(shipped));

        for (String name : new String[] {"README.md", "config.json", "weights.safetensors"}) {
            assertThat(file(name)).as(name).isEqualTo(exported.get(name));
        }
        assertThat(new String(file("README.md"), StandardCharsets.UTF_8))
                .contains("| SHA-256 of the weights | " + shipped.sha256() + " |\n")
                .contains("| Parameters | 72,890 |\n");
    }

    @Test
    void readsTestDigits() throws IOException {
        HeapDevice device = new HeapDevice();

        EvaluationReport report =
                Evaluation.of(shipped.build(device, BATCH), LossKind.CROSS_ENTROPY, device, firstTestDigits(), BATCH);

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

    private static byte[] file(String name) throws IOException {
        return resource("/web/models/mnist-small/" + name);
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
