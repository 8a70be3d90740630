package feedforward.train;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * What {@link Regularisation} does to gradients between backward and update: first the penalties, then the clipping, with
 * norm = √Σg² over all learnt parameters: each one's sum as {@link feedforward.device.UpdateKernels#sumOfSquares} gives it,
 * added in double in their order; where norm &gt; clipNorm, g ← g·(clipNorm/norm), the factor computed in double and rounded.
 */
final class Regulariser {
    private final Device device;
    private final Regularisation spec;
    private final Parameter[] learnt;

    Regulariser(Device device, Regularisation spec, List<Parameter> parameters) {
        this.device = device;
        this.spec = spec;
        learnt = parameters.stream().filter(Parameter::learnt).toArray(Parameter[]::new);
    }

    /** @throws DivergedException if the gradients to be clipped have no finite norm */
    void apply(int step) {
        if (spec.l1() > 0 || spec.l2() > 0) {
            addPenalties();
        }
        if (spec.clipNorm() > 0) {
            clip(step);
        }
    }

    private void addPenalties() {
        for (Parameter parameter : learnt) {
            if (parameter.kind() == Parameter.Kind.WEIGHT) {
                device.updates()
                        .addPenaltyGradient(
                                parameter.value().shape().elements(),
                                spec.l1(),
                                spec.l2(),
                                parameter.value().buffer(),
                                parameter.gradient().buffer());
            }
        }
    }

    private void clip(int step) {
        double squares = 0;
        for (Parameter parameter : learnt) {
            squares += device.updates()
                    .sumOfSquares(
                            parameter.gradient().shape().elements(),
                            parameter.gradient().buffer());
        }
        double norm = Math.sqrt(squares);
        DivergedException.requireFinite(step, "norm of the gradient", norm);
        if (norm > spec.clipNorm()) {
            scale((float) (spec.clipNorm() / norm));
        }
    }

    private void scale(float factor) {
        for (Parameter parameter : learnt) {
            int n = parameter.gradient().shape().elements();
            device.elements()
                    .scale(
                            n,
                            factor,
                            parameter.gradient().buffer(),
                            parameter.gradient().buffer());
        }
    }
}
