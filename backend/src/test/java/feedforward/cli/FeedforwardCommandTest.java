package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedforwardCommandTest {

    @Test
    void helpNamesEverySubcommand() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("serve", "train", "evaluate", "bench", "--port", "--data-dir");
    }

    @Test
    void versionIsOneLine() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).containsExactly("feedforward development");
    }

    @Test
    void optionBeforeASubcommandIsWrongUsage() {
        CommandRun run = CommandRun.of("--port", "1", "train", "curve-tanh", "--epochs", "1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        "--port: expected after \"train\" but was before it; write it behind",
                        "See feedforward --help");
        assertThat(run.out()).isEmpty();
        assertThat(CommandRun.of("--version", "train").exitCode()).isZero();
    }

    @Test
    void wrongUsageIsExitCodeTwo() {
        CommandRun run = CommandRun.of("fly");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Unmatched argument at index 0: 'fly'").contains("See feedforward --help");
        assertThat(run.out()).isEmpty();
    }
}
