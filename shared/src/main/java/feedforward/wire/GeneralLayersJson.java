package feedforward.wire;

import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.layer.ActivationSpec;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.DropoutSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.RescaleSpec;
import feedforward.layer.SoftmaxSpec;
import java.util.List;

/**
 * Layers on features of any meaning: {@code {"type":"dense","units":10,"activation":"linear","initialiser":{"type":"he"}}},
 * {@code {"type":"dropout","rate":0.3}}, {@code {"type":"activation","activation":"relu"}}, {@code {"type":"softmax"}},
 * {@code {"type":"flatten"}}, {@code {"type":"batch-norm"}}, {@code {"type":"rescale","mean":0.1307,"deviation":0.3081}}.
 */
final class GeneralLayersJson {
    static final List<LayerJson<?>> LAYERS = List.of(
            new LayerJson<>(
                    "dense",
                    DenseSpec.class,
                    (dense, json) -> {
                        json.add("units", dense.units()).add("activation", ActivationJson.id(dense.activation()));
                        InitialiserJson.write(dense.initialiser(), json);
                    },
                    GeneralLayersJson::dense),
            LayerJson.bare(new SoftmaxSpec(), SoftmaxSpec.class, "softmax"),
            new LayerJson<>(
                    "activation",
                    ActivationSpec.class,
                    (layer, json) -> json.add("activation", ActivationJson.id(layer.activation())),
                    fields -> new ActivationSpec(ActivationJson.read(fields.field("activation")))),
            new LayerJson<>(
                    "dropout",
                    DropoutSpec.class,
                    (dropout, json) -> json.add("rate", ExactNumber.of(dropout.rate())),
                    fields -> new DropoutSpec(rate(fields.field("rate")))),
            LayerJson.bare(new BatchNormSpec(), BatchNormSpec.class, "batch-norm"),
            LayerJson.bare(new FlattenSpec(), FlattenSpec.class, "flatten"),
            new LayerJson<>(
                    "rescale",
                    RescaleSpec.class,
                    (rescale, json) -> json.add("mean", ExactNumber.of(rescale.mean()))
                            .add("deviation", ExactNumber.of(rescale.deviation())),
                    fields -> new RescaleSpec(
                            (float) fields.number("mean", -RescaleSpec.LARGEST, RescaleSpec.LARGEST),
                            (float) fields.number("deviation", RescaleSpec.SMALLEST_DEVIATION, RescaleSpec.LARGEST))));

    private GeneralLayersJson() {}

    private static DenseSpec dense(JsonFields fields) {
        return new DenseSpec(
                fields.integer("units", 1, DenseSpec.MOST_UNITS),
                ActivationJson.read(fields.field("activation")),
                InitialiserJson.read(fields));
    }

    /** In [0, 1) as a float32, which 0.99999999 is not. */
    private static float rate(JsonField field) {
        float rate = (float) field.number(0, 1);
        if (rate == 1) {
            throw field.refused("a number in [0, 1)");
        }
        return rate;
    }
}
