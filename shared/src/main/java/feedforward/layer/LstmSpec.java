package feedforward.layer;

/**
 * A {@link Lstm} layer of {@code units} units.
 *
 * @param vocabulary how many ids there are, or 0 where time steps have features
 * @param returnSequences whether the output is that of every step, not of the last alone
 */
public record LstmSpec(int units, int vocabulary, boolean returnSequences) implements RecurrentSpec {

    /** @throws IllegalArgumentException if units is outside 1 … 16,384 or the vocabulary outside 0 … 65,536 */
    public LstmSpec {
        RecurrentSpec.requireSizes("Lstm", units, vocabulary);
    }

    @Override
    public String name() {
        return "Lstm";
    }

    @Override
    public String prefix() {
        return "lstm";
    }

    @Override
    public int gates() {
        return Lstm.GATES;
    }

    @Override
    public long cellValuesPerExample(int steps) {
        return Lstm.valuesPerExample(steps, units);
    }

    @Override
    public Layer build(LayerContext context) {
        return new Recurrent(this, context, Lstm::new);
    }
}
