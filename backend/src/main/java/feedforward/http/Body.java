package feedforward.http;

import feedforward.json.JsonFormatException;
import feedforward.text.Digits;
import feedforward.text.Utf8;
import feedforward.text.Utf8Exception;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a client sends: counted while it comes, whatever its headers say, and refused with a message a person can act on. */
final class Body {
    private static final int PIECE = 1 << 16;

    /** How much of a body that is too long is read and thrown away, so that the client reads the answer. */
    private static final int PATIENCE = 4;

    /** For all of a body, however steadily it trickles. */
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(2);

    private Body() {}

    static String text(Context context, int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(context, limit, bytes);
        return valid(() -> Utf8.decode(bytes.toByteArray(), 0, bytes.size()));
    }

    static void copy(Context context, int limit, OutputStream target) throws IOException {
        InputStream source = context.req().getInputStream();
        byte[] piece = new byte[PIECE];
        long end = System.nanoTime() + MOST_NANOS;
        long total = 0;
        for (int count = source.read(piece); count >= 0; count = source.read(piece)) {
            total += count;
            if (System.nanoTime() > end) {
                throw new HttpResponseException(408, "Body: expected all of it within 2 minutes; send it faster");
            }
            if (total <= limit) {
                target.write(piece, 0, count);
            } else if (total > (long) PATIENCE * limit) {
                break;
            }
        }
        if (total > limit) {
            throw new HttpResponseException(
                    413, "Body: expected at most " + Digits.grouped(limit) + " bytes but was longer; send less");
        }
    }

    /** What {@code reader} makes of the client's data: 400 if it is no JSON or text, 422 if it says what cannot be. */
    static <T> T valid(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (JsonFormatException | Utf8Exception e) {
            throw new BadRequestResponse(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new HttpResponseException(422, e.getMessage());
        }
    }
}
