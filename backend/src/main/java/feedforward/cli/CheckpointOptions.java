package feedforward.cli;

import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.files.AtomicFile;
import feedforward.train.Checkpoint;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import feedforward.wire.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** Where a run's checkpoints go, and which one it goes on from. Mutable: remembers when the last was written. */
final class CheckpointOptions {
    private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Where to keep all that the run needs to go on: written about once a minute, and at the end")
    private Optional<Path> kept = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "A checkpoint of the same run, with the same data, seed and epochs, to go on from as if it had never"
                            + " stopped")
    private Optional<Path> resumed = Optional.empty();

    private long writtenAt = System.nanoTime();

    /** The file that is going to be written. */
    Optional<Path> kept() {
        return kept;
    }

    /**
     * The run from its beginning, or from the checkpoint.
     *
     * @throws IllegalArgumentException if the file is no checkpoint, or that of another run
     */
    Run begin(RunSpec spec, Dataset data, Device device) throws IOException {
        return resumed.isEmpty() ? Run.start(spec, data, device) : Run.resume(read(resumed.get(), spec), data, device);
    }

    /** Writes a checkpoint if the last is a minute old, or the run is finished. */
    void keep(Run run) throws IOException {
        long now = System.nanoTime();
        if (kept.isPresent() && (run.finished() || now - writtenAt >= INTERVAL_NANOS)) {
            AtomicFile.write(kept.get(), CheckpointFile.write(run.checkpoint()));
            writtenAt = now;
        }
    }

    private static Checkpoint read(Path file, RunSpec spec) throws IOException {
        Checkpoint checkpoint;
        try {
            checkpoint = CheckpointFile.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("--resume: expected a checkpoint but there is no file " + file, e);
        }
        if (!checkpoint.spec().equals(spec)) {
            throw new IllegalArgumentException("--resume: expected a checkpoint of " + spec + " but " + file + " is of "
                    + checkpoint.spec() + "; give the run, its data, --seed and --epochs that it was begun with");
        }
        return checkpoint;
    }
}
