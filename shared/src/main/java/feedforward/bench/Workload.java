package feedforward.bench;

import feedforward.data.Dataset;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.Padding;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What is measured, by the names of other engines' measurements. */
public enum Workload {
    /** Softmax regression 784-10, batches of 100, rate 0.5; the weights start at zero. */
    W1("W1"),
    /** 784-128-128-10 with ReLU, batches of 128, rate 0.1. */
    W2("W2"),
    /** 28×28×1, convolution 3×3×32, pool 2, convolution 3×3×64, pool 2, 128, 10; ReLU, batches of 64, Adam at 0.001. */
    W3("W3"),
    /** An LSTM of 128 units on 65 symbols and a layer of 65, 32 streams of 64 characters, Adam at 0.002, state carried on. */
    W4("W4"),
    /** 1-100-1 with tanh on 40 points, all in one batch, mean squared error at rate 0.05. */
    W6("W6"),
    /** One digit through W2's network: image in, ten numbers out. */
    W5_W2("W5-W2"),
    /** The same through W3's. */
    W5_W3("W5-W3");

    private final String id;

    Workload(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether {@link #run} needs MNIST. */
    public boolean needsMnist() {
        return this != W4 && this != W6;
    }

    /** About how long {@link #run} takes on a quick device once it has its data, in seconds. */
    public double expectedSeconds(double seconds) {
        return switch (this) {
            case W1, W2, W3, W4 -> 2 * Stopwatch.ratesSeconds(seconds);
            case W6 -> Stopwatch.ratesSeconds(seconds);
            case W5_W2, W5_W3 -> Stopwatch.EXPECTED_LATENCY_SECONDS;
        };
    }

    /**
     * Measures this workload, in each mode it has.
     *
     * @param mnist asked only when needed
     * @param seconds of each of the five windows
     * @param nanoClock a clock in nanoseconds that never goes back
     * @param progress told often which part of it is done, in (0, 1]
     */
    public List<BenchResult> run(
            Device device, Supplier<Dataset> mnist, double seconds, LongSupplier nanoClock, DoubleConsumer progress) {
        device.awaitFullSpeed();
        Stopwatch stopwatch = new Stopwatch(nanoClock, seconds, progress);
        Stopwatch first = new Stopwatch(nanoClock, seconds, part -> progress.accept(part / 2));
        Stopwatch second = new Stopwatch(nanoClock, seconds, part -> progress.accept((1 + part) / 2));
        return switch (this) {
            case W1, W2, W3 ->
                List.of(
                        throughput("train", device, training(device, BenchData.train(mnist.get())), first),
                        throughput("infer", device, inference(device, BenchData.test(mnist.get())), second));
            case W4 ->
                List.of(
                        throughput("train", device, training(device, BenchData.text()), first),
                        throughput("infer", device, inference(device, BenchData.text()), second));
            case W6 -> List.of(throughput("train", device, training(device, BenchData.sine()), stopwatch));
            case W5_W2, W5_W3 -> {
                BenchNetwork single = network().withBatch(1);
                BenchStep step = BenchStep.inference(device, single, BenchData.test(mnist.get()));
                yield List.of(BenchResult.latency(id, device.name(), stopwatch.latency(step)));
            }
        };
    }

    /** Not a field: who only names workloads, as the page does, need not carry the networks. */
    BenchNetwork network() {
        return switch (this) {
            case W1 -> mnist(List.of(), 100, 0.5f);
            case W2, W5_W2 -> mlp();
            case W3, W5_W3 -> cnn();
            case W4 -> lstm();
            case W6 -> curve();
        };
    }

    private BenchStep training(Device device, BenchData data) {
        BenchNetwork network = network();
        return BenchStep.training(device, network, network.build(device), data);
    }

    private BenchStep inference(Device device, BenchData data) {
        return BenchStep.inference(device, network(), data);
    }

    /** @throws IllegalArgumentException if there is no such workload; the message lists those there are */
    public static Workload named(String id) {
        List<String> known = new ArrayList<>();
        for (Workload workload : values()) {
            if (workload.id.equals(id)) {
                return workload;
            }
            known.add(workload.id);
        }
        throw new IllegalArgumentException(
                "Workload: expected one of [" + String.join(", ", known) + "] but was \"" + id + "\"");
    }

    private BenchResult throughput(String mode, Device device, BenchStep step, Stopwatch stopwatch) {
        double[] rates = stopwatch.rates(step, unitsPerStep());
        String unit = needsMnist() ? "images/s" : this == W4 ? "characters/s" : "steps/s";
        return BenchResult.throughput(id, mode, rates, unit, device.name());
    }

    private int unitsPerStep() {
        BenchNetwork network = network();
        int characters = network.batch() * network.spec().input().elements();
        return needsMnist() ? network.batch() : this == W4 ? characters : 1;
    }

    private static BenchNetwork mlp() {
        return mnist(List.of(new DenseSpec(128, Activation.RELU), new DenseSpec(128, Activation.RELU)), 128, 0.1f);
    }

    private static BenchNetwork cnn() {
        List<LayerSpec> layers = List.of(
                new Conv2dSpec(32, 3, Padding.VALID, Activation.RELU),
                new MaxPool2dSpec(2),
                new Conv2dSpec(64, 3, Padding.VALID, Activation.RELU),
                new MaxPool2dSpec(2),
                new FlattenSpec(),
                new DenseSpec(128, Activation.RELU),
                new DenseSpec(10, Activation.LINEAR),
                new SoftmaxSpec());
        NetworkSpec network = new NetworkSpec(Shape.of(28, 28, 1), layers);
        return new BenchNetwork(network, LossKind.CROSS_ENTROPY, AdamSpec.of(1e-3f), 64, true);
    }

    private static BenchNetwork lstm() {
        List<LayerSpec> layers = List.of(
                new LstmSpec(128, BenchText.VOCABULARY, true),
                new DenseSpec(BenchText.VOCABULARY, Activation.LINEAR),
                new SoftmaxSpec());
        NetworkSpec network = new NetworkSpec(Shape.of(BenchText.WINDOW), layers);
        return new BenchNetwork(network, LossKind.CROSS_ENTROPY, AdamSpec.of(2e-3f), BenchText.STREAMS, true);
    }

    private static BenchNetwork mnist(List<LayerSpec> hidden, int batch, float rate) {
        List<LayerSpec> layers = new ArrayList<>(hidden);
        layers.add(new DenseSpec(10, Activation.LINEAR));
        layers.add(new SoftmaxSpec());
        return new BenchNetwork(
                new NetworkSpec(Shape.of(784), layers),
                LossKind.CROSS_ENTROPY,
                new SgdSpec(rate),
                batch,
                !hidden.isEmpty());
    }

    /** Our squared error is half the mean of the squares, so the rate is twice theirs. */
    private static BenchNetwork curve() {
        NetworkSpec network = new NetworkSpec(
                Shape.of(1), List.of(new DenseSpec(100, Activation.TANH), new DenseSpec(1, Activation.LINEAR)));
        return new BenchNetwork(network, LossKind.SQUARED_ERROR, new SgdSpec(0.1f), 40, true);
    }
}
