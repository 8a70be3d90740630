package feedforward.datasets;

import feedforward.data.Dataset;
import feedforward.data.KnownDatasets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The data sets a server trains on and hands out. They load beside the server's start; whoever needs one waits. */
public final class DatasetCatalogue {
    private final CompletableFuture<List<HostedDataset>> loading = new CompletableFuture<>();

    /** Begins to load, on a thread of its own. */
    public DatasetCatalogue(Supplier<List<HostedDataset>> source) {
        Thread loader = new Thread(() -> load(source), "datasets");
        loader.setDaemon(true);
        loader.start();
    }

    /** Whether everything is loaded; never waits. */
    public boolean ready() {
        return loading.isDone() && !loading.isCompletedExceptionally();
    }

    /** @throws IllegalStateException if loading failed */
    public List<HostedDataset> all() {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "Data sets could not be loaded: " + e.getCause().getMessage(), e);
        }
    }

    /**
     * The data that a run's description names, handed out here or among {@link KnownDatasets}, for which nobody waits.
     *
     * @throws IllegalArgumentException if there are none of this name; the message lists those there are
     * @throws IllegalStateException if loading failed
     */
    public Dataset data(String name) {
        return KnownDatasets.named(name)
                .or(() -> named(name).map(HostedDataset::data))
                .orElseThrow(() -> KnownDatasets.unknown(
                        name, all().stream().map(hosted -> hosted.data().name()).toList()));
    }

    public Optional<HostedDataset> named(String name) {
        return all().stream()
                .filter(dataset -> dataset.data().name().equals(name))
                .findFirst();
    }

    private void load(Supplier<List<HostedDataset>> source) {
        try {
            loading.complete(List.copyOf(source.get()));
        } catch (RuntimeException | OutOfMemoryError e) {
            loading.completeExceptionally(e);
        }
    }
}
