package feedforward.cli;

import feedforward.train.DivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The program's command, which serves when no subcommand is given. Exit codes: 0 done, 1 failed with one line that says why, 2
 * wrong usage.
 */
@Command(
        name = "feedforward",
        description = "Learn how neural networks learn: serves the course's page, or trains on the command line.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ExportCommand.class,
            BenchCommand.class
        })
public final class FeedforwardCommand implements Callable<Integer> {
    @Mixin
    private ServeOptions options;

    @Spec
    private CommandSpec spec;

    private FeedforwardCommand() {}

    public static CommandLine commandLine() {
        return new CommandLine(new FeedforwardCommand())
                .setExecutionStrategy(FeedforwardCommand::execute)
                .setParameterExceptionHandler(FeedforwardCommand::correct)
                .setExecutionExceptionHandler(FeedforwardCommand::explain);
    }

    @Override
    public Integer call() throws IOException {
        return ServeCommand.serve(spec, options);
    }

    /** An option before a subcommand would count for nothing: it is serve's when there is none. */
    private static int execute(ParseResult arguments) {
        if (arguments.hasSubcommand()) {
            arguments.matchedOptions().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .findFirst()
                    .ifPresent(option -> {
                        throw new ParameterException(
                                arguments.commandSpec().commandLine(),
                                option.longestName() + ": expected after \""
                                        + arguments.subcommand().commandSpec().name()
                                        + "\" but was before it; write it behind");
                    });
        }
        return new CommandLine.RunLast().execute(arguments);
    }

    @SuppressWarnings("UnusedVariable")
    private static int correct(ParameterException mistake, String[] arguments) {
        CommandLine commandLine = mistake.getCommandLine();
        commandLine.getErr().println(mistake.getMessage());
        commandLine.getErr().println("See " + commandLine.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** What the user's files or numbers led to is one line; a fault of ours keeps its stack trace. */
    private static int explain(Exception failure, CommandLine commandLine, ParseResult arguments) throws Exception {
        boolean explained = failure instanceof IllegalArgumentException
                || failure instanceof DivergedException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
        if (!explained) {
            throw failure;
        }
        commandLine.getErr().println(reason(failure));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The JDK's messages on files are the file's name alone. */
    private static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": expected a file but there is none";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": expected to be allowed to open it but was not";
        }
        if (failure instanceof FileAlreadyExistsException other) {
            return other.getFile() + ": expected a folder but was a file";
        }
        return failure.getMessage();
    }
}
