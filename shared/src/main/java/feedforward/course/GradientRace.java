package feedforward.course;

import feedforward.course.DigitTraining.Score;
import feedforward.course.HandGradientRun.Rule;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.layer.Initialiser;
import java.util.ArrayList;
import java.util.List;

/**
 * The right formula and the notebook's beside each other: same digits, same initial weights, same batches, the same steps at the same
 * time. Mutable.
 */
public final class GradientRace implements SlicedTraining {
    /** With these the notebook's loss falls to 0.85 in the first epoch and is back at 1.25 after the seventh. */
    public static final HandGradientRun.Settings USUAL =
            new HandGradientRun.Settings(new Initialiser.Uniform(0.65f), 0.1f, 100, 1);

    public static final int USUAL_EPOCHS = 7;

    private final DigitTraining right;
    private final DigitTraining notebook;

    /** Both after an epoch; 0 is before the first. */
    public record Point(int epoch, Score right, Score notebook) {}

    public GradientRace(Dataset mnist, HandGradientRun.Settings settings, int epochs, Device device) {
        right = new DigitTraining(Rule.RIGHT, settings, mnist, epochs, device);
        notebook = new DigitTraining(Rule.NOTEBOOK, settings, mnist, epochs, device);
    }

    @Override
    public void advance() {
        right.advance();
        notebook.advance();
    }

    @Override
    public boolean finished() {
        return right.finished();
    }

    @Override
    public boolean settled() {
        return right.settled();
    }

    @Override
    public int steps() {
        return right.steps();
    }

    @Override
    public int totalSteps() {
        return right.totalSteps();
    }

    @Override
    public double epochsDone() {
        return right.epochsDone();
    }

    public List<Point> points() {
        List<Score> one = right.scores();
        List<Score> other = notebook.scores();
        List<Point> points = new ArrayList<>();
        for (int epoch = 0; epoch < one.size(); epoch++) {
            points.add(new Point(epoch, one.get(epoch), other.get(epoch)));
        }
        return points;
    }

    /** The hash of one's weights. */
    public String sha256(Rule rule) {
        return (rule == Rule.RIGHT ? right : notebook).sha256();
    }
}
