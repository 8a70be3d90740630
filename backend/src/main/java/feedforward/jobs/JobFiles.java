package feedforward.jobs;

import feedforward.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of this server's finished jobs, {@code <id>.safetensors} in one folder: the newest, as many as have {@code most}
 * bytes together, but always the last. Mutable and thread-safe.
 */
final class JobFiles {
    private final Path folder;
    private final long most;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();

    JobFiles(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    synchronized void write(String id, byte[] content) throws IOException {
        AtomicFile.write(file(id), content);
        sizes.put(id, content.length);
        while (sizes.size() > 1 && bytes() > most) {
            delete(sizes.keySet().iterator().next());
        }
    }

    /** Empty for a job without weights, for one whose weights had to make room, and for what is no job at all. */
    synchronized Optional<byte[]> read(String id) {
        if (!sizes.containsKey(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void delete(String id) {
        sizes.remove(id);
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long bytes() {
        return sizes.values().stream().mapToLong(Integer::longValue).sum();
    }

    private Path file(String id) {
        return folder.resolve(id + ".safetensors");
    }
}
