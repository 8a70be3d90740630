package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import feedforward.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzExportTest {
    private static final Map<String, StoredTensor> WEIGHTS = weights();

    @Test
    void matrixIsOneNpyFileOfTheFormat() throws IOException {
        byte[] npy = files().get("fc1.weight.npy");

        // 128 bytes of header: 10 before the dictionary, whose length is then 118.
        byte[] begin = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0};
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
        assertThat(npy).startsWith(begin).hasSize(128 + 4 * 6);
        assertThat(new String(npy, 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo(dictionary + " ".repeat(117 - dictionary.length()) + "\n");
        float[] values = new float[6];
        ByteBuffer.wrap(npy, 128, 24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        assertThat(values).containsExactly(1, 2, 3, 4, 5, -6.5f);
    }

    @Test
    void shapesAreTuplesOfPython() throws IOException {
        assertThat(new String(files().get("fc1.bias.npy"), StandardCharsets.ISO_8859_1))
                .contains("'shape': (2,), }");
        assertThat(new String(files().get("scalar.npy"), StandardCharsets.ISO_8859_1))
                .contains("'shape': (), }");
        assertThat(new String(files().get("conv1.weight.npy"), StandardCharsets.ISO_8859_1))
                .contains("'shape': (1, 2, 1, 3), }");
    }

    @Test
    void numpyReadsTheSame(@TempDir Path folder) throws IOException, InterruptedException {
        assumeThat(python(folder, "import numpy")).as("python3 with numpy").isEqualTo("");
        Files.write(folder.resolve("weights.npz"), NpzExport.write(WEIGHTS));

        String read = python(
                folder,
                "import numpy",
                "for name, value in numpy.load('weights.npz').items():",
                "    print(name, value.dtype, value.shape, value.flatten().tolist())");

        assertThat(read).isEqualTo("""
                        fc1.weight float32 (2, 3) [1.0, 2.0, 3.0, 4.0, 5.0, -6.5]
                        fc1.bias float32 (2,) [0.0, -0.0]
                        scalar float32 () [7.0]
                        conv1.weight float32 (1, 2, 1, 3) [0.0, 0.0, 0.0, 0.0, 0.0, 0.25]
                        """);
    }

    private static Map<String, StoredTensor> weights() {
        Map<String, StoredTensor> weights = new LinkedHashMap<>();
        weights.put("fc1.weight", new StoredTensor(Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, -6.5f}));
        weights.put("fc1.bias", new StoredTensor(Shape.of(2), new float[] {0, -0f}));
        weights.put("scalar", new StoredTensor(Shape.of(), new float[] {7}));
        weights.put("conv1.weight", new StoredTensor(Shape.of(1, 2, 1, 3), new float[] {0, 0, 0, 0, 0, 0.25f}));
        return weights;
    }

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(NpzExport.write(WEIGHTS)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** What a script prints, complaints too. */
    private static String python(Path folder, String... lines) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", String.join("\n", lines))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return out;
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
