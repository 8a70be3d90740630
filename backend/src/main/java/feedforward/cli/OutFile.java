package feedforward.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A file that an option names to be written: checked before the work, which may be long.
 *
 * @param option such as "--out"
 */
record OutFile(CommandSpec spec, String option, Path file) {

    /**
     * @param example a name that such a file may have
     * @throws ParameterException if it is a folder, or in none that can be written to
     */
    void requireWritable(String example) {
        if (Files.isDirectory(file)) {
            throw misplaced("a file but " + file + " is a folder; name a file in it, such as " + file.resolve(example));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw misplaced("a file in a folder that is there but " + folder + " is none; make it first");
        }
        if (!Files.isWritable(folder)) {
            throw misplaced("a file in a folder that can be written to but " + folder + " cannot; choose another");
        }
    }

    private ParameterException misplaced(String reason) {
        return new ParameterException(spec.commandLine(), option + ": expected " + reason);
    }
}
