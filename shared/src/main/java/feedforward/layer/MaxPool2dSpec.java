package feedforward.layer;

/**
 * A {@link MaxPool2d} layer.
 *
 * @param size rows and columns of a window, 1 … 31
 * @param stride from one window to the next, 1 … 31
 */
public record MaxPool2dSpec(int size, int stride) implements PoolSpec {
    private static final String NAME = "MaxPool2d";

    /** @throws IllegalArgumentException if a number is out of range */
    public MaxPool2dSpec {
        PoolSpec.requireSizes(NAME, size, stride);
    }

    /** With windows side by side. */
    public MaxPool2dSpec(int size) {
        this(size, size);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer build(LayerContext context) {
        return new MaxPool2d(this, context);
    }
}
