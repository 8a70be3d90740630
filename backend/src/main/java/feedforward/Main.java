package feedforward;

import feedforward.cli.FeedforwardCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The program: {@code java -jar feedforward.jar}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(FeedforwardCommand.commandLine()
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .execute(arguments));
    }

    /** Where no language is set, Java would write ASCII alone; there UTF-8 is what a terminal or a log expects. */
    private static PrintWriter writer(FileDescriptor stream) {
        Charset language = Charset.defaultCharset();
        Charset charset = language.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : language;
        return new PrintWriter(new FileOutputStream(stream), true, charset);
    }
}
