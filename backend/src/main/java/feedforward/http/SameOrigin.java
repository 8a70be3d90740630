package feedforward.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.util.Set;

/** Lets no foreign page change anything here: browsers say where a request comes from in {@code Sec-Fetch-Site}. */
final class SameOrigin {
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private SameOrigin() {}

    static void require(Context context) {
        boolean reads =
                context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
        String site = context.header("Sec-Fetch-Site");
        if (!reads && site != null && FOREIGN.contains(site)) {
            throw new ForbiddenResponse("Request: expected from this server's own page but was from another site");
        }
    }
}
