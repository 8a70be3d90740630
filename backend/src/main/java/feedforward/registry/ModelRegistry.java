package feedforward.registry;

import feedforward.device.Device;
import feedforward.files.AtomicFile;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models kept in a folder as {@code <sha256 of the weights>.safetensors}. Thread-safe: one model is read at a time, which
 * bounds the memory that uploads can take.
 */
public final class ModelRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
    private static final String SUFFIX = ".safetensors";
    private static final int MOST_MODELS = 200;

    private final Path folder;
    private final Supplier<Device> devices;
    private final Map<String, StoredModel> models = new TreeMap<>();

    /**
     * Finds the models that the folder holds already.
     *
     * @param devices what a model is built on, to see whether its weights fit
     */
    public ModelRegistry(Path folder, Supplier<Device> devices) throws IOException {
        this.folder = folder;
        this.devices = devices;
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).forEach(this::recall);
        }
    }

    /** A model, and whether it came anew. */
    public record Kept(StoredModel model, boolean isNew) {}

    /**
     * Keeps a file; one whose weights are kept already changes nothing.
     *
     * @throws IllegalArgumentException if it is no safetensors file of one of our networks with weights that fit
     * @throws ModelConflictException if these weights are kept for another network
     * @throws RegistryFullException if too many are kept
     */
    public synchronized Kept keep(Path upload) throws IOException {
        byte[] content = Files.readAllBytes(upload);
        StoredModel model = check(content);
        StoredModel known = models.get(model.sha256());
        if (known != null) {
            if (!known.network().equals(model.network())) {
                throw new ModelConflictException(model.sha256());
            }
            return new Kept(known, false);
        }
        if (models.size() >= MOST_MODELS) {
            throw new RegistryFullException(MOST_MODELS, folder);
        }
        AtomicFile.write(file(model.sha256()), content);
        models.put(model.sha256(), model);
        return new Kept(model, true);
    }

    /** By hash. */
    public synchronized Collection<StoredModel> list() {
        return List.copyOf(models.values());
    }

    public synchronized Optional<byte[]> read(String sha256) {
        if (!models.containsKey(sha256)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(sha256)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recall(Path file) {
        try {
            StoredModel model = check(Files.readAllBytes(file));
            if (file.equals(file(model.sha256()))) {
                models.put(model.sha256(), model);
            } else {
                LOG.warn("{} is left out: its weights have the hash {}", file, model.sha256());
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("{} is left out: {}", file, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredModel check(byte[] content) {
        SavedModel model = SavedModel.parse(content);
        try (Device device = devices.get()) {
            model.build(device, 1);
        }
        return new StoredModel(model.sha256(), model.network());
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + SUFFIX);
    }
}
