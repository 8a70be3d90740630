package feedforward.data;

import feedforward.hash.Sha256;
import java.util.Arrays;

/**
 * Points of the plane, each of a class.
 *
 * @param xy x and y in turn
 * @param labels the class of each point, 0 … classes − 1
 */
public record LabelledPoints(float[] xy, int[] labels, int classes) {

    /** The points {@code from} … {@code to} − 1, to learn from or judge by: features [2], one-hot targets. */
    Examples examples(int from, int to) {
        float[] targets = new float[(to - from) * classes];
        for (int i = from; i < to; i++) {
            targets[(i - from) * classes + labels[i]] = 1;
        }
        return new PointExamples(Arrays.copyOfRange(xy, 2 * from, 2 * to), 2, targets, classes);
    }

    /** Of x and y as little-endian float32, then the classes as bytes. */
    String sha256() {
        byte[] bytes = new byte[4 * xy.length + labels.length];
        for (int i = 0; i < xy.length; i++) {
            int bits = Float.floatToRawIntBits(xy[i]);
            for (int b = 0; b < 4; b++) {
                bytes[4 * i + b] = (byte) (bits >>> (8 * b));
            }
        }
        for (int i = 0; i < labels.length; i++) {
            bytes[4 * xy.length + i] = (byte) labels[i];
        }
        return Sha256.hexOf(bytes);
    }

    /**
     * A data set: the first {@code train} points to learn from, the rest to judge by.
     *
     * @throws IllegalArgumentException if one of the two would be empty
     */
    public Dataset dataset(String name, int train) {
        if (train < 1 || train >= labels.length) {
            throw new IllegalArgumentException("Points: expected from 1 to " + (labels.length - 1) + " of the "
                    + labels.length + " points to learn from but was " + train);
        }
        return new Dataset(name, sha256(), examples(0, train), examples(train, labels.length));
    }
}
