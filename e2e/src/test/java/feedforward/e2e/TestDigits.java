package feedforward.e2e;

import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.Mnist;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The digits of MNIST's test set, as the server gives them out. */
final class TestDigits {
    private static final int PIXELS = 784;

    private final IdxImages images;
    private final byte[] labels;

    TestDigits(String address) {
        images = IdxFile.parseImages(Mnist.FILES.get(2), fetch(address, Mnist.FILES.get(2)));
        labels = IdxFile.parseLabels(Mnist.FILES.get(3), fetch(address, Mnist.FILES.get(3)), Mnist.CLASSES);
    }

    /** One digit: its place in the test set, what it is and its pixels. */
    record Digit(int index, int label, byte[] image) {}

    Digit at(int index) {
        byte[] image = Arrays.copyOfRange(images.pixels(), index * PIXELS, (index + 1) * PIXELS);
        return new Digit(index, labels[index], image);
    }

    /** The first {@code count} of each class, 0 to 9. */
    List<Digit> firstOfEachClass(int count) {
        List<Digit> digits = new ArrayList<>();
        for (int label = 0; label < Mnist.CLASSES; label++) {
            int found = 0;
            for (int index = 0; found < count; index++) {
                if (labels[index] == label) {
                    digits.add(at(index));
                    found++;
                }
            }
        }
        return digits;
    }

    private static byte[] fetch(String address, String file) {
        try (InputStream content =
                URI.create(address + "/api/v1/datasets/mnist/" + file).toURL().openStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
