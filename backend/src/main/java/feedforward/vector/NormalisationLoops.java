package feedforward.vector;

import static feedforward.vector.Lanes.SPECIES;

import feedforward.device.Buffer;
import feedforward.device.HeapBuffer;
import feedforward.device.NormalisationBuffers;
import feedforward.device.NormalisationGradients;
import feedforward.device.Rows;
import jdk.incubator.vector.FloatVector;

/** Batch normalisation of COUNT neighbouring columns, c being the first of them. */
final class NormalisationLoops {
    private NormalisationLoops() {}

    static void statistics(Rows rows, int c, Buffer x, Buffer mean, Buffer variance) {
        float[] in = HeapBuffer.of(x).array();
        int from = HeapBuffer.of(x).offset() + c;
        int columns = rows.columns();
        FloatVector sum = FloatVector.zero(SPECIES);
        int at = from;
        for (int r = 0; r < rows.rows(); r++) {
            sum = sum.add(FloatVector.fromArray(SPECIES, in, at));
            at += columns;
        }
        FloatVector centre = sum.div(rows.rows());
        FloatVector squares = FloatVector.zero(SPECIES);
        at = from;
        for (int r = 0; r < rows.rows(); r++) {
            FloatVector difference = FloatVector.fromArray(SPECIES, in, at).sub(centre);
            squares = squares.add(difference.mul(difference));
            at += columns;
        }
        store(centre, mean, c);
        store(squares.div(rows.rows()), variance, c);
    }

    static void normalise(Rows rows, int c, float epsilon, NormalisationBuffers buffers) {
        float[] in = HeapBuffer.of(buffers.x()).array();
        float[] out = HeapBuffer.of(buffers.y()).array();
        int at = HeapBuffer.of(buffers.x()).offset() + c;
        int to = HeapBuffer.of(buffers.y()).offset() + c;
        int columns = rows.columns();
        FloatVector mean = load(buffers.mean(), c);
        FloatVector factor = factor(load(buffers.variance(), c), epsilon);
        FloatVector scale = load(buffers.scale(), c);
        FloatVector shift = load(buffers.shift(), c);
        for (int r = 0; r < rows.rows(); r++) {
            FloatVector.fromArray(SPECIES, in, at)
                    .sub(mean)
                    .mul(factor)
                    .mul(scale)
                    .add(shift)
                    .intoArray(out, to);
            at += columns;
            to += columns;
        }
    }

    static void gradient(
            Rows rows, int c, float epsilon, NormalisationBuffers buffers, NormalisationGradients gradients) {
        float[] x = HeapBuffer.of(buffers.x()).array();
        float[] dY = HeapBuffer.of(gradients.dY()).array();
        float[] dX = HeapBuffer.of(gradients.dX()).array();
        int columns = rows.columns();
        int atX = HeapBuffer.of(buffers.x()).offset() + c;
        int atY = HeapBuffer.of(gradients.dY()).offset() + c;
        FloatVector mean = load(buffers.mean(), c);
        FloatVector factor = factor(load(buffers.variance(), c), epsilon);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector products = FloatVector.zero(SPECIES);
        int at = 0;
        for (int r = 0; r < rows.rows(); r++) {
            FloatVector slope = FloatVector.fromArray(SPECIES, dY, atY + at);
            FloatVector normal =
                    FloatVector.fromArray(SPECIES, x, atX + at).sub(mean).mul(factor);
            sum = sum.add(slope);
            products = products.add(slope.mul(normal));
            at += columns;
        }
        store(load(gradients.dShift(), c).add(sum), gradients.dShift(), c);
        store(load(gradients.dScale(), c).add(products), gradients.dScale(), c);
        FloatVector outer = load(buffers.scale(), c).mul(factor);
        FloatVector meanSlope = sum.div(rows.rows());
        FloatVector meanProduct = products.div(rows.rows());
        int to = HeapBuffer.of(gradients.dX()).offset() + c;
        at = 0;
        for (int r = 0; r < rows.rows(); r++) {
            FloatVector normal =
                    FloatVector.fromArray(SPECIES, x, atX + at).sub(mean).mul(factor);
            FloatVector inner =
                    FloatVector.fromArray(SPECIES, dY, atY + at).sub(meanSlope).sub(normal.mul(meanProduct));
            outer.mul(inner).intoArray(dX, to + at);
            at += columns;
        }
    }

    private static FloatVector factor(FloatVector variance, float epsilon) {
        return FloatVector.broadcast(SPECIES, 1f).div(variance.add(epsilon).sqrt());
    }

    private static FloatVector load(Buffer buffer, int c) {
        return FloatVector.fromArray(
                SPECIES, HeapBuffer.of(buffer).array(), HeapBuffer.of(buffer).offset() + c);
    }

    private static void store(FloatVector value, Buffer buffer, int c) {
        value.intoArray(HeapBuffer.of(buffer).array(), HeapBuffer.of(buffer).offset() + c);
    }
}
