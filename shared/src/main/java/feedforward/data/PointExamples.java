package feedforward.data;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/** Examples given as numbers: n rows of features [in] and of targets [out]. */
public final class PointExamples implements Examples {
    private final float[] x;
    private final float[] t;
    private final int in;
    private final int out;

    /** @throws ShapeException if x and t do not hold the same number of rows */
    public PointExamples(float[] x, int in, float[] t, int out) {
        if (x.length % in != 0 || t.length % out != 0 || x.length / in != t.length / out) {
            throw new ShapeException("Points: expected as many targets as points but were " + x.length
                    + " values in rows of " + in + " and " + t.length + " in rows of " + out);
        }
        this.x = x.clone();
        this.t = t.clone();
        this.in = in;
        this.out = out;
    }

    @Override
    public int count() {
        return x.length / in;
    }

    @Override
    public Shape features() {
        return Shape.of(in);
    }

    @Override
    public int targets() {
        return out;
    }

    @Override
    public void copy(int index, HostBatch batch, int row) {
        System.arraycopy(x, index * in, batch.x(), row * in, in);
        System.arraycopy(t, index * out, batch.t(), row * out, out);
    }
}
