package feedforward.http;

import com.eclipsesource.json.Json;
import feedforward.jobs.BusyException;
import feedforward.jobs.QueueFullException;
import feedforward.registry.ModelConflictException;
import feedforward.registry.RegistryFullException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error is {@code {"error":"what happened; what to do"}}, and no stack trace leaves the server. */
final class ErrorResponses {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    private ErrorResponses() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, context) -> {
            String allowed = e.getDetails().get("availableMethods");
            if (allowed != null) {
                context.header("Allow", allowed);
            }
            answer(context, e.getStatus(), e.getMessage());
        });
        routes.exception(QueueFullException.class, (e, context) -> answer(context, 429, e.getMessage()));
        routes.exception(BusyException.class, (e, context) -> answer(context, 409, e.getMessage()));
        routes.exception(ModelConflictException.class, (e, context) -> answer(context, 409, e.getMessage()));
        routes.exception(RegistryFullException.class, (e, context) -> answer(context, 507, e.getMessage()));
        routes.exception(
                RejectedExecutionException.class,
                (e, context) -> answer(context, 503, "Events: too many streams are open; close one and try again"));
        routes.exception(Exception.class, (e, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), e);
            answer(context, 500, "The server failed; its log says why");
        });
    }

    /** For what is no exception but an error, such as too little memory. */
    static void ofJava(HttpServletResponse response, Error error) {
        LOG.error("A request failed", error);
        response.setStatus(500);
    }

    /** For what Jetty refuses before any route sees it, such as an ambiguous path. */
    static Request.Handler ofJetty() {
        return (request, response, callback) -> {
            Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
            SecurityHeaders.addTo(response.getHeaders());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            Content.Sink.write(response, true, body(String.valueOf(message)), callback);
            return true;
        };
    }

    private static void answer(Context context, int status, String message) {
        context.status(status).contentType("application/json").result(body(message));
    }

    private static String body(String message) {
        return Json.object().add("error", message).toString();
    }
}
