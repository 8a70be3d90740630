package feedforward.data;

import feedforward.hash.Sha256;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.List;

/**
 * Data sets out of a visitor's own files. The name says of which kind they are; the hash, that of their content, which.
 *
 * <p>Where there is no test set, a fifth is kept to judge by: drawn at random, since files are often sorted by class, but the same
 * for every run, so that runs can be compared.
 */
public final class OwnData {
    public static final String IMAGES = "own images";
    public static final String POINTS = "own points";
    public static final String TEXT = "own text";
    private static final int PARTS = 5;
    private static final long SPLIT_SEED = 0;

    private OwnData() {}

    /** Whether a run's description means such data, which only their files give. */
    public static boolean names(String name) {
        return List.of(IMAGES, POINTS, TEXT).contains(name);
    }

    /**
     * Grey images of one size, hashed file behind file.
     *
     * @param names of images and labels, and of the test set's if there is one, for messages
     * @param files their contents, idx files, in that order
     * @param classes in [1, {@value IdxFile#MOST_CLASSES}]
     * @throws IdxException if a file is malformed, a label is no class, or images and labels differ in number
     * @throws ShapeException if the test set's images are of another size
     * @throws IllegalArgumentException if there are too few
     */
    public static Dataset images(List<String> names, List<byte[]> files, int classes) {
        Sha256 hash = new Sha256();
        files.forEach(hash::update);
        Examples train = LabelledImages.parse(names.subList(0, 2), files.subList(0, 2), classes);
        if (files.size() == 2) {
            return split(names.get(0), IMAGES, hash.digestHex(), train);
        }
        Examples test = LabelledImages.parse(names.subList(2, 4), files.subList(2, 4), classes);
        requireSize(names.get(2), test, names.get(0), train.features());
        requireAny(names.get(0), train);
        requireAny(names.get(2), test);
        return new Dataset(IMAGES, hash.digestHex(), train, test);
    }

    /** @throws IllegalArgumentException if there are fewer than five */
    public static Dataset points(LabelledPoints points) {
        return split("Points", POINTS, points.sha256(), points.examples(0, points.labels().length));
    }

    /**
     * A text, whose last tenth is to judge by, with the vocabulary of its characters: see {@link TextCorpus}.
     *
     * @throws IllegalArgumentException if it is too short for windows of so many characters, or has half a character in it
     */
    public static Dataset text(String text, int window) {
        return TextCorpus.of(TEXT, text).dataset(window);
    }

    private static Dataset split(String where, String name, String sha256, Examples all) {
        if (all.count() < PARTS) {
            throw new IllegalArgumentException(where
                    + ": expected at least 5 examples, a fifth of which is kept to judge by, but was " + all.count());
        }
        return new Dataset(name, sha256, all, all).holdOut(all.count() / PARTS, SPLIT_SEED);
    }

    private static void requireSize(String where, Examples images, String other, Shape size) {
        if (!images.features().equals(size)) {
            throw new ShapeException(where + ": expected images of " + size + " pixels, as " + other + " has, but was "
                    + images.features());
        }
    }

    private static void requireAny(String where, Examples images) {
        if (images.count() == 0) {
            throw new IllegalArgumentException(where + ": expected at least one image but there are none");
        }
    }
}
