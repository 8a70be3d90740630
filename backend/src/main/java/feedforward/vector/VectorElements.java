package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import feedforward.device.Activation;
import feedforward.device.Buffer;
import feedforward.device.Dropout;
import feedforward.device.ElementKernels;
import feedforward.device.HeapBuffer;
import feedforward.device.Rows;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** {@link ElementKernels} as vectors, ranges of elements or of rows split among threads. */
final class VectorElements implements ElementKernels {
    /** Operations that an exponential, or what is made of it, is worth beside an addition. */
    private static final int EXPENSIVE = 12;

    private final Team team;

    VectorElements(Team team) {
        this.team = team;
    }

    @Override
    public void fill(int n, float value, Buffer x) {
        HeapBuffer target = HeapBuffer.of(x);
        Arrays.fill(target.array(), target.offset(), target.offset() + n, value);
    }

    @Override
    public void add(int n, Buffer x, Buffer y) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer out = HeapBuffer.of(y);
        team.split(
                n,
                n,
                (first, last, scratch) -> ElementLoops.add(
                        last - first, in.array(), in.offset() + first, out.array(), out.offset() + first));
    }

    @Override
    public void scale(int n, float factor, Buffer x, Buffer y) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer out = HeapBuffer.of(y);
        team.split(
                n,
                n,
                (first, last, scratch) -> ElementLoops.scale(
                        last - first, factor, in.array(), in.offset() + first, out.array(), out.offset() + first));
    }

    @Override
    public void biasActivation(Activation f, Rows rows, Buffer bias, Buffer z, Buffer y) {
        HeapBuffer sums = HeapBuffer.of(z);
        HeapBuffer out = HeapBuffer.of(y);
        int columns = rows.columns();
        team.each(rows.rows(), cost(f) * rows.elements(), (first, last, scratch) -> {
            for (int r = first; r < last; r++) {
                int at = sums.offset() + r * columns;
                addBias(columns, HeapBuffer.of(bias), sums.array(), at);
                if (f != Activation.LINEAR || y != z) {
                    ActivationLoops.apply(
                            f, columns, sums.array(), at, out.array(), out.offset() + r * columns, scratch);
                }
            }
        });
    }

    @Override
    public void activation(Activation f, int n, Buffer z, Buffer y) {
        HeapBuffer in = HeapBuffer.of(z);
        HeapBuffer out = HeapBuffer.of(y);
        team.split(
                n,
                cost(f) * n,
                (first, last, scratch) -> ActivationLoops.apply(
                        f, last - first, in.array(), in.offset() + first, out.array(), out.offset() + first, scratch));
    }

    @Override
    public void activationGradient(Activation f, int n, Buffer saved, Buffer dY, Buffer dZ) {
        HeapBuffer values = HeapBuffer.of(saved);
        HeapBuffer in = HeapBuffer.of(dY);
        HeapBuffer out = HeapBuffer.of(dZ);
        long cost = f.gradientNeedsInput() ? EXPENSIVE : 1;
        team.split(
                n,
                cost * n,
                (first, last, scratch) -> ActivationLoops.gradient(
                        f,
                        last - first,
                        values.array(),
                        values.offset() + first,
                        in.array(),
                        in.offset() + first,
                        out.array(),
                        out.offset() + first,
                        scratch));
    }

    @Override
    public void dropout(Dropout dropout, int n, Buffer x, Buffer y) {
        HeapBuffer in = HeapBuffer.of(x);
        HeapBuffer out = HeapBuffer.of(y);
        team.split(
                n,
                4L * n,
                (first, last, scratch) ->
                        ElementLoops.dropout(dropout, first, last, in.array(), in.offset(), out.array(), out.offset()));
    }

    @Override
    public void softmax(Rows rows, Buffer z, Buffer p) {
        HeapBuffer in = HeapBuffer.of(z);
        HeapBuffer out = HeapBuffer.of(p);
        team.each(
                rows.rows(),
                (long) EXPENSIVE * rows.elements(),
                (first, last, scratch) -> SoftmaxLoops.softmax(
                        new Rows(last - first, rows.columns()),
                        in.array(),
                        in.offset() + first * rows.columns(),
                        out.array(),
                        out.offset() + first * rows.columns(),
                        scratch));
    }

    @Override
    public void softmaxGradient(Rows rows, Buffer p, Buffer dP, Buffer dZ) {
        HeapBuffer probabilities = HeapBuffer.of(p);
        HeapBuffer in = HeapBuffer.of(dP);
        HeapBuffer out = HeapBuffer.of(dZ);
        team.each(rows.rows(), 4L * rows.elements(), (first, last, scratch) -> {
            for (int start = first * rows.columns(); start < last * rows.columns(); start += rows.columns()) {
                SoftmaxLoops.gradient(
                        rows.columns(),
                        probabilities.array(),
                        probabilities.offset() + start,
                        in.array(),
                        in.offset() + start,
                        out.array(),
                        out.offset() + start);
            }
        });
    }

    private static long cost(Activation f) {
        return switch (f) {
            case LINEAR, RELU, LEAKY_RELU -> 1;
            case SIGMOID, TANH, SOFTPLUS, GELU -> EXPENSIVE;
        };
    }

    private static void addBias(int columns, HeapBuffer bias, float[] z, int at) {
        float[] b = bias.array();
        int from = bias.offset();
        int c = 0;
        for (; c <= columns - COUNT; c += COUNT) {
            FloatVector.fromArray(SPECIES, z, at + c)
                    .add(FloatVector.fromArray(SPECIES, b, from + c))
                    .intoArray(z, at + c);
        }
        for (; c < columns; c++) {
            z[at + c] = z[at + c] + b[from + c];
        }
    }
}
