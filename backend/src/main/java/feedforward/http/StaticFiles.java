package feedforward.http;

import feedforward.hash.Sha256;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * The page's files, {@code web/} of the classpath. Each is read, hashed and compressed once and then kept; browsers ask again
 * every time and get a 304 while nothing has changed. {@code /} is index.html, {@code /bench} is bench.html.
 */
final class StaticFiles implements ResourceHandler {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("md", "text/plain; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("safetensors", "application/octet-stream"));
    private static final Set<String> COMPRESSED = Set.of("png", "webp", "woff2");

    private final Map<String, Optional<Kept>> files = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(Download download, byte[] content, Optional<byte[]> gzip) {}

    @Override
    public boolean canHandle(Context context) {
        return find(context.path()).isPresent();
    }

    @Override
    public boolean handle(Context context) {
        Optional<Kept> found = find(context.path());
        found.ifPresent(file -> send(context, file));
        return found.isPresent();
    }

    @Override
    public boolean addStaticFileConfig(StaticFileConfig config) {
        return false;
    }

    @Override
    public Set<RouteRole> resourceRouteRoles(Context context) {
        return Set.of();
    }

    private static void send(Context context, Kept file) {
        context.header("Cache-Control", "no-cache");
        if (file.download.isKnownTo(context)) {
            return;
        }
        if (file.gzip.isPresent() && Download.gzipAccepted(context)) {
            file.download.sendGzip(context, file.gzip.get());
        } else {
            file.download.send(context, file.content);
        }
    }

    private Optional<Kept> find(String path) {
        if (!wellFormed(path)) {
            return Optional.empty();
        }
        String name = resource(path);
        Optional<Kept> known = files.get(name);
        if (known != null) {
            return known;
        }
        Optional<Kept> loaded = load(name);
        // What is not there is not remembered: a stranger may ask for any number of names.
        loaded.ifPresent(file -> files.put(name, loaded));
        return loaded;
    }

    /** Letters, digits, "_", "-" and "." between single slashes, and no part that begins with ".". */
    private static boolean wellFormed(String path) {
        boolean knownCharacters = path.chars()
                .allMatch(c ->
                        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/._-".indexOf(c) >= 0);
        return knownCharacters && !path.contains("//") && !path.contains("/.");
    }

    private static String resource(String path) {
        if (path.endsWith("/")) {
            return "web" + path + "index.html";
        }
        return "web" + path + (extension(path).isEmpty() ? ".html" : "");
    }

    private static Optional<Kept> load(String name) {
        String extension = extension(name);
        if (!TYPES.containsKey(extension)) {
            return Optional.empty();
        }
        try (InputStream file = StaticFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                return Optional.empty();
            }
            byte[] content = file.readAllBytes();
            Download download = new Download(TYPES.get(extension), Sha256.hexOf(content));
            return Optional.of(
                    new Kept(download, content, COMPRESSED.contains(extension) ? Optional.empty() : gzip(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> gzip(byte[] content) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        return compressed.size() < content.length ? Optional.of(compressed.toByteArray()) : Optional.empty();
    }

    private static String extension(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.contains(".") ? file.substring(file.lastIndexOf('.') + 1) : "";
    }
}
