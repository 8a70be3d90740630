package feedforward.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Along one axis of an image, which places of the kernel reach which pixels.
 *
 * @param taps the reaching places of the kernel, ascending, each with the distance of its pixel from the base
 * @param places the pixels written to that have these taps in common
 * @param bases of these places, in the image read from
 */
record Taps(List<Tap> taps, int[] places, int[] bases) {

    /** Forward: output place i reads pixel i·stride + u − before, which must lie in 0 … in−1. */
    static List<Taps> forward(int in, int out, int kernel, int stride, int before) {
        return grouped(out, i -> i * stride, i -> {
            List<Tap> taps = new ArrayList<>();
            for (int u = 0; u < kernel; u++) {
                int pixel = i * stride + u - before;
                if (pixel >= 0 && pixel < in) {
                    taps.add(new Tap(u, u - before));
                }
            }
            return taps;
        });
    }

    /** Backward: input place h reads output i where h + before − u = i·stride, which must lie in 0 … out−1. */
    static List<Taps> backward(int in, int out, int kernel, int stride, int before) {
        return grouped(in, h -> h / stride, h -> {
            List<Tap> taps = new ArrayList<>();
            for (int u = 0; u < kernel; u++) {
                int place = h + before - u;
                if (place >= 0 && place % stride == 0 && place / stride < out) {
                    taps.add(new Tap(u, place / stride - h / stride));
                }
            }
            return taps;
        });
    }

    private static List<Taps> grouped(int length, OfPlace<Integer> base, OfPlace<List<Tap>> taps) {
        Map<List<Tap>, List<Integer>> groups = new LinkedHashMap<>();
        for (int place = 0; place < length; place++) {
            groups.computeIfAbsent(taps.at(place), unused -> new ArrayList<>()).add(place);
        }
        List<Taps> result = new ArrayList<>();
        groups.forEach((common, places) -> result.add(new Taps(
                common,
                places.stream().mapToInt(place -> place).toArray(),
                places.stream().mapToInt(base::at).toArray())));
        return result;
    }

    /** A place of the kernel and the distance of its pixel. */
    record Tap(int place, int distance) {}

    private interface OfPlace<T> {
        T at(int place);
    }
}
