package feedforward.lesson.playground;

import feedforward.course.Edit;
import feedforward.course.ExperimentRun;
import feedforward.course.Health;
import feedforward.course.Judge;
import feedforward.course.PlaneView;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.train.DivergedException;
import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import feedforward.train.RunSpec;
import java.util.ArrayList;
import java.util.List;

/** A network in training, and what looks at it. Mutable. */
final class Trial {
    /** Products and activations, each counted as ten, for one picture of the plane: about 2 ms. */
    private static final int WORK = 1_000_000;

    private static final int[] SIDES = {64, 48, 40, 32, 24, 20};
    private static final int ACTIVATION = 10;

    private final ExperimentRun run;
    private final Judge judge;
    private final PlaneView plane;
    private final LossHistory history;
    private final double guess;
    private final int side;
    private final int stepsPerEpoch;
    private boolean spoiled;

    /** @throws IllegalArgumentException if the journal does not fit the network */
    Trial(Settings settings, List<Edit> journal, Dataset data, Device device) {
        RunSpec spec = settings.spec(data);
        run = new ExperimentRun(spec, journal, data, device);
        judge = new Judge(spec, data, device);
        side = side(spec.network());
        plane = new PlaneView(spec.network(), side, device);
        int examples = data.train().count();
        stepsPerEpoch = (examples + spec.batchSize() - 1) / spec.batchSize();
        history = new LossHistory(stepsPerEpoch);
        guess = guess(settings.points());
        note();
    }

    int stepsDone() {
        return run.stepsDone();
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    List<Edit> journal() {
        return run.journal();
    }

    /** One step; false where it failed, since its loss was no finite number. */
    boolean step() {
        try {
            run.step();
        } catch (DivergedException e) {
            spoiled = true;
            return false;
        }
        note();
        return true;
    }

    /** @throws IllegalArgumentException if the edit does not fit; nothing is changed then */
    void edit(Edit edit) {
        run.edit(edit);
        spoiled = false;
        note();
    }

    /** @param hashed whether the weights are to be hashed, which costs time */
    Snapshot snapshot(boolean hashed) {
        Network network = run.network();
        EvaluationReport training = judge.training(network);
        EvaluationReport test = judge.test(network);
        List<LossPoint> losses = new ArrayList<>(history.training());
        losses.add(new LossPoint(stepsDone(), spoiled ? Double.NaN : training.loss()));
        return new Snapshot(
                stepsDone(),
                stepsPerEpoch,
                spoiled,
                training,
                test,
                history.training(),
                history.test(),
                new Health(losses, guess, judge.layers(network)).messages(),
                network.parameters().stream()
                        .map(parameter -> parameter.value().toArray())
                        .toList(),
                plane.outputs(network),
                side,
                hashed ? network.sha256() : "");
    }

    private void note() {
        int step = stepsDone();
        if (history.due(step)) {
            history.add(
                    step,
                    judge.training(run.network()).loss(),
                    judge.test(run.network()).loss());
        }
    }

    /** Large networks get a coarser plane, so that a frame stays a frame. */
    private static int side(NetworkSpec network) {
        long work = network.parameters() + ACTIVATION * network.valuesPerExample() / 2;
        for (int side : SIDES) {
            if (work <= WORK / (side * side)) {
                return side;
            }
        }
        return SIDES[SIDES.length - 1];
    }

    /** The cross-entropy of a guess by the classes' frequencies in the training examples: −Σ f·ln f. */
    private static double guess(PlanePoints points) {
        int[] labels = points.all().labels();
        int n = points.toLearnFrom();
        double guess = 0;
        for (int label = 0; label < PlanePoints.MOST_CLASSES; label++) {
            int count = 0;
            for (int i = 0; i < n; i++) {
                count += labels[i] == label ? 1 : 0;
            }
            guess -= count == 0 ? 0 : count * StrictMath.log(count / (double) n) / n;
        }
        return guess;
    }
}
