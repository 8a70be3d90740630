package feedforward.course;

import feedforward.data.Dataset;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.RunSpec;
import java.util.List;

/**
 * What a run of the first notebook's network begins with: 1-H-1, tanh in both layers, plain gradient descent on all the points
 * at once.
 *
 * @param hidden H, 1 … 200
 */
public record CurveSetup(CurvePoints points, int hidden, CurveEdit.Rate rate, long seed) {
    public static final int MOST_HIDDEN = 200;
    /** 100 hidden units, rate 0.9: {@link feedforward.train.Recipe#CURVE_TANH}. */
    public static final CurveSetup COURSE =
            new CurveSetup(CurvePoints.ofTheCourse(), 100, new CurveEdit.Rate(900_000), 1);

    /** @throws IllegalArgumentException if the number of hidden units is out of range */
    public CurveSetup {
        if (hidden < 1 || hidden > MOST_HIDDEN) {
            throw new IllegalArgumentException("Hidden units: expected 1 to " + MOST_HIDDEN + " but was " + hidden);
        }
    }

    public CurveSetup with(CurvePoints other) {
        return new CurveSetup(other, hidden, rate, seed);
    }

    public CurveSetup with(CurveEdit.Rate other) {
        return new CurveSetup(points, hidden, other, seed);
    }

    public CurveSetup withHidden(int other) {
        return new CurveSetup(points, other, rate, seed);
    }

    public CurveSetup withSeed(long other) {
        return new CurveSetup(points, hidden, rate, other);
    }

    /** This after an edit. */
    public CurveSetup after(CurveEdit edit) {
        CurveSetup moved = with(edit.applyTo(points));
        return edit instanceof CurveEdit.Rate other ? moved.with(other) : moved;
    }

    /** As long as a run may be: where it stops is for whoever drives it to say. */
    RunSpec spec(Dataset data) {
        return new RunSpec(
                new DataSpec(data.name(), data.sha256(), 0),
                new NetworkSpec(
                        Shape.of(1),
                        List.of(new DenseSpec(hidden, Activation.TANH), new DenseSpec(1, Activation.TANH))),
                LossKind.SQUARED_ERROR,
                new SgdSpec(rate.learningRate()),
                CurvePoints.MOST,
                RunSpec.MOST_EPOCHS,
                seed);
    }
}
