package feedforward.model;

import feedforward.device.Device;
import feedforward.layer.Layer;
import feedforward.layer.LayerContext;
import feedforward.layer.LayerSpec;
import feedforward.layer.Pass;
import feedforward.layer.Softmax;
import feedforward.loss.LossKind;
import feedforward.tensor.CounterRng;
import feedforward.tensor.FileLayout;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Layers applied one behind the other: Y = Lₙ(… L₂(L₁(X))). Mutable: its parameters change in training, and a result is
 * valid until the next call.
 */
public final class Network {
    private final Shape input;
    private final Layer[] layers;
    private final List<Parameter> parameters;
    private final int firstToLearn;

    private Network(Shape input, Layer[] layers) {
        this.input = input;
        this.layers = layers;
        parameters = Arrays.stream(layers)
                .flatMap(layer -> layer.parameters().stream())
                .toList();
        firstToLearn = firstToLearn(layers);
    }

    /** A network with initial weights drawn by the seed, for batches of at most {@code batch} examples. */
    public static Network build(NetworkSpec spec, Device device, int batch, long seed) {
        List<Layer> layers = new ArrayList<>();
        List<String> names = spec.layerNames();
        Shape shape = spec.input();
        for (LayerSpec layer : spec.layers()) {
            String name = names.get(layers.size());
            CounterRng rng = CounterRng.of(seed, CounterRng.Stream.WEIGHTS, layers.size());
            layers.add(layer.build(new LayerContext(device, shape, batch, name, layers.size(), rng)));
            shape = layer.output(shape);
        }
        return new Network(spec.input(), layers.toArray(new Layer[0]));
    }

    /** The shape of one input, without the batch dimension. */
    public Shape input() {
        return input;
    }

    /** Y [N, outputs] for X [N, input], to judge or to use the network. */
    public Tensor forward(Tensor x) {
        return forward(x, Pass.INFERENCE);
    }

    /** Y [N, outputs] for X [N, input]. */
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = x;
        for (Layer layer : layers) {
            y = layer.forward(y, pass);
        }
        return y;
    }

    /** Each layer's output for X, from the first on, the last of which is Y. */
    public List<Tensor> outputs(Tensor x) {
        List<Tensor> outputs = new ArrayList<>();
        Tensor y = x;
        for (Layer layer : layers) {
            y = layer.forward(y, Pass.INFERENCE);
            outputs.add(y);
        }
        return outputs;
    }

    /** Adds the gradients of the training batch last passed forward to the parameters', for dY = ∂loss/∂Y. */
    public void backward(Tensor dY) {
        Tensor gradient = dY;
        for (int i = layers.length - 1; i > firstToLearn; i--) {
            gradient = layers[i].backward(gradient);
        }
        layers[firstToLearn].backwardToParameters(gradient);
    }

    /** This network up to its logits: the same layers, sharing weights, less a final softmax. */
    public Network withoutSoftmax() {
        return layers[layers.length - 1] instanceof Softmax ? withoutLast() : this;
    }

    /** What a loss takes of this network: its logits, where the loss does what the last layer does itself. */
    public Network scoredBy(LossKind loss) {
        return loss.takesLogits() ? withoutLast() : this;
    }

    /** In the order of the layers. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** A copy of the weights by name, in files' layout. */
    public Map<String, StoredTensor> weights() {
        return StoredTensors.of(kept());
    }

    /** The hash of the weights: of the data section of the safetensors file that holds them. */
    public String sha256() {
        return new Safetensors(Map.of(), weights()).sha256();
    }

    /**
     * Takes over weights in files' layout.
     *
     * @throws WeightsException if a tensor is missing, unknown, or of another shape; nothing is changed then
     */
    public void setWeights(Map<String, StoredTensor> weights) {
        StoredTensors.restore("Weights", kept(), weights);
    }

    /** What its recurrent layers carry from one training batch to the next, by the layer's place in the network, from 0. */
    public List<NamedTensor> carried() {
        List<NamedTensor> carried = new ArrayList<>();
        for (int i = 0; i < layers.length; i++) {
            List<Tensor> states = layers[i].carried();
            for (int j = 0; j < states.size(); j++) {
                carried.add(new NamedTensor(i + "." + j, FileLayout.AS_IT_LIES, states.get(j)));
            }
        }
        return carried;
    }

    /** The place of the first layer with parameters: no gradient is needed before it. */
    private static int firstToLearn(Layer[] layers) {
        int place = 0;
        while (layers[place].parameters().isEmpty()) {
            place++;
        }
        return place;
    }

    private Network withoutLast() {
        return new Network(input, Arrays.copyOf(layers, layers.length - 1));
    }

    private List<NamedTensor> kept() {
        return parameters.stream().map(Parameter::kept).toList();
    }
}
