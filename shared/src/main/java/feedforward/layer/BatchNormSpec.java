package feedforward.layer;

import feedforward.tensor.Shape;

/** A {@link BatchNorm} layer over the last axis: the channels of images, the features of others. */
public record BatchNormSpec() implements LayerSpec {

    @Override
    public Shape output(Shape input) {
        BatchNorm.channels(input);
        return input;
    }

    /** A scale and a shift for each channel. */
    @Override
    public long parameters(Shape input) {
        return 2L * BatchNorm.channels(input);
    }

    /** With the running mean and variance. */
    @Override
    public long stored(Shape input) {
        return 4L * BatchNorm.channels(input);
    }

    @Override
    public String prefix() {
        return "bn";
    }

    @Override
    public Layer build(LayerContext context) {
        return new BatchNorm(context);
    }
}
