package feedforward.data;

import feedforward.hash.Sha256;
import java.util.List;

/**
 * MNIST: 60,000 handwritten digits to learn from and 10,000 to judge by, 28×28 grey pixels each (LeCun, Cortes, Burges).
 */
public final class Mnist {
    public static final String NAME = "mnist";
    public static final int CLASSES = 10;

    /** Of the four files of {@link #FILES} one behind the other. */
    public static final String SHA256 = "b2d8f5bf39174ee5ffeefa97e42d673c35432b411bb5d1f74fbbeddae7f1690a";

    /** The names of the idx files: training images and labels, test images and labels. */
    public static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    private Mnist() {}

    /**
     * The data set that the idx files hold, which need not be MNIST's own: the hash tells.
     *
     * @param files the contents of four idx files, in the order of {@link #FILES}
     * @throws IdxException if a file is malformed, or images and labels differ in number
     */
    public static Dataset dataset(List<byte[]> files) {
        Sha256 hash = new Sha256();
        files.forEach(hash::update);
        return new Dataset(
                NAME,
                hash.digestHex(),
                LabelledImages.parse(FILES.subList(0, 2), files.subList(0, 2), CLASSES),
                LabelledImages.parse(FILES.subList(2, 4), files.subList(2, 4), CLASSES));
    }
}
