package feedforward.lesson.playground;

import feedforward.data.Dataset;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.Initialiser;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.Regime;
import feedforward.train.Regularisation;
import feedforward.train.RunSpec;
import java.util.ArrayList;
import java.util.List;

/** What a visitor sets before the first step. */
record Settings(PlanePoints points, List<HiddenLayer> layers, Training training) {
    static final Settings USUAL = new Settings(
            PlanePoints.USUAL,
            List.of(new HiddenLayer(4, Activation.TANH), new HiddenLayer(2, Activation.TANH)),
            Training.USUAL);

    Settings with(PlanePoints other) {
        return new Settings(other, layers, training);
    }

    Settings with(List<HiddenLayer> other) {
        return new Settings(points, List.copyOf(other), training);
    }

    Settings with(Training other) {
        return new Settings(points, layers, other);
    }

    /** With the hidden layer at a place, from 0, another. */
    Settings with(int place, HiddenLayer layer) {
        List<HiddenLayer> other = new ArrayList<>(layers);
        other.set(place, layer);
        return with(other);
    }

    /** With a hidden layer more, like the last. */
    Settings withAnotherLayer() {
        List<HiddenLayer> other = new ArrayList<>(layers);
        other.add(layers.isEmpty() ? USUAL.layers.get(0) : layers.get(layers.size() - 1));
        return with(other);
    }

    /** With a hidden layer fewer. */
    Settings withoutLastLayer() {
        return with(layers.subList(0, layers.size() - 1));
    }

    /** The run that these settings mean: softmax and cross-entropy over the classes, for as long as anybody likes. */
    RunSpec spec(Dataset data) {
        Regularisation penalties =
                Regularisation.NONE.withPenalties(Training.number(training.l1()), Training.number(training.l2()));
        return new RunSpec(
                new DataSpec(data.name(), data.sha256(), 0),
                network(data.train().targets()),
                LossKind.CROSS_ENTROPY,
                training.method().spec(Training.number(training.rate())),
                Integer.parseInt(training.batch()),
                RunSpec.MOST_EPOCHS,
                training.seed(),
                Regime.PLAIN.with(penalties));
    }

    private NetworkSpec network(int classes) {
        Initialiser start = training.start().initialiser();
        List<LayerSpec> specs = new ArrayList<>();
        layers.forEach(layer -> specs.add(new DenseSpec(layer.units(), layer.activation(), start)));
        specs.add(new DenseSpec(classes, Activation.LINEAR, start));
        specs.add(new SoftmaxSpec());
        return new NetworkSpec(Shape.of(2), specs);
    }
}
