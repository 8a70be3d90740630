package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import feedforward.device.HeapBuffer;
import feedforward.device.Pooling;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Maxima over windows of images first … last−1, lanes along the channels; {@link #places} are the caller's to keep. */
final class PoolingLoops {
    private PoolingLoops() {}

    static void maximum(Pooling pooling, int[] places, int first, int last, HeapBuffer x, HeapBuffer y) {
        int channels = pooling.in().channels();
        int pixels = pooling.out().pixels();
        for (int output = first * pixels; output < last * pixels; output++) {
            int from = x.offset() + corner(pooling, output);
            int to = y.offset() + output * channels;
            int c = 0;
            for (; c <= channels - COUNT; c += COUNT) {
                maximumOfVectors(places, x.array(), from + c, y.array(), to + c);
            }
            for (; c < channels; c++) {
                maximumOfChannel(pooling, x.array(), from + c, y.array(), to + c);
            }
        }
    }

    static void gradient(
            Pooling pooling,
            int[] places,
            int first,
            int last,
            HeapBuffer x,
            HeapBuffer y,
            HeapBuffer dY,
            HeapBuffer dX) {
        int channels = pooling.in().channels();
        int pixels = pooling.out().pixels();
        int elements = pooling.in().elements();
        Arrays.fill(dX.array(), dX.offset() + first * elements, dX.offset() + last * elements, 0f);
        for (int output = first * pixels; output < last * pixels; output++) {
            int at = corner(pooling, output);
            int from = output * channels;
            int c = 0;
            for (; c <= channels - COUNT; c += COUNT) {
                spreadVectors(places, x, y, dY, dX, at + c, from + c);
            }
            for (; c < channels; c++) {
                spreadChannel(pooling, x, y, dY, dX, at + c, from + c);
            }
        }
    }

    /** Where the window of an output pixel starts in the input. */
    private static int corner(Pooling pooling, int output) {
        int pixels = pooling.out().pixels();
        int h = output % pixels / pooling.out().width() * pooling.stride();
        int w = output % pooling.out().width() * pooling.stride();
        int image = output / pixels;
        return ((image * pooling.in().height() + h) * pooling.in().width() + w)
                * pooling.in().channels();
    }

    /** How far the pixels of a window lie from its corner. */
    static int[] places(Pooling pooling) {
        int[] places = new int[pooling.window()];
        for (int place = 0; place < places.length; place++) {
            int row = place / pooling.width();
            int column = place % pooling.width();
            places[place] = row * rowStep(pooling) + column * pooling.in().channels();
        }
        return places;
    }

    private static int rowStep(Pooling pooling) {
        return pooling.in().width() * pooling.in().channels();
    }

    private static void maximumOfVectors(int[] places, float[] x, int from, float[] y, int to) {
        FloatVector largest = FloatVector.fromArray(SPECIES, x, from);
        for (int place = 1; place < places.length; place++) {
            largest = largest.max(FloatVector.fromArray(SPECIES, x, from + places[place]));
        }
        largest.intoArray(y, to);
    }

    private static void maximumOfChannel(Pooling pooling, float[] x, int from, float[] y, int to) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int u = 0; u < pooling.height(); u++) {
            for (int v = 0; v < pooling.width(); v++) {
                largest = Math.max(
                        largest,
                        x[from + u * rowStep(pooling) + v * pooling.in().channels()]);
            }
        }
        y[to] = largest;
    }

    /** Adds +0 to where nothing goes, which changes nothing, as no sum that starts at +0 is −0. */
    private static void spreadVectors(
            int[] places, HeapBuffer x, HeapBuffer y, HeapBuffer dY, HeapBuffer dX, int at, int from) {
        float[] in = x.array();
        float[] out = dX.array();
        int atX = x.offset() + at;
        int to = dX.offset() + at;
        FloatVector largest = FloatVector.fromArray(SPECIES, y.array(), y.offset() + from);
        FloatVector left = FloatVector.fromArray(SPECIES, dY.array(), dY.offset() + from);
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int place : places) {
            VectorMask<Float> here =
                    FloatVector.fromArray(SPECIES, in, atX + place).compare(VectorOperators.EQ, largest);
            FloatVector.fromArray(SPECIES, out, to + place)
                    .add(zero.blend(left, here))
                    .intoArray(out, to + place);
            left = left.blend(zero, here);
        }
    }

    private static void spreadChannel(
            Pooling pooling, HeapBuffer x, HeapBuffer y, HeapBuffer dY, HeapBuffer dX, int at, int from) {
        float largest = y.array()[y.offset() + from];
        for (int u = 0; u < pooling.height(); u++) {
            for (int v = 0; v < pooling.width(); v++) {
                int pixel = at + u * rowStep(pooling) + v * pooling.in().channels();
                if (x.array()[x.offset() + pixel] == largest) {
                    int to = dX.offset() + pixel;
                    dX.array()[to] = dX.array()[to] + dY.array()[dY.offset() + from];
                    return;
                }
            }
        }
    }
}
