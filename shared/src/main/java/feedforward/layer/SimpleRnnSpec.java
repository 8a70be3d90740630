package feedforward.layer;

/**
 * A {@link SimpleRnn} layer of {@code units} units.
 *
 * @param vocabulary how many ids there are, or 0 where time steps have features
 * @param returnSequences whether the output is that of every step, not of the last alone
 */
public record SimpleRnnSpec(int units, int vocabulary, boolean returnSequences) implements RecurrentSpec {

    /** @throws IllegalArgumentException if units is outside 1 … 16,384 or the vocabulary outside 0 … 65,536 */
    public SimpleRnnSpec {
        RecurrentSpec.requireSizes("SimpleRnn", units, vocabulary);
    }

    @Override
    public String name() {
        return "SimpleRnn";
    }

    @Override
    public String prefix() {
        return "rnn";
    }

    @Override
    public int gates() {
        return SimpleRnn.GATES;
    }

    @Override
    public long cellValuesPerExample(int steps) {
        return SimpleRnn.valuesPerExample(steps, units);
    }

    @Override
    public Layer build(LayerContext context) {
        return new Recurrent(this, context, SimpleRnn::new);
    }
}
