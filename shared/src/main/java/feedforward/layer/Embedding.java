package feedforward.layer;

import feedforward.device.Device;
import feedforward.device.Rows;
import feedforward.tensor.FileLayout;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * A vector for each id: y = W[id], as if a one-hot x were multiplied by W.
 *
 * <p>Shapes: ids [N, T], whole numbers from 0 to V − 1 kept as float32, W [V, units], Y [N, T, units]. Backward: dW[id] += dY, row
 * by row of [N·T]; ids have no gradient, so the layer is a network's first. Initial weights: W uniform in ±0.05, as in Keras.
 */
public final class Embedding implements Layer {
    private static final Initialiser INITIALISER = new Initialiser.Uniform(0.05f);

    private final Device device;
    private final InputShape input;
    private final int units;
    private final Parameter weight;
    private final Tensor outputs;
    private final Tensor noGradient;

    private Tensor ids;
    private Rows rows;

    Embedding(EmbeddingSpec spec, LayerContext context) {
        device = context.device();
        input = InputShape.of("Embedding", context);
        units = spec.units();
        weight = Parameter.zeros(
                device,
                context.name() + ".weight",
                Parameter.Kind.WEIGHT,
                FileLayout.AS_IT_LIES,
                Shape.of(spec.vocabulary(), units));
        Initialiser.Fan fan = new Initialiser.Fan(spec.vocabulary(), units);
        weight.value().set(INITIALISER.draw(spec.vocabulary() * units, fan, context.rng()));
        outputs = Tensor.zeros(device, spec.output(context.input()).withBatch(context.batch()));
        noGradient = Tensor.zeros(device, Shape.of(context.batch(), 0));
        ids = noGradient;
        rows = new Rows(0, units);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        if (rows.rows() != x.shape().elements()) {
            rows = new Rows(x.shape().elements(), units);
        }
        ids = x;
        device.sequences().gather(rows, x.buffer(), weight.value().buffer(), outputs.buffer());
        return outputs.rows(examples);
    }

    /** Adds dW; the gradient with respect to ids is a tensor that holds nothing. */
    @Override
    public Tensor backward(Tensor dY) {
        device.sequences()
                .gatherGradient(
                        rows, ids.buffer(), dY.buffer(), weight.gradient().buffer());
        return noGradient.rows(ids.shape().size(0));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight);
    }
}
