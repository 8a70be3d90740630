package feedforward.layer;

import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.tensor.Tensor;

/**
 * A function of each value alone: Y = f(X).
 *
 * <p>Shapes: X and Y [N, …] alike. Backward: dX = dY·f′.
 */
public final class ActivationLayer implements Layer {
    private final Device device;
    private final InputShape input;
    private final Activation activation;
    private final Tensor outputs;
    private final Tensor inputGradients;
    private Tensor x;

    ActivationLayer(Activation activation, LayerContext context) {
        device = context.device();
        input = InputShape.of("Activation", context);
        this.activation = activation;
        outputs = Tensor.zeros(device, context.input().withBatch(context.batch()));
        inputGradients = Tensor.zeros(device, context.input().withBatch(context.batch()));
        x = outputs;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        this.x = x;
        device.elements().activation(activation, x.shape().elements(), x.buffer(), outputs.buffer());
        return outputs.rows(examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        Tensor saved = activation.gradientNeedsInput() ? x : outputs;
        device.elements()
                .activationGradient(
                        activation, dY.shape().elements(), saved.buffer(), dY.buffer(), inputGradients.buffer());
        return inputGradients.rows(x.shape().size(0));
    }
}
