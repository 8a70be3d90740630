package feedforward.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;

/**
 * A file on its way to a client that may hold it already: entity tag, length, and whether the client takes gzip.
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

    void sendGzip(Context context, byte[] gzip) {
        context.header("Content-Encoding", "gzip");
        send(context, gzip);
    }

    /** Whether a response may be gzip: the client names it, and not with quality 0. */
    static boolean gzipAccepted(Context context) {
        String accepted = context.header("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1)) {
            if (coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
