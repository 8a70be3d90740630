package feedforward.lesson.playground;

import feedforward.course.HealthMessage;
import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import java.util.List;

/**
 * A network in training as it is seen at one moment.
 *
 * @param spoiled whether the last step failed, since its loss was no finite number
 * @param training and test: the network judged on either part
 * @param parameters weights [in, out] and biases [out] of each dense layer in turn
 * @param outputs of each layer, softmax included, for the pixels of the plane
 * @param side pixels in a row of the plane
 * @param hash of the weights, as files hold them
 */
record Snapshot(
        int step,
        int stepsPerEpoch,
        boolean spoiled,
        EvaluationReport training,
        EvaluationReport test,
        List<LossPoint> trainingLosses,
        List<LossPoint> testLosses,
        List<HealthMessage> health,
        List<float[]> parameters,
        List<float[]> outputs,
        int side,
        String hash) {

    double epochs() {
        return step / (double) stepsPerEpoch;
    }
}
