package feedforward.http;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import feedforward.datasets.DatasetCatalogue;
import feedforward.datasets.HostedDataset;
import feedforward.datasets.HostedFile;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/**
 * {@code GET /api/v1/datasets}, a list {@code {"datasets":[{"name","sha256","train","test","files":[{"name","url","sha256",
 * "bytes"}]}]}} with the uncompressed sizes, and {@code GET /api/v1/datasets/{dataset}/{file}}.
 */
final class DatasetRoutes {
    private static final String ROOT = "/api/v1/datasets";

    /** A week; the content behind such an address changes only with the program. */
    private static final String CACHE_CONTROL = "public, max-age=604800";

    private final DatasetCatalogue datasets;

    DatasetRoutes(DatasetCatalogue datasets) {
        this.datasets = datasets;
    }

    void addTo(RoutesConfig routes) {
        routes.get(ROOT, this::list);
        routes.get(ROOT + "/{dataset}/{file}", this::file);
    }

    private void list(Context context) {
        JsonArray list = new JsonArray();
        datasets.all().forEach(dataset -> list.add(describe(dataset)));
        Responses.json(context, Json.object().add("datasets", list));
    }

    private void file(Context context) {
        HostedFile file = datasets.named(context.pathParam("dataset"))
                .flatMap(dataset -> dataset.file(context.pathParam("file")))
                .orElseThrow(() -> new NotFoundResponse("Data set file: expected one that " + ROOT + " lists but was \""
                        + context.pathParam("dataset") + "/" + context.pathParam("file") + "\""));
        Download download = new Download("application/octet-stream", file.sha256());
        context.header("Cache-Control", CACHE_CONTROL).header("X-Uncompressed-Length", Integer.toString(file.bytes()));
        if (download.isKnownTo(context)) {
            return;
        }
        if (Download.isAccepted(context, "gzip")) {
            download.sendEncoded(context, "gzip", file.gzip());
        } else {
            download.send(context, file.open(), file.bytes());
        }
    }

    private static JsonObject describe(HostedDataset dataset) {
        JsonArray files = new JsonArray();
        for (HostedFile file : dataset.files()) {
            files.add(Json.object()
                    .add("name", file.name())
                    .add("url", ROOT + "/" + dataset.data().name() + "/" + file.name())
                    .add("sha256", file.sha256())
                    .add("bytes", file.bytes()));
        }
        return Json.object()
                .add("name", dataset.data().name())
                .add("sha256", dataset.data().sha256())
                .add("train", dataset.data().train().count())
                .add("test", dataset.data().test().count())
                .add("files", files);
    }
}
