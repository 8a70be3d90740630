package feedforward;

import feedforward.cli.FeedforwardCommand;

/** The program: {@code java -jar feedforward.jar}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(FeedforwardCommand.commandLine().execute(arguments));
    }
}
