package feedforward.http;

import feedforward.jobs.JobService;
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
     * @param heartbeatMillis between two signs of life on a quiet stream of events
     */
    public record Limits(int jobBytes, int modelBytes, JobService.Limits jobs, long heartbeatMillis) {

        /** 256 KB, 64 MB, 100 waiting jobs, half of the JVM's memory, 1 GB of weights, 15 s. */
        public static Limits standard() {
            JobService.Limits jobs =
                    new JobService.Limits(100, Runtime.getRuntime().maxMemory() / 2, 1 << 30);
            return new Limits(256 << 10, 64 << 20, jobs, 15_000);
        }
    }
}
