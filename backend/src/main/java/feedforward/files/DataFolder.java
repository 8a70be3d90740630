package feedforward.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a server keeps its files: {@code jobs/}, the weights of its jobs, and {@code models/}, which outlive it. Jobs live in
 * their server's memory only, so weights of earlier servers have nobody left who knows them. Opening deletes them, and files that a
 * killed server left unfinished, but no others, and nothing while another server works here: each holds a shared lock on {@code .lock} until
 * it ends, however it ends, and only who gets that lock alone deletes.
 */
public final class DataFolder implements AutoCloseable {
    private static final Pattern WEIGHTS = Pattern.compile("[0-9a-f]{16}\\.safetensors");

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** One at a time in a JVM; made if missing. */
    public static DataFolder open(Path folder) throws IOException {
        for (String part : List.of("jobs", "models")) {
            Files.createDirectories(folder.resolve(part));
        }
        FileChannel lock = FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        DataFolder opened = new DataFolder(folder, lock);
        try (FileLock alone = lock.tryLock()) {
            if (alone != null) {
                opened.deleteWhatNobodyKnows();
            }
        }
        lock.lock(0, Long.MAX_VALUE, true);
        return opened;
    }

    public Path jobs() {
        return folder.resolve("jobs");
    }

    public Path models() {
        return folder.resolve("models");
    }

    /** Lets go of the folder; what is in it stays. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private void deleteWhatNobodyKnows() throws IOException {
        try (Stream<Path> jobs = Files.list(jobs());
                Stream<Path> models = Files.list(models())) {
            List<Path> unknown = Stream.concat(
                            jobs.filter(file -> isWeights(file) || AtomicFile.isUnfinished(file)),
                            models.filter(AtomicFile::isUnfinished))
                    .toList();
            for (Path file : unknown) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isWeights(Path file) {
        return WEIGHTS.matcher(file.getFileName().toString()).matches();
    }
}
