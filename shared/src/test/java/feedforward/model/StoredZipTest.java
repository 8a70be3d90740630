package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredZipTest {
    private static final StoredZip ZIP = new StoredZip()
            .add("a/ä.txt", new byte[] {1, 2, 3})
            .add("empty", new byte[0])
            .add("b", new byte[70_000]);

    /** From the front, by the files' own headers; the checksums are checked. */
    @Test
    void streamFindsTheFiles() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ZIP.toBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }

        assertThat(files.keySet()).containsExactly("a/ä.txt", "empty", "b");
        assertThat(files.get("a/ä.txt")).containsExactly(1, 2, 3);
        assertThat(files.get("empty")).isEmpty();
        assertThat(files.get("b")).isEqualTo(new byte[70_000]);
    }

    /** By the directory at the end. */
    @Test
    void directoryFindsTheFiles(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("zip"), ZIP.toBytes());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("a/ä.txt");

            assertThat(zip.size()).isEqualTo(3);
            assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
            assertThat(zip.getInputStream(entry).readAllBytes()).containsExactly(1, 2, 3);
            assertThat(zip.getInputStream(zip.getEntry("b")).readAllBytes()).hasSize(70_000);
        }
    }

    /** Signature, version 1.0, and bit 11: names are UTF-8. Java reads them as such without it, others do not. */
    @Test
    void namesAreMarkedAsUtf8() {
        assertThat(ZIP.toBytes()).startsWith('P', 'K', 3, 4, 10, 0, 0, 8);
    }

    /** A zip of nothing is the end record alone: the signature and zeros. */
    @Test
    void zipOfNothingIsItsEnd() {
        byte[] end = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, end, 0, 4);

        assertThat(new StoredZip().toBytes()).isEqualTo(end);
    }

    @Test
    void nameTwiceIsRefused() {
        assertThatThrownBy(() -> new StoredZip().add("a", new byte[0]).add("a", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("StoredZip: expected each name once but \"a\" came twice");
    }
}
