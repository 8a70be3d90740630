package feedforward.http;

import feedforward.hash.Sha256;
import feedforward.wire.ModelFormat;
import feedforward.wire.SavedModel;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;

/**
 * Models as files of each {@link ModelFormat}, with names that say what they are: {@code mnist-mlp-seed1.onnx} or
 * {@code model-0f3a….zip}. Thread-safe: one is converted at a time, which bounds the memory that downloads can take.
 */
final class ModelDownloads {

    /**
     * Adds a route for each format below {@code path}.
     *
     * @param find gives the model's safetensors file, or throws what is to be answered instead
     */
    void addTo(RoutesConfig routes, String path, Function<Context, byte[]> find) {
        for (ModelFormat format : ModelFormat.values()) {
            routes.get(path + "/" + format.fileName(), context -> send(context, format, find.apply(context)));
        }
    }

    private void send(Context context, ModelFormat format, byte[] safetensors) {
        Converted file = convert(format, safetensors);
        Download download = new Download("application/octet-stream", file.etag);
        context.header("Cache-Control", "no-cache")
                .header("Content-Disposition", "attachment; filename=\"" + file.title + "." + format.id() + "\"");
        if (!download.isKnownTo(context)) {
            download.send(context, file.content);
        }
    }

    private synchronized Converted convert(ModelFormat format, byte[] safetensors) {
        SavedModel model = SavedModel.parse(safetensors);
        if (format == ModelFormat.SAFETENSORS) {
            return new Converted(safetensors, model.title(), model.sha256());
        }
        byte[] content = format.write(model);
        return new Converted(content, model.title(), Sha256.hexOf(content));
    }

    private record Converted(byte[] content, String title, String etag) {}
}
