package feedforward.layer;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/**
 * A recurrent layer's description. An example is T time steps, of features [T, F] or, with a vocabulary, of ids [T], which are
 * then what one-hot features would be; the output is [T, H], or [H] after the last step.
 */
public sealed interface RecurrentSpec extends LayerSpec permits SimpleRnnSpec, LstmSpec, GruSpec {
    int MOST_UNITS = 16_384;

    /** Vectors of biases in files: the input's and the state's. */
    int STORED_BIASES = 2;

    /** H. */
    int units();

    /** Whether the output is that of every step. */
    boolean returnSequences();

    /** The layer's name in messages. */
    String name();

    /** The number of sums per unit. */
    int gates();

    /** The number of biases per gate that are learnt. */
    default int biases() {
        return 1;
    }

    /** The number of values that the cell keeps for each example of so many steps. */
    long cellValuesPerExample(int steps);

    /** The number of features of a step: F, or the vocabulary's size. */
    default int features(Shape input) {
        return vocabulary() > 0 ? vocabulary() : input.size(1);
    }

    @Override
    default Shape output(Shape input) {
        if (vocabulary() > 0 && input.rank() != 1) {
            throw new ShapeException(name() + " input: expected time steps of ids, [T], but was " + input);
        }
        if (vocabulary() == 0 && input.rank() != 2) {
            throw new ShapeException(name() + " input: expected time steps of features, [T, F], but was " + input
                    + "; give the layer a vocabulary if these are ids");
        }
        return returnSequences() ? Shape.of(input.size(0), units()) : Shape.of(units());
    }

    @Override
    default long parameters(Shape input) {
        return (long) gates() * units() * (features(input) + units() + biases());
    }

    @Override
    default long stored(Shape input) {
        return (long) gates() * units() * (features(input) + units() + STORED_BIASES);
    }

    @Override
    default long valuesPerExample(Shape input) {
        return SequenceInput.valuesPerExample(this, input)
                + cellValuesPerExample(input.size(0))
                + output(input).elements();
    }

    /** @throws IllegalArgumentException if units is outside 1 … 16,384 or the vocabulary outside 0 … 65,536 */
    static void requireSizes(String name, int units, int vocabulary) {
        Bounds.require(name + " units", units, 1, MOST_UNITS);
        Bounds.require(name + " vocabulary", vocabulary, 0, EmbeddingSpec.LARGEST_VOCABULARY);
    }
}
