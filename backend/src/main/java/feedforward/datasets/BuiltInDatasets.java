package feedforward.datasets;

import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.data.KnownDatasets;
import feedforward.data.Mnist;
import feedforward.data.Sonnets;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The data sets inside the jar: MNIST as {@code data/mnist/<name>.gz}, the sonnets likewise, and the curve. */
public final class BuiltInDatasets {
    private BuiltInDatasets() {}

    public static List<HostedDataset> all() {
        return List.of(mnist(), curve(), sonnets());
    }

    /**
     * The data that a run's description names, inside the jar or among {@link KnownDatasets}; nothing else is read.
     *
     * @throws IllegalArgumentException if there are none of this name; the message lists those there are
     */
    public static Dataset named(String name) {
        return switch (name) {
            case Mnist.NAME -> mnist().data();
            case Sonnets.NAME -> sonnets().data();
            default ->
                KnownDatasets.named(name)
                        .orElseThrow(() -> KnownDatasets.unknown(name, List.of(Mnist.NAME, Sonnets.NAME)));
        };
    }

    public static HostedDataset curve() {
        return new HostedDataset(Curve.dataset(), List.of());
    }

    public static HostedDataset sonnets() {
        byte[] compressed = read(Sonnets.NAME, Sonnets.FILE);
        try {
            byte[] content = HostedFile.inflate(compressed);
            HostedFile file = HostedFile.of(Sonnets.FILE, compressed, content);
            return new HostedDataset(Sonnets.corpus(content).dataset(Sonnets.WINDOW), List.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Sonnets: " + e.getMessage(), e);
        }
    }

    public static HostedDataset mnist() {
        List<byte[]> compressed =
                Mnist.FILES.stream().map(name -> read(Mnist.NAME, name)).toList();
        return mnist(compressed);
    }

    /**
     * A data set in MNIST's form.
     *
     * @param compressed gzip of the four idx files, in the order of {@link Mnist#FILES}
     * @throws feedforward.data.IdxException if one is malformed
     */
    public static HostedDataset mnist(List<byte[]> compressed) {
        List<HostedFile> files = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        try {
            for (int i = 0; i < compressed.size(); i++) {
                byte[] content = HostedFile.inflate(compressed.get(i));
                files.add(HostedFile.of(Mnist.FILES.get(i), compressed.get(i), content));
                contents.add(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("MNIST: " + e.getMessage(), e);
        }
        return new HostedDataset(Mnist.dataset(contents), files);
    }

    private static byte[] read(String folder, String name) {
        String resource = "data/" + folder + "/" + name + ".gz";
        try (InputStream file = BuiltInDatasets.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new FileNotFoundException(
                        "Data set: expected " + resource + " inside the jar but found none; build it with mvn package");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
