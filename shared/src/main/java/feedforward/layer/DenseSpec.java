package feedforward.layer;

import feedforward.device.Activation;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/** A {@link Dense} layer of {@code units} outputs, with the activation applied to each. */
public record DenseSpec(int units, Activation activation, Initialiser initialiser) implements LayerSpec {
    public static final int MOST_UNITS = 65_536;

    /** @throws IllegalArgumentException if units is outside 1 … 65,536 */
    public DenseSpec {
        Bounds.require("Dense units", units, 1, MOST_UNITS);
    }

    /** With Glorot's initial weights. */
    public DenseSpec(int units, Activation activation) {
        this(units, activation, Initialiser.DEFAULT);
    }

    @Override
    public Shape output(Shape input) {
        if (input.rank() != 1 && input.rank() != 2) {
            throw new ShapeException("Dense input: expected features, or time steps of features, but was " + input
                    + "; add a Flatten layer first");
        }
        return input.rank() == 1 ? Shape.of(units) : Shape.of(input.size(0), units);
    }

    @Override
    public long parameters(Shape input) {
        return (input.size(input.rank() - 1) + 1L) * units;
    }

    @Override
    public long valuesPerExample(Shape input) {
        return Activated.valuesPerExample(activation, output(input).elements()) + input.elements();
    }

    @Override
    public String prefix() {
        return "fc";
    }

    @Override
    public Layer build(LayerContext context) {
        return new Dense(this, context);
    }
}
