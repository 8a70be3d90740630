package feedforward.lesson.playground;

import feedforward.device.Activation;
import feedforward.view.HeatColours;
import feedforward.view.HeatMap;
import feedforward.view.NetworkPart;
import feedforward.view.NetworkPicture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The network's picture with a small heat map in each unit: what it gives over the plane. Mutable. */
final class UnitPictures {
    private static final String LETTERS = "abcdef";
    private static final String[] DIGITS = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};

    private final NetworkPicture picture;
    private final List<HeatMap> maps = new ArrayList<>();
    private String[][] labels = {};

    UnitPictures(NetworkPicture picture) {
        this.picture = picture;
    }

    /** The units' names: x₁ and x₂, a₁ … of the first hidden layer, b₁ … of the second, p₀ … of the classes. */
    static String[][] labels(List<HiddenLayer> layers, int classes) {
        String[][] labels = new String[layers.size() + 2][];
        labels[0] = row("x", 2, 1);
        for (int i = 0; i < layers.size(); i++) {
            labels[i + 1] = row(LETTERS.substring(i, i + 1), layers.get(i).units(), 1);
        }
        labels[layers.size() + 1] = row("p", classes, 0);
        return labels;
    }

    /** Values that a column's units have over the plane, for the ends of the colours. */
    static float[] range(List<HiddenLayer> layers, int column, float[] outputs) {
        if (column == 0) {
            return new float[] {-PlanePoints.REACH, PlanePoints.REACH};
        }
        if (column > layers.size()) {
            return new float[] {0, 1};
        }
        Activation activation = layers.get(column - 1).activation();
        if (activation == Activation.SIGMOID) {
            return new float[] {0, 1};
        }
        float limit = activation == Activation.TANH ? 1 : largest(outputs);
        return new float[] {-limit, limit};
    }

    void show(List<HiddenLayer> layers, Snapshot snapshot, int classes, HeatColours colours) {
        String[][] newer = labels(layers, classes);
        if (!Arrays.deepEquals(labels, newer)) {
            labels = newer;
            picture.layers(labels);
            maps.clear();
            for (int column = 0; column < labels.length; column++) {
                for (int row = 0; row < labels[column].length; row++) {
                    maps.add(new HeatMap(picture.canvas(new NetworkPart.Unit(column, row))));
                }
            }
        }
        picture.weights(weights(snapshot));
        int map = 0;
        for (int column = 0; column < labels.length; column++) {
            float[] outputs = outputs(snapshot, column);
            float[] range = range(layers, column, outputs);
            for (int row = 0; row < labels[column].length; row++) {
                maps.get(map).diverging(outputs, labels[column].length, row, range[0], range[1], colours);
                map++;
            }
        }
    }

    /** What the units of a column give over the plane [pixels, units]: the places themselves, then each layer; softmax in place of its scores. */
    static float[] outputs(Snapshot snapshot, int column) {
        if (column == 0) {
            return places(snapshot.side());
        }
        List<float[]> outputs = snapshot.outputs();
        return outputs.get(column == outputs.size() - 1 ? column : column - 1);
    }

    private double[][][] weights(Snapshot snapshot) {
        double[][][] weights = new double[labels.length - 1][][];
        for (int column = 0; column < weights.length; column++) {
            float[] values = snapshot.parameters().get(2 * column);
            int in = labels[column].length;
            int out = labels[column + 1].length;
            weights[column] = new double[in][out];
            for (int i = 0; i < values.length; i++) {
                weights[column][i / out][i % out] = values[i];
            }
        }
        return weights;
    }

    private static float[] places(int side) {
        float[] places = new float[2 * side * side];
        for (int i = 0; i < side * side; i++) {
            int row = i / side;
            places[2 * i] = PlanePoints.REACH * (2f * (i % side) + 1 - side) / side;
            places[2 * i + 1] = PlanePoints.REACH * (side - 1 - 2f * row) / side;
        }
        return places;
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static String[] row(String letter, int count, int first) {
        String[] row = new String[count];
        for (int i = 0; i < count; i++) {
            int number = first + i;
            row[i] = letter + (number > 9 ? DIGITS[number / 10] : "") + DIGITS[number % 10];
        }
        return row;
    }
}
