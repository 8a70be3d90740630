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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * The page's files, {@code web/} of the classpath. Each is read, hashed and compressed once and then kept; browsers ask again
 * every time and get a 304 while nothing has changed. Where the build has put {@code <file>.br} beside a file, whoever takes brotli
 * gets that: a tenth to a quarter smaller than gzip, but more work than a server wants to do, and more than the JDK can.
 * {@code /} is index.html, {@code /bench} is bench.html.
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
            Map.entry("safetensors", "application/octet-stream"),
            Map.entry("idx", "application/octet-stream"));
    private static final Set<String> COMPRESSED = Set.of("png", "webp", "woff2");

    private final Map<String, Optional<Kept>> files = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(Download download, byte[] content, Map<String, byte[]> encoded) {}

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
        for (Map.Entry<String, byte[]> encoded : file.encoded.entrySet()) {
            if (Download.isAccepted(context, encoded.getKey())) {
                file.download.sendEncoded(context, encoded.getKey(), encoded.getValue());
                return;
            }
        }
        file.download.send(context, file.content);
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

    /** Browsers ask for /favicon.ico where what they show names no icon, as no text does. */
    private static String resource(String path) {
        if (path.equals("/favicon.ico")) {
            return "web/icon.svg";
        }
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
        return read(name).map(content -> {
            Download download = new Download(TYPES.get(extension), Sha256.hexOf(content));
            return new Kept(download, content, COMPRESSED.contains(extension) ? Map.of() : encoded(name, content));
        });
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream file = StaticFiles.class.getClassLoader().getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By encoding, the smallest first; none that would not be smaller than the content. */
    private static Map<String, byte[]> encoded(String name, byte[] content) {
        Map<String, byte[]> encoded = new LinkedHashMap<>();
        read(name + ".br").ifPresent(brotli -> encoded.put("br", brotli));
        encoded.put("gzip", gzip(content));
        encoded.values().removeIf(compressed -> compressed.length >= content.length);
        return encoded;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String extension(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.contains(".") ? file.substring(file.lastIndexOf('.') + 1) : "";
    }
}
