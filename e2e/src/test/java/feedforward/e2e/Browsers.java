package feedforward.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Launches Chromium: the system's own, else the one Playwright fetched earlier, else one that it installs now (from
 * the distribution as root on Debian and its kin, by Playwright's download elsewhere).
 */
public final class Browsers {
    private static final String SKIP_DOWNLOAD = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** Quiet and alike everywhere: no GPU, no calls home. The sandbox can't start as root, in a container say. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Browsers() {}

    /** Playwright that looks for no browsers by itself: left alone it downloads three of them here. */
    public static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of(SKIP_DOWNLOAD, "1")));
    }

    /**
     * @param more arguments for Chromium's command line
     * @throws IllegalStateException if there is no Chromium and none could be installed
     */
    public static Browser launch(Playwright playwright, String... more) {
        List<String> arguments =
                Stream.concat(ARGUMENTS.stream(), Stream.of(more)).toList();
        LaunchOptions options = new LaunchOptions().setArgs(arguments);
        installed(playwright).ifPresent(options::setExecutablePath);
        return started(() -> playwright.chromium().launch(options));
    }

    /** A browser that keeps a visitor's profile in a folder, with a cache on disk, which takes larger files than one in memory. */
    static BrowserContext launchWithProfile(Playwright playwright, Path folder) {
        LaunchPersistentContextOptions options = new LaunchPersistentContextOptions().setArgs(ARGUMENTS);
        installed(playwright).ifPresent(options::setExecutablePath);
        return started(() -> playwright.chromium().launchPersistentContext(folder, options));
    }

    private static <T> T started(Supplier<T> launch) {
        try {
            return launch.get();
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "Chromium does not start; install Chromium or Chrome so that it is on the PATH", e);
        }
    }

    /** The system's browser; none if Playwright has its own. */
    private static Optional<Path> installed(Playwright playwright) {
        Optional<Path> installed = onThePath(NAMES);
        if (installed.isEmpty() && !isDownloaded(playwright)) {
            install();
            installed = onThePath(NAMES);
        }
        return installed;
    }

    private static Optional<Path> onThePath(List<String> names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isDownloaded(Playwright playwright) {
        return Files.exists(Path.of(playwright.chromium().executablePath()));
    }

    private static void install() {
        boolean asRoot = "root".equals(System.getProperty("user.name"));
        if (asRoot && onThePath(List.of("apt-get")).isPresent()) {
            System.err.println("No browser found: installing Chromium by apt-get");
            if (run("apt-get", "update") && run("apt-get", "install", "-y", "chromium")) {
                return;
            }
        }
        System.err.println("No browser found: Playwright downloads Chromium");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        if (!run(java, "-cp", System.getProperty("java.class.path"), CLI.class.getName(), "install", "chromium")) {
            throw new IllegalStateException(
                    "No browser found and none could be installed; install Chromium or Chrome so that it is on the PATH");
        }
    }

    private static boolean run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove(SKIP_DOWNLOAD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As if another tab came to the front: a browser without windows hides no page. */
    static void hide(Page page, boolean hidden) {
        page.evaluate("""
                hidden => {
                  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""", hidden);
    }
}
