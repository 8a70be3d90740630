package feedforward.jobs;

import feedforward.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The weights of finished jobs, {@code <id>.safetensors} in one folder; they outlive the server. */
final class JobFiles {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    private final Path folder;

    JobFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void write(String id, byte[] content) throws IOException {
        AtomicFile.write(file(id), content);
    }

    /** Empty too for what is no id at all. */
    Optional<byte[]> read(String id) {
        if (!ID.matcher(id).matches() || !Files.exists(file(id))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".safetensors");
    }
}
