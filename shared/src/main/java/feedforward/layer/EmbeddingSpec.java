package feedforward.layer;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/** An {@link Embedding} of {@code vocabulary} ids in {@code units} numbers each. */
public record EmbeddingSpec(int vocabulary, int units) implements LayerSpec {
    public static final int LARGEST_VOCABULARY = 65_536;
    public static final int MOST_UNITS = 65_536;

    /** @throws IllegalArgumentException if vocabulary or units is outside 1 … 65,536 */
    public EmbeddingSpec {
        Bounds.require("Embedding vocabulary", vocabulary, 1, LARGEST_VOCABULARY);
        Bounds.require("Embedding units", units, 1, MOST_UNITS);
    }

    @Override
    public Shape output(Shape input) {
        if (input.rank() != 1) {
            throw new ShapeException("Embedding input: expected time steps of ids, [T], but was " + input);
        }
        return Shape.of(input.size(0), units);
    }

    @Override
    public long parameters(Shape input) {
        return (long) vocabulary * units;
    }

    /** Ids have no gradients. */
    @Override
    public long valuesPerExample(Shape input) {
        return output(input).elements();
    }

    @Override
    public String prefix() {
        return "embedding";
    }

    @Override
    public Layer build(LayerContext context) {
        return new Embedding(this, context);
    }
}
