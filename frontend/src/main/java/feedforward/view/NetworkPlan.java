package feedforward.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a {@link NetworkPicture} stand: across in percent of its width, so that it fits any, down in pixels.
 * Many columns or rows get smaller circles; a label fits between any two.
 */
final class NetworkPlan {
    private static final int ROOM_FOR_LABEL = 24;

    private final int[] sizes;
    private final int most;

    /** @param sizes the number of units in each column, at least one in each */
    NetworkPlan(int... sizes) {
        this.sizes = sizes.clone();
        int largest = 1;
        for (int size : sizes) {
            largest = Math.max(largest, size);
        }
        most = largest;
    }

    int[] sizes() {
        return sizes.clone();
    }

    /** All units, column by column, then all weights, in the order in which arrow keys lead through them. */
    List<NetworkPart> parts() {
        List<NetworkPart> parts = new ArrayList<>();
        for (int column = 0; column < sizes.length; column++) {
            for (int row = 0; row < sizes[column]; row++) {
                parts.add(new NetworkPart.Unit(column, row));
            }
        }
        for (int column = 0; column + 1 < sizes.length; column++) {
            for (int place = 0; place < sizes[column] * sizes[column + 1]; place++) {
                parts.add(new NetworkPart.Weight(column, place / sizes[column + 1], place % sizes[column + 1]));
            }
        }
        return parts;
    }

    int radius() {
        if (sizes.length <= 5 && most <= 6) {
            return 20;
        }
        return sizes.length <= 6 ? 17 : 14;
    }

    int height() {
        return most * spacing() + ROOM_FOR_LABEL / 2;
    }

    /** In percent of the width, such as "12.50%". */
    String x(int column) {
        return Svg.length(100 * (column + 0.5) / sizes.length) + "%";
    }

    /** Each column stands in the middle of the height. */
    double y(int column, int row) {
        return (height() + ROOM_FOR_LABEL / 2) / 2.0 + (row - (sizes[column] - 1) / 2.0) * spacing();
    }

    private int spacing() {
        return 2 * radius() + ROOM_FOR_LABEL;
    }
}
