package feedforward.wire;

import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.layer.AveragePool2dSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.GlobalAveragePoolSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.Padding;
import feedforward.layer.PoolSpec;
import java.util.List;

/**
 * Layers on images: {@code {"type":"conv2d","filters":32,"kernel":3,"stride":1,"padding":"valid","activation":"relu"}},
 * {@code {"type":"max-pool2d","size":2,"stride":2}}, {@code {"type":"average-pool2d","size":2,"stride":2}},
 * {@code {"type":"global-average-pool"}}. A convolution's stride is 1 and its padding "valid" where they are left out, a
 * pool's stride its size; see {@link InitialiserJson} for a convolution's other field.
 */
final class ImageLayersJson {
    static final List<LayerJson<?>> LAYERS = List.of(
            new LayerJson<>("conv2d", Conv2dSpec.class, ImageLayersJson::write, ImageLayersJson::conv2d),
            new LayerJson<>(
                    "max-pool2d",
                    MaxPool2dSpec.class,
                    ImageLayersJson::write,
                    fields -> new MaxPool2dSpec(size(fields), stride(fields, size(fields)))),
            new LayerJson<>(
                    "average-pool2d",
                    AveragePool2dSpec.class,
                    ImageLayersJson::write,
                    fields -> new AveragePool2dSpec(size(fields), stride(fields, size(fields)))),
            LayerJson.bare(new GlobalAveragePoolSpec(), GlobalAveragePoolSpec.class, "global-average-pool"));

    private static final List<String> PADDINGS = List.of("valid", "same");

    private ImageLayersJson() {}

    private static void write(PoolSpec pool, JsonObject json) {
        json.add("size", pool.size()).add("stride", pool.stride());
    }

    private static void write(Conv2dSpec conv, JsonObject json) {
        json.add("filters", conv.filters())
                .add("kernel", conv.kernel())
                .add("stride", conv.stride())
                .add("padding", PADDINGS.get(conv.padding().ordinal()))
                .add("activation", ActivationJson.id(conv.activation()));
        InitialiserJson.write(conv.initialiser(), json);
    }

    private static Conv2dSpec conv2d(JsonFields fields) {
        return new Conv2dSpec(
                fields.integer("filters", 1, Conv2dSpec.MOST_FILTERS),
                fields.integer("kernel", 1, Conv2dSpec.LARGEST_KERNEL),
                stride(fields, 1),
                fields.optional("padding").map(ImageLayersJson::padding).orElse(Padding.VALID),
                ActivationJson.read(fields.field("activation")),
                InitialiserJson.read(fields));
    }

    private static Padding padding(JsonField field) {
        return Padding.values()[PADDINGS.indexOf(field.choice(PADDINGS))];
    }

    private static int size(JsonFields fields) {
        return fields.integer("size", 1, PoolSpec.LARGEST_WINDOW);
    }

    private static int stride(JsonFields fields, int usual) {
        return fields.optional("stride")
                .map(field -> field.integer(1, Conv2dSpec.LARGEST_KERNEL))
                .orElse(usual);
    }
}
