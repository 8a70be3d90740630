package feedforward.train;

import feedforward.device.Activation;
import feedforward.layer.ActivationSpec;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.DropoutSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.GlobalAveragePoolSpec;
import feedforward.layer.Initialiser;
import feedforward.layer.LayerSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.Padding;
import feedforward.layer.RescaleSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** The networks of the recipes on MNIST: 784 pixels from 0 to 1 in, ten probabilities out. */
final class MnistNetworks {
    private static final int CLASSES = 10;
    private static final Shape PIXELS = Shape.of(784);
    private static final Shape IMAGE = Shape.of(28, 28, 1);
    /** Of all training pixels, from 0 to 1. */
    private static final RescaleSpec STANDARDISED = new RescaleSpec(0.1307f, 0.3081f);

    private MnistNetworks() {}

    /** Softmax regression, 7,850 parameters. */
    static NetworkSpec softmax() {
        return ending(PIXELS, List.of());
    }

    /** Two hidden layers of 128 rectified units, 118,282 parameters. */
    static NetworkSpec mlp() {
        return ending(PIXELS, List.of(new DenseSpec(128, Activation.RELU), new DenseSpec(128, Activation.RELU)));
    }

    /** The same with dropout after each hidden layer. */
    static NetworkSpec mlpWithDropout(float rate) {
        return ending(
                PIXELS,
                List.of(
                        new DenseSpec(128, Activation.RELU),
                        new DropoutSpec(rate),
                        new DenseSpec(128, Activation.RELU),
                        new DropoutSpec(rate)));
    }

    /**
     * Two convolutions and a hidden layer, 215,194 parameters. Rectified before pooling, which gives the same numbers as after:
     * a maximum and a rectifier can change places.
     */
    static NetworkSpec fast() {
        Initialiser he = new Initialiser.He();
        return ending(
                IMAGE,
                List.of(
                        STANDARDISED,
                        new Conv2dSpec(24, 5, 1, Padding.VALID, Activation.RELU, he),
                        new MaxPool2dSpec(2),
                        new Conv2dSpec(32, 3, 1, Padding.VALID, Activation.RELU, he),
                        new MaxPool2dSpec(2),
                        new FlattenSpec(),
                        new DenseSpec(256, Activation.RELU, he)));
    }

    /** Six normalised convolutions 16-16-32-32-64-64 and a mean over what is left of the image, 72,890 parameters. */
    static NetworkSpec small() {
        List<LayerSpec> layers = new ArrayList<>();
        addConvolutions(layers, 16);
        layers.add(new MaxPool2dSpec(2));
        addConvolutions(layers, 32);
        layers.add(new MaxPool2dSpec(2));
        addConvolutions(layers, 64);
        layers.add(new GlobalAveragePoolSpec());
        return ending(IMAGE, layers);
    }

    private static void addConvolutions(List<LayerSpec> layers, int filters) {
        for (int i = 0; i < 2; i++) {
            layers.add(new Conv2dSpec(filters, 3, 1, Padding.SAME, Activation.LINEAR, new Initialiser.He()));
            layers.add(new BatchNormSpec());
            layers.add(new ActivationSpec(Activation.RELU));
        }
    }

    private static NetworkSpec ending(Shape input, List<LayerSpec> layers) {
        List<LayerSpec> all = new ArrayList<>(layers);
        all.add(new DenseSpec(CLASSES, Activation.LINEAR));
        all.add(new SoftmaxSpec());
        return new NetworkSpec(input, all);
    }
}
