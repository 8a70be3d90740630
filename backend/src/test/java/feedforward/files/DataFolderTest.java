package feedforward.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void openingDeletesOldWeightsAndUnfinishedFilesOnly() throws IOException {
        try (DataFolder first = DataFolder.open(folder)) {
            for (Path part : new Path[] {first.jobs(), first.models()}) {
                Files.createFile(part.resolve("0123456789abcdef.safetensors"));
                Files.createFile(part.resolve(".0123456789abcdef.safetensors." + UUID.randomUUID()));
                Files.createFile(part.resolve("mine.safetensors"));
                Files.createFile(part.resolve(".hidden"));
            }
        }

        try (DataFolder second = DataFolder.open(folder)) {
            assertThat(names(second.jobs())).containsExactly(".hidden", "mine.safetensors");
            assertThat(names(second.models()))
                    .containsExactly(".hidden", "0123456789abcdef.safetensors", "mine.safetensors");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
