package feedforward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Dataset;
import feedforward.datasets.BuiltInDatasets;
import feedforward.device.HeapDevice;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.train.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

    /** What TensorFlow.js, onnxruntime and libtorch reach with the same weights in the same order. */
    @ParameterizedTest
    @CsvSource({"W1, 600, 0.9053", "W2, 468, 0.9116"})
    void oneEpochEndsWhereOtherEnginesEnd(String workload, int batches, double accuracy) {
        Dataset mnist = BuiltInDatasets.mnist().data();
        HeapDevice device = new HeapDevice();
        BenchNetwork description = Workload.named(workload).network();
        Network network = description.build(device);
        BenchStep step = BenchStep.training(device, description, network, BenchData.train(mnist));

        for (int batch = 0; batch < batches; batch++) {
            step.run(batch);
        }

        assertThat(Evaluation.of(network, LossKind.CROSS_ENTROPY, device, mnist.test(), 100)
                        .accuracy())
                .hasValue(accuracy);
    }

    /** Computed by the JavaScript of the other engines' measurements, whose dense rows follow the image's pixels. */
    @Test
    void theConvolutionalNetworkStartsFromTheOtherEnginesWeights() {
        Network network = Workload.named("W3").network().build(new HeapDevice());

        float[] kernel = network.parameters().get(0).value().toArray();
        float[] secondKernel = network.parameters().get(2).value().toArray();
        float[] dense = network.parameters().get(4).value().toArray();
        float[] last = network.parameters().get(6).value().toArray();

        assertThat(kernel[5]).isEqualTo(0.007559398654848337f);
        assertThat(secondKernel[1000]).isEqualTo(-0.06715846806764603f);
        assertThat(dense[0]).isEqualTo(-0.007020480930805206f);
        // Their row of pixel (1, 2), channel 3 is (1·5 + 2)·64 + 3 = 451, ours 3·25 + 1·5 + 2 = 82; unit 7.
        assertThat(dense[82 * 128 + 7]).isEqualTo(0.038862694054841995f);
        assertThat(last[3]).isEqualTo(0.08730082213878632f);
    }

    /** The first numbers of mulberry32 with seed 42, computed by its JavaScript original. */
    @Test
    void generatorIsTheOtherEngines() {
        Mulberry32 random = new Mulberry32(42);

        assertThat(new double[] {random.next(), random.next(), random.next()})
                .containsExactly(0.6011037519201636, 0.44829055899754167, 0.8524657934904099);
    }
}
