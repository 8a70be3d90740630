package feedforward.course;

import feedforward.course.HandGradientRun.Rule;
import feedforward.course.HandGradientRun.Settings;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.train.EvaluationReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Softmax regression on the notebook's 50,000 digits, judged on all its training and test images before the first epoch and after
 * each. Mutable.
 */
public final class DigitTraining implements SlicedTraining {
    private static final int SLICE = 500;

    private final HandGradientRun run;
    private final NotebookExamples train;
    private final NotebookExamples test;
    private final int epochs;
    private final List<Score> scores = new ArrayList<>();
    private Tally trainTally = new Tally();
    private Tally testTally = new Tally();

    /** Mean cost and part of wrong answers on training and test images. */
    public record Score(double trainLoss, double trainError, double testLoss, double testError) {}

    public DigitTraining(Rule rule, Settings settings, Dataset mnist, int epochs, Device device) {
        this.epochs = epochs;
        train = NotebookExamples.training(mnist.train());
        test = new NotebookExamples(mnist.test(), 0, mnist.test().count());
        run = new HandGradientRun(rule, settings, train, device);
    }

    @Override
    public void advance() {
        if (run.steps() < scores.size() * run.stepsPerEpoch()) {
            run.step();
        } else if (trainTally.count < train.count()) {
            trainTally = trainTally.and(run, train);
        } else if (testTally.count < test.count()) {
            testTally = testTally.and(run, test);
        } else {
            scores.add(new Score(trainTally.loss(), trainTally.error(), testTally.loss(), testTally.error()));
            trainTally = new Tally();
            testTally = new Tally();
        }
    }

    @Override
    public boolean finished() {
        return scores.size() > epochs;
    }

    @Override
    public boolean settled() {
        return finished() || run.steps() < scores.size() * run.stepsPerEpoch();
    }

    @Override
    public double epochsDone() {
        return (double) run.steps() / run.stepsPerEpoch();
    }

    @Override
    public int steps() {
        return run.steps();
    }

    @Override
    public int totalSteps() {
        return epochs * run.stepsPerEpoch();
    }

    /** The first is that of the initial weights. */
    public List<Score> scores() {
        return List.copyOf(scores);
    }

    /** The hash of the weights. */
    public String sha256() {
        return run.sha256();
    }

    /** What was judged so far: how many, and the sums over them. */
    private record Tally(int count, double lossSum, double right) {
        Tally() {
            this(0, 0, 0);
        }

        Tally and(HandGradientRun run, NotebookExamples examples) {
            NotebookExamples part = examples.part(count, SLICE);
            EvaluationReport report = run.judge(part);
            return new Tally(
                    count + part.count(),
                    lossSum + report.loss() * part.count(),
                    right + report.accuracy().orElseThrow() * part.count());
        }

        double loss() {
            return lossSum / count;
        }

        double error() {
            return 1 - right / count;
        }
    }
}
