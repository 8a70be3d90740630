package feedforward.cli;

import feedforward.data.Dataset;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.OwnData;
import feedforward.data.PointsCsv;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Files of one's own to train on: images, points or a text. Written by the command line; a group nobody gives stays null. */
final class OwnDataOptions {
    @ArgGroup(exclusive = false)
    private ImageFiles images;

    @Option(
            names = "--points",
            paramLabel = "CSV",
            description = "Points of the plane, a line for each: x,y,class. A fifth, drawn at random but always the"
                    + " same, is kept to judge by")
    private Optional<Path> points = Optional.empty();

    @Option(
            names = "--text",
            paramLabel = "FILE",
            description = "A text in UTF-8, read character by character; its last tenth is to judge by. sonnets-lstm"
                    + " adapts to the text's characters; the network of a RUN.json must fit them")
    private Optional<Path> text = Optional.empty();

    /** Images with a class each. */
    private static final class ImageFiles {
        @Option(
                names = "--images",
                required = true,
                paramLabel = "IDX",
                description = "Grey images, an uncompressed idx file as MNIST's")
        private Path images;

        @Option(names = "--labels", required = true, paramLabel = "IDX", description = "Their classes, likewise")
        private Path labels;

        @ArgGroup(exclusive = false)
        private TestFiles test;

        List<Path> all() {
            List<Path> files = new ArrayList<>(List.of(images, labels));
            Optional.ofNullable(test).ifPresent(set -> files.addAll(List.of(set.images, set.labels)));
            return files;
        }
    }

    /** Images to judge by. */
    private static final class TestFiles {
        @Option(
                names = "--test-images",
                required = true,
                paramLabel = "IDX",
                description = "Images to judge by; without them it is a fifth of --images, drawn at random but always"
                        + " the same")
        private Path images;

        @Option(names = "--test-labels", required = true, paramLabel = "IDX", description = "Their classes")
        private Path labels;
    }

    /**
     * The data in the files; empty where none are given.
     *
     * @param network for which they are, which says how many classes there are and how long a window of the text is
     * @throws IllegalArgumentException if a file is malformed; the message names it
     */
    Optional<Dataset> read(NetworkSpec network) throws IOException {
        int given = (images == null ? 0 : 1) + (points.isPresent() ? 1 : 0) + (text.isPresent() ? 1 : 0);
        if (given > 1) {
            throw new IllegalArgumentException(
                    "Own data: expected one of --images, --points and --text but were " + given);
        }
        if (points.isPresent()) {
            return Optional.of(readPoints(points.get()));
        }
        if (text.isPresent()) {
            return Optional.of(readText(text.get(), network));
        }
        return images == null ? Optional.empty() : Optional.of(readImages(images.all(), network));
    }

    private static Dataset readImages(List<Path> files, NetworkSpec network) throws IOException {
        if (!network.endsInSoftmax() || network.output().rank() != 1) {
            throw new IllegalArgumentException("--images: expected a run whose network ends in softmax over classes,"
                    + " such as mnist-mlp, but this one does not classify");
        }
        List<String> names = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files) {
            names.add(file.toString());
            contents.add(InFile.read(file));
        }
        for (int i = 0; i < files.size(); i += 2) {
            requireSize(names.get(i), contents.get(i), network.input());
        }
        return OwnData.images(
                names, contents, Math.min(IdxFile.MOST_CLASSES, network.output().elements()));
    }

    /** Where the network takes images, not only so many pixels, theirs must be the same rows and columns. */
    private static void requireSize(String file, byte[] content, Shape input) {
        IdxImages given = IdxFile.parseImages(file, content);
        if (input.rank() == 3 && !input.equals(Shape.of(given.rows(), given.columns(), 1))) {
            throw new ShapeException(file + ": expected images of " + input + ", as the run's network takes, but was "
                    + Shape.of(given.rows(), given.columns(), 1));
        }
    }

    private static Dataset readPoints(Path file) throws IOException {
        String csv = InFile.text(file);
        return InFile.parsed(file, () -> OwnData.points(PointsCsv.parse(csv)));
    }

    private static Dataset readText(Path file, NetworkSpec network) throws IOException {
        if (network.vocabulary() == 0) {
            throw new IllegalArgumentException("--text: expected a run whose network reads texts, such as"
                    + " sonnets-lstm, but its first layer takes numbers");
        }
        String content = InFile.text(file);
        return InFile.parsed(file, () -> OwnData.text(content, network.input().elements()));
    }
}
