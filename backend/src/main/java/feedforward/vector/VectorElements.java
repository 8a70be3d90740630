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

/** {@link ElementKernels} as vectors, ranges of elements or of rows split among threads. Mutable: keeps the call at hand. */
final class VectorElements implements ElementKernels {
    /** Operations that an exponential, or what is made of it, is worth beside an addition. */
    private static final int EXPENSIVE = 12;

    private final Team team;
    private final Team.Range add = this::add;
    private final Team.Range scale = this::scale;
    private final Team.Range biasActivation = this::biasActivation;
    private final Team.Range activation = this::activation;
    private final Team.Range activationGradient = this::activationGradient;
    private final Team.Range dropOut = this::dropout;
    private final Team.Range softmax = this::softmax;
    private final Team.Range softmaxGradient = this::softmaxGradient;

    private HeapBuffer in;
    private HeapBuffer out;
    /** The bias, or what the forward pass saved. */
    private HeapBuffer given;

    private float factor;
    private Activation f;
    private Dropout dropout;
    private int columns;

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
        take(x, y);
        team.split(n, n, add);
    }

    @Override
    public void scale(int n, float factor, Buffer x, Buffer y) {
        take(x, y);
        this.factor = factor;
        team.split(n, n, scale);
    }

    @Override
    public void biasActivation(Activation f, Rows rows, Buffer bias, Buffer z, Buffer y) {
        take(z, y);
        given = HeapBuffer.of(bias);
        this.f = f;
        columns = rows.columns();
        team.each(rows.rows(), cost(f) * rows.elements(), biasActivation);
    }

    @Override
    public void activation(Activation f, int n, Buffer z, Buffer y) {
        take(z, y);
        this.f = f;
        team.split(n, cost(f) * n, activation);
    }

    @Override
    public void activationGradient(Activation f, int n, Buffer saved, Buffer dY, Buffer dZ) {
        take(dY, dZ);
        given = HeapBuffer.of(saved);
        this.f = f;
        long cost = f.gradientNeedsInput() ? EXPENSIVE : 1;
        team.split(n, cost * n, activationGradient);
    }

    @Override
    public void dropout(Dropout dropout, int n, Buffer x, Buffer y) {
        take(x, y);
        this.dropout = dropout;
        team.split(n, 4L * n, dropOut);
    }

    @Override
    public void softmax(Rows rows, Buffer z, Buffer p) {
        take(z, p);
        columns = rows.columns();
        team.each(rows.rows(), (long) EXPENSIVE * rows.elements(), softmax);
    }

    @Override
    public void softmaxGradient(Rows rows, Buffer p, Buffer dP, Buffer dZ) {
        take(dP, dZ);
        given = HeapBuffer.of(p);
        columns = rows.columns();
        team.each(rows.rows(), 4L * rows.elements(), softmaxGradient);
    }

    private void take(Buffer x, Buffer y) {
        in = HeapBuffer.of(x);
        out = HeapBuffer.of(y);
    }

    private void add(int first, int last, float[] scratch) {
        ElementLoops.add(last - first, in.array(), in.offset() + first, out.array(), out.offset() + first);
    }

    private void scale(int first, int last, float[] scratch) {
        ElementLoops.scale(last - first, factor, in.array(), in.offset() + first, out.array(), out.offset() + first);
    }

    private void biasActivation(int first, int last, float[] scratch) {
        for (int r = first; r < last; r++) {
            int at = in.offset() + r * columns;
            addBias(columns, given, in.array(), at);
            if (f != Activation.LINEAR || in != out) {
                ActivationLoops.apply(f, columns, in.array(), at, out.array(), out.offset() + r * columns, scratch);
            }
        }
    }

    private void activation(int first, int last, float[] scratch) {
        ActivationLoops.apply(
                f, last - first, in.array(), in.offset() + first, out.array(), out.offset() + first, scratch);
    }

    private void activationGradient(int first, int last, float[] scratch) {
        ActivationLoops.gradient(
                f,
                last - first,
                given.array(),
                given.offset() + first,
                in.array(),
                in.offset() + first,
                out.array(),
                out.offset() + first,
                scratch);
    }

    private void dropout(int first, int last, float[] scratch) {
        ElementLoops.dropout(dropout, first, last, in.array(), in.offset(), out.array(), out.offset());
    }

    private void softmax(int first, int last, float[] scratch) {
        SoftmaxLoops.softmax(
                last - first,
                columns,
                in.array(),
                in.offset() + first * columns,
                out.array(),
                out.offset() + first * columns,
                scratch);
    }

    private void softmaxGradient(int first, int last, float[] scratch) {
        for (int start = first * columns; start < last * columns; start += columns) {
            SoftmaxLoops.gradient(
                    columns,
                    given.array(),
                    given.offset() + start,
                    in.array(),
                    in.offset() + start,
                    out.array(),
                    out.offset() + start);
        }
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
