package feedforward.http;

import java.nio.file.Path;

/**
 * How a server is set up.
 *
 * @param host the address to listen at
 * @param port 0 for any that is free
 * @param dataDir where jobs and models are kept
 * @param version as {@code /health/ready} tells it
 */
public record ServerOptions(String host, int port, Path dataDir, String version, Limits limits) {

    /**
     * What a client may ask for.
     *
     * @param jobBytes of a posted job
     * @param modelBytes of an uploaded model
     * @param waitingJobs in the queue
     * @param runBytes of memory that a run may need
     * @param heartbeatMillis between two signs of life on a quiet stream of events
     */
    public record Limits(int jobBytes, int modelBytes, int waitingJobs, long runBytes, long heartbeatMillis) {

        /** 256 KB, 64 MB, 100 jobs, half of the JVM's memory, 15 s. */
        public static Limits standard() {
            return new Limits(256 << 10, 64 << 20, 100, Runtime.getRuntime().maxMemory() / 2, 15_000);
        }
    }
}
