package feedforward.vector;

import feedforward.device.Activation;
import feedforward.device.AdamBuffers;
import feedforward.device.AdamConstants;
import feedforward.device.Buffer;
import feedforward.device.Convolution;
import feedforward.device.Counter;
import feedforward.device.Device;
import feedforward.device.Dropout;
import feedforward.device.Gemm;
import feedforward.device.GruBuffers;
import feedforward.device.GruGradients;
import feedforward.device.HeapBuffer;
import feedforward.device.ImageSize;
import feedforward.device.LossBuffers;
import feedforward.device.LstmBuffers;
import feedforward.device.LstmGradients;
import feedforward.device.MomentBuffers;
import feedforward.device.NormalisationBuffers;
import feedforward.device.NormalisationGradients;
import feedforward.device.Pooling;
import feedforward.device.PoolingBuffers;
import feedforward.device.Rows;
import feedforward.device.Transpose;

/**
 * Small jobs that make the JVM compile the vector kernels: until its last compiler has, vector code runs a hundred times slower
 * than plain loops, and a short training would end before. {@link #run} works through the families in the order of
 * {@link Family}, on a device of its own.
 */
final class WarmUp {
    /** In which order they get warm. */
    enum Family {
        LINEAR,
        ELEMENTS,
        LOSSES,
        UPDATES,
        SEQUENCES,
        IMAGES,
        NORMALISATION
    }

    private static final int CALLS = 100;
    private static final long WARM_NANOS = 200_000;
    private static final long MOST_NANOS = 3_000_000_000L;
    private static final int UNITS = 3 * Lanes.COUNT + 1;
    private static final Rows ROWS = new Rows(4, UNITS);
    private static final int LENGTH = 16 * UNITS;

    private final Device device;
    private final Buffer a = HeapBuffer.zeros(LENGTH);
    private final Buffer b = HeapBuffer.zeros(LENGTH);
    private final Buffer c = HeapBuffer.zeros(LENGTH);
    private final Buffer d = HeapBuffer.zeros(LENGTH);
    private final Buffer e = HeapBuffer.zeros(LENGTH);
    private final Buffer f = HeapBuffer.zeros(LENGTH);
    private final Buffer g = HeapBuffer.zeros(LENGTH);

    /** @param device warm from the start */
    WarmUp(Device device) {
        this.device = device;
    }

    /** Until it is fast, or has been tried long enough. */
    void run(Family family) {
        long start = System.nanoTime();
        long before;
        do {
            before = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                call(family);
            }
        } while (System.nanoTime() - before > calls(family) * WARM_NANOS && System.nanoTime() - start < MOST_NANOS);
    }

    /** How many kernels a call of a family runs. */
    private static int calls(Family family) {
        return switch (family) {
            case LINEAR -> 8;
            case ELEMENTS -> 2 * Activation.values().length + 3;
            case LOSSES -> 1;
            case UPDATES -> 7;
            case SEQUENCES -> 4;
            case IMAGES -> 5;
            case NORMALISATION -> 3;
        };
    }

    private void call(Family family) {
        switch (family) {
            case LINEAR -> linear();
            case ELEMENTS -> elements();
            case LOSSES -> device.losses().softmaxCrossEntropy(ROWS, 1, new LossBuffers(a, b, c, d));
            case UPDATES -> updates();
            case SEQUENCES -> sequences();
            case IMAGES -> images();
            case NORMALISATION -> normalisation();
        }
    }

    private void linear() {
        device.linear().gemm(Gemm.of(8, UNITS, 16), a, b, c);
        device.linear().gemm(Gemm.of(9, UNITS, 16).transposingA(), a, b, c);
        device.linear().gemm(Gemm.of(9, UNITS, 16).transposingB(), a, b, c);
        device.linear().gemm(Gemm.of(1, 2 * UNITS, 8), a, b, c);
        device.linear().gemm(Gemm.of(UNITS, 1, 8).transposingA(), a, b, c);
        device.linear().gemm(Gemm.of(8, 1, UNITS), a, b, c);
        device.linear().addColumnSums(ROWS, a, b);
        device.linear().transpose(new Transpose(1, 8, UNITS, 1), a, b);
    }

    private void elements() {
        for (Activation activation : Activation.values()) {
            device.elements().biasActivation(activation, ROWS, a, b, c);
            device.elements().activationGradient(activation, LENGTH, a, b, c);
        }
        device.elements().add(LENGTH, a, b);
        device.elements().scale(LENGTH, 0.5f, a, b);
        device.elements().dropout(new Dropout(new Counter(1, 2), 1 << 23, 2f), LENGTH, a, b);
    }

    private void updates() {
        MomentBuffers moments = new MomentBuffers(a, b, c);
        device.updates().sgd(LENGTH, 0.1f, a, b);
        device.updates().momentum(LENGTH, 0.1f, 0.9f, moments);
        device.updates().nesterov(LENGTH, 0.1f, 0.9f, moments);
        device.updates().adagrad(LENGTH, 0.1f, 1f, moments);
        device.updates().rmsProp(LENGTH, 0.1f, 0.9f, 1f, moments);
        device.updates().adam(LENGTH, 0.1f, 1f, new AdamConstants(0.9f, 0.9f, 1f), new AdamBuffers(a, b, c, d));
        device.updates().decay(LENGTH, 0.5f, a);
    }

    private void sequences() {
        LstmBuffers lstm = new LstmBuffers(a, b, c, d, e);
        device.sequences().lstm(ROWS, g, lstm);
        device.sequences().lstmGradient(ROWS, lstm, new LstmGradients(b, c, f));
        GruBuffers gru = new GruBuffers(a, b, c, d);
        device.sequences().gru(ROWS, gru);
        device.sequences().gruGradient(ROWS, gru, new GruGradients(c, e, f, g));
    }

    private void images() {
        ImageSize in = new ImageSize(3, 4, 4);
        ImageSize out = new ImageSize(2, 3, 4);
        Convolution convolution = new Convolution(1, in, out, 2, 1, 0, 0);
        device.images().convolve(convolution, a, b, c);
        device.images().convolveInputGradient(convolution, a, b, c);
        device.images().convolveKernelGradient(convolution, a, b, c);
        int channels = LENGTH / 8;
        Pooling pooling = new Pooling(2, new ImageSize(2, 2, channels), new ImageSize(1, 1, channels), 2, 2, 1);
        device.images().maxPool(pooling, a, b);
        device.images().maxPoolGradient(pooling, new PoolingBuffers(a, b, c, d));
    }

    private void normalisation() {
        Rows rows = new Rows(8, Lanes.COUNT);
        NormalisationBuffers buffers = new NormalisationBuffers(a, b, c, d, e, f);
        device.normalisation().statistics(rows, a, b, c);
        device.normalisation().normalise(rows, 1f, buffers);
        device.normalisation().gradient(rows, 1f, buffers, new NormalisationGradients(a, b, d, f));
    }
}
