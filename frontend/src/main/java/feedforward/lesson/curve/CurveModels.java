package feedforward.lesson.curve;

import feedforward.course.CurvePoints;
import feedforward.course.LogisticCurve;
import feedforward.course.StraightLine;
import feedforward.data.Curve;

/** What else could stand for the same points: the best line, the best logistic curve, the curve they were made from. */
record CurveModels(StraightLine line, double lineCost, LogisticCurve logistic, double logisticCost, double truthCost) {

    static CurveModels of(CurvePoints points) {
        float[] x = points.places();
        StraightLine line = StraightLine.best(points);
        LogisticCurve logistic = LogisticCurve.best(points);
        float[] truth = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            truth[i] = (float) Curve.truth(x[i]);
        }
        return new CurveModels(
                line, points.cost(line.outputs(x)), logistic, points.cost(logistic.outputs(x)), points.cost(truth));
    }
}
