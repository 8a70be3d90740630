package feedforward.datasets;

import feedforward.data.Dataset;
import java.util.List;
import java.util.Optional;

/** A data set and the files that a page builds it from itself; no files when the engine knows the data by heart. */
public record HostedDataset(Dataset data, List<HostedFile> files) {
    public HostedDataset {
        files = List.copyOf(files);
    }

    public Optional<HostedFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
