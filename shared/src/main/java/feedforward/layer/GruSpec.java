package feedforward.layer;

/**
 * A {@link Gru} layer of {@code units} units.
 *
 * @param vocabulary how many ids there are, or 0 where time steps have features
 * @param returnSequences whether the output is that of every step, not of the last alone
 */
public record GruSpec(int units, int vocabulary, boolean returnSequences) implements RecurrentSpec {

    /** @throws IllegalArgumentException if units is outside 1 … 16,384 or the vocabulary outside 0 … 65,536 */
    public GruSpec {
        RecurrentSpec.requireSizes("Gru", units, vocabulary);
    }

    @Override
    public String name() {
        return "Gru";
    }

    @Override
    public String prefix() {
        return "gru";
    }

    @Override
    public int gates() {
        return Gru.GATES;
    }

    @Override
    public int biases() {
        return 2;
    }

    @Override
    public long cellValuesPerExample(int steps) {
        return Gru.valuesPerExample(steps, units);
    }

    @Override
    public Layer build(LayerContext context) {
        return new Recurrent(this, context, Gru::new);
    }
}
