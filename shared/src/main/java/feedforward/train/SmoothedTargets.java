package feedforward.train;

import feedforward.device.Device;
import feedforward.loss.LossKind;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/** The targets of a training batch as {@link Regularisation#labelSmoothing} changes them. Mutable: owns the last batch's. */
final class SmoothedTargets {
    private final Device device;
    private final float keep;
    private final float share;
    private final Tensor targets;

    /** @param shape of the targets of the largest batch; the classes are its last dimension */
    SmoothedTargets(Device device, LossKind loss, float smoothing, Shape shape) {
        this.device = device;
        int classes = loss.includesSoftmax() ? shape.size(shape.rank() - 1) : 2;
        keep = 1f - smoothing;
        share = smoothing / classes;
        targets = Tensor.zeros(device, shape);
    }

    /** A copy: the batch itself may be kept for the next step. */
    Tensor of(Tensor batch) {
        int n = batch.shape().elements();
        Tensor smoothed = targets.rows(batch.shape().size(0));
        device.elements().scale(n, 1, batch.buffer(), smoothed.buffer());
        device.losses().smooth(n, keep, share, smoothed.buffer());
        return smoothed;
    }
}
