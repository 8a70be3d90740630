package feedforward.layer;

import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * A function of a batch with a derivative. Mutable: a layer owns the buffers of its last batch, so each result is valid
 * until the next call, and backward refers to the forward before it.
 */
public interface Layer {

    /**
     * Y for a batch X of at most the batch size the layer was built for.
     *
     * @throws feedforward.tensor.ShapeException if X does not have this layer's input shape
     */
    Tensor forward(Tensor x, Pass pass);

    /**
     * Adds this batch's gradients to the parameters' and returns dX = ∂loss/∂X for dY = ∂loss/∂Y. The forward before was a
     * training pass.
     */
    Tensor backward(Tensor dY);

    /** The same without dX, which nobody needs of a network's first layer. */
    default void backwardToParameters(Tensor dY) {
        backward(dY);
    }

    /** In the order in which files hold them; those that are not learnt included. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** What a recurrent layer carries from one training batch to the next, for checkpoints. */
    default List<Tensor> carried() {
        return List.of();
    }
}
