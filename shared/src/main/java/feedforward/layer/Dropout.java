package feedforward.layer;

import feedforward.device.Device;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Tensor;

/**
 * In training Y = X·M / (1 − rate), where each of M is 0 with probability {@code rate}, else 1, drawn anew for each step;
 * otherwise Y = X. So the units behind it cannot rely on any single one, and the expected value stays.
 *
 * <p>Shapes: X and Y [N, …] alike. Backward: dX = dY·M / (1 − rate). M is a function of the run's seed, the step, the layer
 * and the place of the value. Source: Srivastava et al. 2014, "inverted" as frameworks do it.
 */
public final class Dropout implements Layer {
    private static final int TWO_TO_24 = 1 << 24;

    private final Device device;
    private final InputShape input;
    private final int index;
    private final int threshold;
    private final float scale;
    private final Tensor outputs;
    private final Tensor inputGradients;

    private feedforward.device.Dropout mask;
    private int examples;

    Dropout(float rate, LayerContext context) {
        device = context.device();
        input = InputShape.of("Dropout", context);
        index = context.index();
        threshold = (int) (rate * TWO_TO_24);
        scale = 1f / (1f - rate);
        outputs = Tensor.zeros(device, context.input().withBatch(context.batch()));
        inputGradients = Tensor.zeros(device, context.input().withBatch(context.batch()));
        mask = mask(new TrainingStep(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        examples = input.examples(x);
        if (!pass.training()) {
            return x;
        }
        mask = mask(pass.step());
        device.elements().dropout(mask, x.shape().elements(), x.buffer(), outputs.buffer());
        return outputs.rows(examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        device.elements().dropout(mask, dY.shape().elements(), dY.buffer(), inputGradients.buffer());
        return inputGradients.rows(examples);
    }

    private feedforward.device.Dropout mask(TrainingStep step) {
        long draw = (long) step.number() * LayerContext.MOST_LAYERS + index;
        return new feedforward.device.Dropout(
                CounterRng.of(step.seed(), CounterRng.Stream.DROPOUT, draw).counter(), threshold, scale);
    }
}
