package feedforward.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The file that an option such as {@code --out} names: checked before the work, which may be long. */
final class OutFile {
    private OutFile() {}

    /**
     * @param example a name that such a file may have
     * @throws ParameterException if it is a folder, or in none that can be written to
     */
    static void requireWritable(CommandSpec spec, String option, Path file, String example) {
        if (Files.isDirectory(file)) {
            throw misplaced(
                    spec,
                    option,
                    "a file but " + file + " is a folder; name a file in it, such as " + file.resolve(example));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw misplaced(spec, option, "a file in a folder that is there but " + folder + " is none; make it first");
        }
        if (!Files.isWritable(folder)) {
            throw misplaced(
                    spec,
                    option,
                    "a file in a folder that can be written to but " + folder + " cannot; choose another");
        }
    }

    private static ParameterException misplaced(CommandSpec spec, String option, String reason) {
        return new ParameterException(spec.commandLine(), option + ": expected " + reason);
    }
}
