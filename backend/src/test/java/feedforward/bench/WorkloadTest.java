package feedforward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Dataset;
import feedforward.datasets.BuiltInDatasets;
import feedforward.device.HeapDevice;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.train.Evaluation;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    /** 0.9053 is what TensorFlow.js, onnxruntime and libtorch reach with the same weights in the same order. */
    @Test
    void oneEpochOfSoftmaxRegressionEndsWhereOtherEnginesDo() {
        Dataset mnist = BuiltInDatasets.mnist().data();
        HeapDevice device = new HeapDevice();
        BenchNetwork description = Workload.W1.network();
        Network network = description.build(device);
        BenchStep step = BenchStep.training(device, description, network, BenchData.train(mnist));

        for (int batch = 0; batch < 600; batch++) {
            step.run(batch);
        }

        assertThat(Evaluation.of(network, LossKind.CROSS_ENTROPY, device, mnist.test(), 100)
                        .accuracy())
                .hasValue(0.9053);
    }

    /** The first numbers of mulberry32 with seed 42, computed by its JavaScript original. */
    @Test
    void generatorIsTheOtherEngines() {
        Mulberry32 random = new Mulberry32(42);

        assertThat(new double[] {random.next(), random.next(), random.next()})
                .containsExactly(0.6011037519201636, 0.44829055899754167, 0.8524657934904099);
    }
}
