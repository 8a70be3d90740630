package feedforward.vector;

import feedforward.device.Activation;
import feedforward.device.AdamBuffers;
import feedforward.device.AdamConstants;
import feedforward.device.Buffer;
import feedforward.device.Convolution;
import feedforward.device.Device;
import feedforward.device.Gemm;
import feedforward.device.HeapBuffer;
import feedforward.device.HeapDevice;
import feedforward.device.ImageSize;
import feedforward.device.LossBuffers;
import feedforward.device.LstmBuffers;
import feedforward.device.Pooling;
import feedforward.device.Rows;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Single kernels at the sizes that they have in the workloads W2 (gemm, updates), W3 (images) and W4 (lstm). Those that change
 * their own input find it unchanged: nothing is added, or rates and gates are such that the values stay what they are.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
    private static final int LENGTH = 1 << 22;
    private static final int UNITS = 128;
    private static final Rows ROWS = new Rows(128, 128);
    private static final Convolution FIRST =
            new Convolution(64, new ImageSize(28, 28, 1), new ImageSize(26, 26, 32), 3, 1, 0, 0);
    private static final Convolution SECOND =
            new Convolution(64, new ImageSize(13, 13, 32), new ImageSize(11, 11, 64), 3, 1, 0, 0);
    private static final Pooling POOL = new Pooling(64, new ImageSize(26, 26, 32), new ImageSize(13, 13, 32), 2, 2, 2);

    /** 0 threads: the reference. */
    @Param({"0", "1", "2"})
    private int threads;

    private Device device;
    private final Buffer a = values();
    private final Buffer b = values();
    private final Buffer c = values();
    private final Buffer d = values();
    private final Buffer zeros = HeapBuffer.zeros(LENGTH);
    private final Buffer squares = squares();
    private final Buffer gates = gates(1);
    private final Buffer gateBias = gates(-1);

    @Setup
    public void start() {
        device = threads == 0 ? new HeapDevice() : VectorDevice.start(threads);
        device.awaitFullSpeed();
    }

    @TearDown
    public void close() {
        device.close();
    }

    @Benchmark
    public void gemmForward() {
        device.linear().gemm(Gemm.of(128, 128, 784), a, b, c);
    }

    @Benchmark
    public void gemmWeightGradient() {
        device.linear().gemm(Gemm.of(784, 128, 128).transposingA(), a, b, c);
    }

    @Benchmark
    public void gemmInputGradient() {
        device.linear().gemm(Gemm.of(128, 128, 128).transposingB(), a, b, c);
    }

    @Benchmark
    public void biasRelu() {
        device.elements().biasActivation(Activation.RELU, ROWS, zeros, a, b);
    }

    @Benchmark
    public void biasTanh() {
        device.elements().biasActivation(Activation.TANH, ROWS, zeros, a, b);
    }

    @Benchmark
    public void softmaxCrossEntropy() {
        device.losses().softmaxCrossEntropy(new Rows(128, 10), 1, new LossBuffers(a, b, c, d));
    }

    @Benchmark
    public void adam() {
        device.updates().adam(118_282, 0f, 1f, new AdamConstants(1f, 1f, 1e-8f), new AdamBuffers(a, b, squares, c));
    }

    @Benchmark
    public void convolveFirst() {
        device.images().convolve(FIRST, a, b, c);
    }

    @Benchmark
    public void convolveSecond() {
        device.images().convolve(SECOND, a, b, c);
    }

    @Benchmark
    public void convolveSecondInputGradient() {
        device.images().convolveInputGradient(SECOND, a, b, c);
    }

    @Benchmark
    public void convolveFirstKernelGradient() {
        device.images().convolveKernelGradient(FIRST, a, zeros, b);
    }

    @Benchmark
    public void convolveSecondKernelGradient() {
        device.images().convolveKernelGradient(SECOND, a, zeros, b);
    }

    @Benchmark
    public void maxPool() {
        device.images().maxPool(POOL, a, b);
    }

    @Benchmark
    public void lstmStep() {
        device.sequences().lstm(new Rows(32, UNITS), gateBias, new LstmBuffers(gates, a, b, c, d));
    }

    private static Buffer values() {
        return buffer(i -> (i % 31 - 15) / 32f);
    }

    /** None is negative. */
    private static Buffer squares() {
        return buffer(i -> i % 31 / 32f);
    }

    /** σ(½ − ½) = ½ in the gates i, f and o, tanh(0 − 0) = 0 in g. */
    private static Buffer gates(float sign) {
        return buffer(i -> i / UNITS % 4 == 2 ? 0f : sign / 2);
    }

    private static Buffer buffer(Values of) {
        float[] values = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = of.at(i);
        }
        return new HeapBuffer(values, 0, LENGTH);
    }

    /** The value at each place. */
    private interface Values {
        float at(int i);
    }
}
