package feedforward.datasets;

import feedforward.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * A file of a data set, kept compressed.
 *
 * @param sha256 of the uncompressed content
 * @param bytes the uncompressed content's length
 * @param gzip the content as gzip; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record HostedFile(String name, String sha256, int bytes, byte[] gzip) {

    /** Of a gzip file, and its content to read on with. */
    static HostedFile of(String name, byte[] gzip, byte[] content) {
        return new HostedFile(name, Sha256.hexOf(content), content.length, gzip);
    }

    static byte[] inflate(byte[] gzip) throws IOException {
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return content.readAllBytes();
        }
    }

    /** The uncompressed content. */
    public InputStream open() {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
