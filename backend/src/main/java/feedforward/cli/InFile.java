package feedforward.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command reads. */
final class InFile {
    private InFile() {}

    /** @throws IllegalArgumentException if it is a folder, whose name some systems' own message leaves out */
    static byte[] read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": expected a file but was a folder");
        }
        return Files.readAllBytes(file);
    }
}
