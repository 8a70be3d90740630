package feedforward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.JsonValue;
import feedforward.model.Safetensors;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What parsers hold at any one time, however much garbage they leave: a JVM whose heap has no room for more stands it. */
class SmallHeapTest {
    /** For the JVM itself 2 MB, the file ½ and for parsing it twice that and 4 MB; the collector leaves some of the heap empty. */
    private static final String HEAP = "-Xmx8m";

    @TempDir
    private Path folder;

    @Test
    void noFileOfHalfAMegabyteTakesMoreThanTwiceItselfAndFourMegabytes() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmn1m",
                        HEAP,
                        "-cp",
                        classPath(),
                        HostileFiles.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();

        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(exit).as(said).isZero();
        assertThat(said).contains("All stood");
    }

    /** Only what is needed: of each further jar the JVM would keep the directory. */
    private static String classPath() {
        return Stream.of(HostileFiles.class, Safetensors.class, JsonValue.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
