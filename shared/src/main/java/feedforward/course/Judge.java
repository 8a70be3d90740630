package feedforward.course;

import feedforward.data.Dataset;
import feedforward.data.Examples;
import feedforward.data.HostBatch;
import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import feedforward.train.Evaluation;
import feedforward.train.EvaluationReport;
import feedforward.train.RunSpec;
import java.util.List;

/** Judges a network by all training and all test examples, whatever batches it learns from. Mutable: has a likeness of its own. */
public final class Judge {
    private final RunSpec spec;
    private final Dataset data;
    private final Device device;
    private final int most;
    private final Likeness likeness;
    private final Tensor trainingInputs;

    public Judge(RunSpec spec, Dataset data, Device device) {
        this.spec = spec;
        this.data = data;
        this.device = device;
        most = Math.max(data.train().count(), data.test().count());
        likeness = new Likeness(spec.network(), device, most);
        trainingInputs = Tensor.of(
                device, Shape.of(data.train().count(), data.train().features().elements()), inputs(data.train()));
    }

    /** Loss, and accuracy where the network classifies, on the examples that it learns from. */
    public EvaluationReport training(Network network) {
        return evaluate(network, data.train());
    }

    /** The same on those that it does not. */
    public EvaluationReport test(Network network) {
        return evaluate(network, data.test());
    }

    /** The dense layers, with their outputs for all training examples. */
    public List<LayerState> layers(Network network) {
        return LayerState.of(spec.network(), likeness.of(network), trainingInputs);
    }

    private EvaluationReport evaluate(Network network, Examples examples) {
        return Evaluation.of(likeness.of(network), spec.loss(), device, examples, most);
    }

    private static float[] inputs(Examples examples) {
        int width = examples.features().elements();
        HostBatch batch =
                new HostBatch(new float[examples.count() * width], new float[examples.count() * examples.targets()]);
        for (int i = 0; i < examples.count(); i++) {
            examples.copy(i, batch, i);
        }
        return batch.x();
    }
}
