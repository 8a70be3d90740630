package feedforward.layer;

import feedforward.tensor.Shape;

/** A layer's description: what a network is before it has weights. Immutable, and what files and links carry. */
public sealed interface LayerSpec
        permits DenseSpec,
                SoftmaxSpec,
                ActivationSpec,
                Conv2dSpec,
                PoolSpec,
                GlobalAveragePoolSpec,
                FlattenSpec,
                DropoutSpec,
                BatchNormSpec,
                RescaleSpec,
                EmbeddingSpec,
                RecurrentSpec {

    /**
     * The shape of one output for an input of shape {@code input}, both without the batch dimension.
     *
     * @throws feedforward.tensor.ShapeException if the layer cannot take such an input
     */
    Shape output(Shape input);

    /** The number of weights and biases, all that is learnt, for an input that {@link #output} takes. */
    long parameters(Shape input);

    /** The number of values in files: with what is kept but not learnt. */
    default long stored(Shape input) {
        return parameters(input);
    }

    /**
     * The number of values that the layer keeps for each example of a batch: unless it says otherwise, its outputs and the
     * gradients of its inputs.
     */
    default long valuesPerExample(Shape input) {
        return (long) output(input).elements() + input.elements();
    }

    /** The prefix of parameter names in files, PyTorch's custom: "fc", "conv"; numbered from 1 per prefix. */
    String prefix();

    Layer build(LayerContext context);

    /** How many ids there are where the layer takes ids 0, 1, …, which only a network's first can; 0 where it takes numbers. */
    default int vocabulary() {
        return 0;
    }
}
