package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;
import feedforward.model.StoredZip;
import feedforward.text.Utf8;

/**
 * A model with all that one needs to use it and to know what it is: a zip of the weights, {@code weights.safetensors}; the network
 * with its weights, {@code model.onnx}; {@code config.json}, the network and the run as JSON; and a {@link ModelCard},
 * {@code README.md}.
 */
final class ModelPackage {
    private ModelPackage() {}

    static byte[] write(SavedModel model) {
        return new StoredZip()
                .add("README.md", Utf8.encode(ModelCard.write(model)))
                .add("config.json", Utf8.encode(config(model).toString(WriterConfig.PRETTY_PRINT) + "\n"))
                .add(ModelFormat.SAFETENSORS.fileName(), ModelFormat.SAFETENSORS.write(model))
                .add(ModelFormat.ONNX.fileName(), ModelFormat.ONNX.write(model))
                .toBytes();
    }

    /** What the safetensors file's metadata say, under the same names, with the number of parameters and the weights' hash. */
    private static JsonObject config(SavedModel model) {
        JsonObject config = Json.object();
        model.metadata().forEach((name, json) -> config.add(name, Json.parse(json)));
        return config.add("parameters", model.network().parameters()).add("weightsSha256", model.sha256());
    }
}
