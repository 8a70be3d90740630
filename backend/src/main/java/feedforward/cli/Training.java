package feedforward.cli;

import feedforward.train.EvaluationReport;
import feedforward.train.Run;
import feedforward.train.RunDriver;
import feedforward.train.RunSnapshot;
import feedforward.train.RunState;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A run at work: its slices, between which it shows how far it is and keeps checkpoints. Mutable. */
final class Training {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final RunDriver driver;
    private final CheckpointOptions checkpoints;
    private final Progress progress;
    private final boolean text;

    /** @param text whether the loss is one of characters, in nats */
    Training(Run run, CheckpointOptions checkpoints, PrintWriter err, boolean text) {
        driver = new RunDriver(run, System::nanoTime);
        this.checkpoints = checkpoints;
        progress = Progress.on(err);
        this.text = text;
    }

    /** Works to the run's end; what a visitor would see then. */
    RunSnapshot work() throws IOException {
        while (!driver.run().finished()) {
            driver.work(SLICE_NANOS);
            checkpoints.keep(driver.run());
            RunSnapshot now = driver.snapshot(RunState.RUNNING);
            progress.show(now.step(), now.totalSteps(), now.secondsLeft(), remark(now));
        }
        progress.end();
        return driver.snapshot(RunState.FINISHED);
    }

    private String remark(RunSnapshot now) {
        String loss = now.losses().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", loss %.4g",
                        now.losses().get(now.losses().size() - 1).loss());
        return text ? loss + now.lastEvaluation().map(Training::validation).orElse("") : loss;
    }

    private static String validation(EvaluationReport report) {
        return ", validation " + TextScore.inWords(report.loss()) + " a character";
    }
}
