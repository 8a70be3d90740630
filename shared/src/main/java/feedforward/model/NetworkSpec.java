package feedforward.model;

import feedforward.device.Activation;
import feedforward.layer.ActivationSpec;
import feedforward.layer.LayerContext;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/**
 * A network's description: the shape of one input and its layers in order.
 *
 * @param input without the batch dimension, such as [784]
 */
public record NetworkSpec(Shape input, List<LayerSpec> layers) {
    public static final int MOST_LAYERS = LayerContext.MOST_LAYERS;
    public static final int MOST_PARAMETERS = 50_000_000;

    /**
     * @throws IllegalArgumentException if there are no layers or more than 100, the input is empty, or there are no
     *     parameters or more than 50 million
     * @throws feedforward.tensor.ShapeException if a layer cannot take what the layer before it gives; ids only the first can
     */
    public NetworkSpec {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layers.size() > MOST_LAYERS) {
            throw new IllegalArgumentException("Network layers: expected 1 to 100 but was " + layers.size());
        }
        if (input.elements() == 0) {
            throw new IllegalArgumentException("Network input: expected at least one value but was " + input);
        }
        requireIdsFirst(layers);
        long parameters = sum(LayerSpec::parameters, input, layers);
        if (parameters == 0) {
            throw new IllegalArgumentException("Network layers: expected at least one with weights but was " + layers);
        }
        if (parameters > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "Network: expected at most " + MOST_PARAMETERS + " parameters but was " + parameters);
        }
    }

    /** The shape of one output. */
    public Shape output() {
        return outputOf(input, layers);
    }

    /** The names of the layers, which their parameters' names begin with: each kind's prefix, numbered from 1. */
    public List<String> layerNames() {
        Map<String, Integer> numbers = new HashMap<>();
        return layers.stream()
                .map(layer -> layer.prefix() + numbers.merge(layer.prefix(), 1, Integer::sum))
                .toList();
    }

    /** How many ids there are where the network takes ids 0, 1, …; 0 where it takes numbers. */
    public int vocabulary() {
        return layers.get(0).vocabulary();
    }

    public boolean endsInSoftmax() {
        return layers.get(layers.size() - 1) instanceof SoftmaxSpec;
    }

    /** With a sigmoid as a layer of its own, not as the activation of the last. */
    public boolean endsInSigmoid() {
        return layers.get(layers.size() - 1).equals(new ActivationSpec(Activation.SIGMOID));
    }

    /** The number of weights and biases. */
    public int parameters() {
        return (int) sum(LayerSpec::parameters, input, layers);
    }

    /** The number of values in files of its weights: with what is kept but not learnt. */
    public long stored() {
        return sum(LayerSpec::stored, input, layers);
    }

    /** The number of values that are kept for each example of a batch: its input, and what each layer keeps. */
    public long valuesPerExample() {
        return input.elements() + sum(LayerSpec::valuesPerExample, input, layers);
    }

    private static void requireIdsFirst(List<LayerSpec> layers) {
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).vocabulary() > 0) {
                throw new ShapeException(
                        "Network layers[" + i + "]: expected a layer that takes numbers, since ids come in only at"
                                + " the first, but was " + layers.get(i));
            }
        }
    }

    private static Shape outputOf(Shape input, List<LayerSpec> layers) {
        Shape shape = input;
        for (LayerSpec layer : layers) {
            shape = layer.output(shape);
        }
        return shape;
    }

    private static long sum(ToLongBiFunction<LayerSpec, Shape> number, Shape input, List<LayerSpec> layers) {
        long count = 0;
        Shape shape = input;
        for (LayerSpec layer : layers) {
            Shape output = layer.output(shape);
            count += number.applyAsLong(layer, shape);
            shape = output;
        }
        return count;
    }
}
