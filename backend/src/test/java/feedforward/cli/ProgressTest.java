package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter out = new StringWriter();
    private long now;

    @Test
    void logGetsALineEveryTenSeconds() {
        Progress progress = progress(false);

        for (int second = 0; second <= 25; second++) {
            now = TimeUnit.SECONDS.toNanos(second);
            progress.show(second, 100, 100 - second, ", loss 1");
        }
        progress.end();

        assertThat(out.toString().lines())
                .containsExactly(" 10 % 1 min 30 s left, loss 1", " 20 % 1 min 20 s left, loss 1");
    }

    @Test
    void terminalGetsABarInOnePlace() {
        Progress progress = progress(true);

        now = TimeUnit.SECONDS.toNanos(1);
        progress.show(50, 100, 5, "");

        assertThat(out.toString()).isEqualTo("\r[###############               ]  50 % 5 s left  ");
    }

    private Progress progress(boolean terminal) {
        return new Progress(new PrintWriter(out), terminal, () -> now);
    }
}
