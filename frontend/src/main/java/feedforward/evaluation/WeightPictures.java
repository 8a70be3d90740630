package feedforward.evaluation;

import feedforward.model.StoredTensor;
import feedforward.wire.SavedModel;
import java.util.Optional;

/**
 * A network's first weights as square pictures: for a dense layer on 28×28 pixels one for each unit, for a convolution one for each
 * filter. Immutable; {@code values} is used as it is.
 *
 * @param names what each is the picture of: a class, a unit or a filter
 * @param count how many
 * @param side rows and columns of each
 * @param values [count, side, side]
 */
@SuppressWarnings("ArrayRecordComponent")
record WeightPictures(String names, int count, int side, float[] values) {
    private static final int PIXELS = 784;
    private static final int MOST = 32;
    private static final int CLASSES = 10;

    /** Empty where the first weights are no pictures. */
    static Optional<WeightPictures> of(SavedModel model) {
        return model.weights().values().stream().findFirst().flatMap(WeightPictures::of);
    }

    private static Optional<WeightPictures> of(StoredTensor first) {
        int rank = first.shape().rank();
        if (rank == 2 && first.shape().size(1) == PIXELS) {
            int units = Math.min(MOST, first.shape().size(0));
            String names = first.shape().size(0) == CLASSES ? "class" : "unit";
            return Optional.of(new WeightPictures(names, units, 28, first.values()));
        }
        if (rank == 4
                && first.shape().size(1) == 1
                && first.shape().size(2) == first.shape().size(3)) {
            int filters = Math.min(MOST, first.shape().size(0));
            return Optional.of(
                    new WeightPictures("filter", filters, first.shape().size(2), first.values()));
        }
        return Optional.empty();
    }

    /** The largest magnitude of those shown. */
    float limit() {
        float limit = 0;
        for (int i = 0; i < count * side * side; i++) {
            limit = Math.max(limit, Math.abs(values[i]));
        }
        return limit;
    }

    /** What the picture with this number shows: classes count from 0, units and filters from 1. */
    String name(int number) {
        return names + " " + (names.equals("class") ? number : number + 1);
    }
}
