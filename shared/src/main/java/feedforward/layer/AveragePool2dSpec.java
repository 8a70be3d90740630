package feedforward.layer;

/**
 * An {@link AveragePool2d} layer.
 *
 * @param size rows and columns of a window, 1 … 31
 * @param stride from one window to the next, 1 … 31
 */
public record AveragePool2dSpec(int size, int stride) implements PoolSpec {
    private static final String NAME = "AveragePool2d";

    /** @throws IllegalArgumentException if a number is out of range */
    public AveragePool2dSpec {
        PoolSpec.requireSizes(NAME, size, stride);
    }

    /** With windows side by side. */
    public AveragePool2dSpec(int size) {
        this(size, size);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer build(LayerContext context) {
        return new AveragePool2d(name(), pooling(context.input()), output(context.input()), context);
    }
}
