package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import feedforward.device.Buffer;
import feedforward.device.Gemm;
import feedforward.device.HeapBuffer;
import feedforward.device.LinearKernels;
import feedforward.device.Rows;
import feedforward.device.Transpose;
import jdk.incubator.vector.FloatVector;

/** {@link LinearKernels} as vectors. Mutable: keeps the call at hand; see also {@link VectorGemm}. */
final class VectorLinear implements LinearKernels {
    private final Team team;
    private final VectorGemm product;
    private final Team.Job columnSums = this::addColumnSums;
    private final Team.Range transposition = this::transpose;

    private HeapBuffer in;
    private HeapBuffer out;
    private Rows rows;
    private Transpose transpose;
    private int parts;

    VectorLinear(Team team) {
        this.team = team;
        product = new VectorGemm(team);
    }

    @Override
    public void gemm(Gemm gemm, Buffer a, Buffer b, Buffer c) {
        product.run(gemm, HeapBuffer.of(a), HeapBuffer.of(b), HeapBuffer.of(c));
    }

    @Override
    public void addColumnSums(Rows rows, Buffer x, Buffer sum) {
        take(x, sum);
        this.rows = rows;
        parts = team.parts(rows.elements(), rows.columns() / (2 * COUNT));
        team.run(parts, columnSums);
    }

    @Override
    public void transpose(Transpose transpose, Buffer x, Buffer y) {
        take(x, y);
        this.transpose = transpose;
        long elements = (long) transpose.outer() * transpose.rows() * transpose.columns() * transpose.inner();
        team.split(transpose.rows(), elements, transposition);
    }

    private void take(Buffer x, Buffer y) {
        in = HeapBuffer.of(x);
        out = HeapBuffer.of(y);
    }

    private void transpose(int first, int last, float[] scratch) {
        Transposition.run(transpose, first, last, in, out);
    }

    private void addColumnSums(int part) {
        int first = Parts.start(part, parts, rows.columns(), COUNT);
        int last = Parts.start(part + 1, parts, rows.columns(), COUNT);
        addColumnSums(rows, in, out, first, last);
    }

    private static void addColumnSums(Rows rows, HeapBuffer x, HeapBuffer sum, int first, int last) {
        int c = first;
        for (; c + 2 * COUNT <= last; c += 2 * COUNT) {
            addTwoVectors(rows, x.array(), x.offset() + c, sum.array(), sum.offset() + c);
        }
        for (; c + COUNT <= last; c += COUNT) {
            addVector(rows, x.array(), x.offset() + c, sum.array(), sum.offset() + c);
        }
        for (; c < last; c++) {
            addColumn(rows, x.array(), x.offset() + c, sum.array(), sum.offset() + c);
        }
    }

    private static void addTwoVectors(Rows rows, float[] x, int from, float[] sum, int to) {
        FloatVector left = FloatVector.fromArray(SPECIES, sum, to);
        FloatVector right = FloatVector.fromArray(SPECIES, sum, to + COUNT);
        int at = from;
        for (int r = 0; r < rows.rows(); r++) {
            left = left.add(FloatVector.fromArray(SPECIES, x, at));
            right = right.add(FloatVector.fromArray(SPECIES, x, at + COUNT));
            at += rows.columns();
        }
        left.intoArray(sum, to);
        right.intoArray(sum, to + COUNT);
    }

    private static void addVector(Rows rows, float[] x, int from, float[] sum, int to) {
        FloatVector total = FloatVector.fromArray(SPECIES, sum, to);
        int at = from;
        for (int r = 0; r < rows.rows(); r++) {
            total = total.add(FloatVector.fromArray(SPECIES, x, at));
            at += rows.columns();
        }
        total.intoArray(sum, to);
    }

    private static void addColumn(Rows rows, float[] x, int from, float[] sum, int to) {
        float total = sum[to];
        for (int r = 0; r < rows.rows(); r++) {
            total = total + x[from + r * rows.columns()];
        }
        sum[to] = total;
    }
}
