package feedforward.layer;

import feedforward.device.ImageSize;
import feedforward.device.Pooling;
import feedforward.tensor.Shape;

/** The mean of each channel of an image, [height, width, channels] → [channels]: see {@link AveragePool2d}. */
public record GlobalAveragePoolSpec() implements LayerSpec {
    private static final String NAME = "GlobalAveragePool";

    @Override
    public Shape output(Shape input) {
        return Shape.of(Images.size(NAME, input).channels());
    }

    @Override
    public long parameters(Shape input) {
        return 0;
    }

    @Override
    public String prefix() {
        return "pool";
    }

    @Override
    public Layer build(LayerContext context) {
        ImageSize in = Images.size(NAME, context.input());
        ImageSize out = new ImageSize(1, 1, in.channels());
        Pooling whole = new Pooling(1, in, out, in.height(), in.width(), 1);
        return new AveragePool2d(NAME, whole, output(context.input()), context);
    }
}
