package feedforward.http;

import com.eclipsesource.json.JsonObject;
import io.javalin.http.Context;

/** Answers in JSON, which nobody may keep. */
final class Responses {
    private Responses() {}

    static void json(Context context, JsonObject body) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(body.toString());
    }
}
