package feedforward.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;

/**
 * A file on its way to a client that may hold it already: entity tag, length, and the encodings the client takes.
 *
 * @param etag changes with the content
 */
record Download(String contentType, String etag) {

    /** Sends 304 and true when the client says that it has this content. */
    boolean isKnownTo(Context context) {
        context.header("ETag", "\"" + etag + "\"").header("Vary", "Accept-Encoding");
        String known = context.header("If-None-Match");
        if (known == null || !known.contains("\"" + etag + "\"")) {
            return false;
        }
        context.status(304);
        return true;
    }

    void send(Context context, byte[] content) {
        send(context, new ByteArrayInputStream(content), content.length);
    }

    void send(Context context, InputStream content, long length) {
        context.disableCompression()
                .contentType(contentType)
                .header("Content-Length", Long.toString(length))
                .result(content);
    }

    /** @param content compressed already, by {@code encoding} */
    void sendEncoded(Context context, String encoding, byte[] content) {
        context.header("Content-Encoding", encoding);
        send(context, content);
    }

    /** Whether a response may be "gzip", say, or "br": the client names it, and not with quality 0. */
    static boolean isAccepted(Context context, String encoding) {
        String accepted = context.header("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1)) {
            boolean named = coding.equals(encoding) || coding.startsWith(encoding + ";");
            if (named && !coding.matches(".*;q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
