package feedforward.layer;

import feedforward.device.Activation;
import feedforward.tensor.Shape;

/** An {@link ActivationLayer}, on examples of any shape: for behind a normalisation. */
public record ActivationSpec(Activation activation) implements LayerSpec {

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public long parameters(Shape input) {
        return 0;
    }

    @Override
    public String prefix() {
        return "activation";
    }

    @Override
    public Layer build(LayerContext context) {
        return new ActivationLayer(activation, context);
    }
}
