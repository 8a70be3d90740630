package feedforward.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Jazzer in a JVM of its own, since it instruments classes while they load and ends the JVM when it is done. With its seed and one
 * thread it makes up the same inputs every time.
 */
record Jazzer(int exitCode, String log) {

    /**
     * Feeds a target.
     *
     * @param seeds the files to start from
     * @param runs how many inputs
     * @param folder an empty one, for what it reads and writes
     */
    static Jazzer run(Class<?> target, List<byte[]> seeds, int runs, Path folder)
            throws IOException, InterruptedException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed" + i), seeds.get(i));
        }
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command(target, runs, corpus))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Jazzer(process.waitFor(), Files.readString(log, StandardCharsets.ISO_8859_1));
    }

    private static List<String> command(Class<?> target, int runs, Path corpus) {
        // Surefire's own class path is a jar that names the rest.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Compiling thoroughly what runs for some seconds takes longer than those: 10 s against 3 for the first
                // input.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                classPath,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=feedforward.**",
                "--custom_hook_includes=feedforward.**",
                "-seed=1",
                "-runs=" + runs,
                "-max_len=4096",
                corpus.toString());
    }
}
