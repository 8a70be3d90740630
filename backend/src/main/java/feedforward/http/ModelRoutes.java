package feedforward.http;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import feedforward.registry.ModelRegistry;
import feedforward.registry.StoredModel;
import feedforward.wire.NetworkSpecJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code /api/v1/models}: post a safetensors file (201, or 200 when it is kept already), list, download as {@link
 * ModelDownloads}. A model is
 * {@code {"sha256","parameters","network":NetworkSpec}}.
 */
final class ModelRoutes {
    private static final String ROOT = "/api/v1/models";

    private final ModelRegistry models;
    private final ModelDownloads downloads;
    private final int mostBytes;

    ModelRoutes(ModelRegistry models, ModelDownloads downloads, int mostBytes) {
        this.models = models;
        this.downloads = downloads;
        this.mostBytes = mostBytes;
    }

    void addTo(RoutesConfig routes) {
        routes.post(ROOT, this::keep);
        routes.get(ROOT, this::list);
        downloads.addTo(routes, ROOT + "/{sha256}", this::weights);
    }

    private void keep(Context context) throws IOException {
        Path upload = Files.createTempFile("feedforward-upload-", ".safetensors");
        try {
            try (OutputStream file = Files.newOutputStream(upload)) {
                Body.copy(context, mostBytes, file);
            }
            ModelRegistry.Kept kept = Body.valid(() -> keep(upload));
            context.status(kept.isNew() ? 201 : 200)
                    .header("Location", ROOT + "/" + kept.model().sha256() + "/weights.safetensors");
            Responses.json(context, describe(kept.model()));
        } finally {
            Files.deleteIfExists(upload);
        }
    }

    private ModelRegistry.Kept keep(Path upload) {
        try {
            return models.keep(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void list(Context context) {
        JsonArray list = new JsonArray();
        models.list().forEach(model -> list.add(describe(model)));
        Responses.json(context, Json.object().add("models", list));
    }

    private byte[] weights(Context context) {
        String sha256 = context.pathParam("sha256");
        return models.read(sha256)
                .orElseThrow(() ->
                        new NotFoundResponse("Model: expected one that " + ROOT + " lists but was \"" + sha256 + "\""));
    }

    private static JsonObject describe(StoredModel model) {
        return Json.object()
                .add("sha256", model.sha256())
                .add("parameters", model.network().parameters())
                .add("network", NetworkSpecJson.write(model.network()));
    }
}
