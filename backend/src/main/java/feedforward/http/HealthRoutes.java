package feedforward.http;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.datasets.DatasetCatalogue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /health/live} while the server runs; {@code /health/ready} is 200 once the data sets are loaded, 503 before. */
final class HealthRoutes {
    private final DatasetCatalogue datasets;
    private final String version;
    private final String device;

    HealthRoutes(DatasetCatalogue datasets, String version, String device) {
        this.datasets = datasets;
        this.version = version;
        this.device = device;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/health/live", context -> Responses.json(context, Json.object().add("live", true)));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context context) {
        boolean ready = datasets.ready();
        JsonObject state =
                Json.object().add("ready", ready).add("version", version).add("device", device);
        context.status(ready ? 200 : 503);
        Responses.json(context, state);
    }
}
