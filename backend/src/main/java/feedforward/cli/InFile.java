package feedforward.cli;

import feedforward.text.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

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

    /** The text of a file in UTF-8. */
    static String text(Path file) throws IOException {
        byte[] content = read(file);
        return parsed(file, () -> Utf8.decode(content, 0, content.length));
    }

    /** What is made of a file's content; a refusal of it begins with the file's name. */
    static <T> T parsed(Path file, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
