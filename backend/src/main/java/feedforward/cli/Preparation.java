package feedforward.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A step before a command's work, which may read files. */
interface Preparation<T> {
    T get() throws IOException;

    /**
     * What the step gives.
     *
     * @throws ParameterException if the step refuses what the command line or its files say: that is wrong usage
     */
    static <T> T run(CommandSpec spec, Preparation<T> step) throws IOException {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
