package feedforward.course;

/**
 * How many multiplications one example's gradient takes in a network of tanh layers with softmax and cross-entropy at its end;
 * additions and the functions themselves are not counted.
 *
 * <p>Forward, a weight costs one. Backward with all slopes kept: one for each weight's slope; behind the first layer one more for
 * each weight, to pass the slope on; two for each hidden unit, for (1 − h²) and its product. By itself, a weight's slope begins
 * at the cost each time: with D(l) for the slope of one unit's sum in layer l, D(last) = 0 and
 * D(l) = units(l+1)·(D(l+1) + 1) + 2; a weight into the layer costs D(l) + 1, a bias D(l).
 *
 * @param forward of one forward pass
 * @param backward of backpropagation after it
 * @param alone of each derivative by itself after it
 * @param differences of central differences: two forward passes for each parameter
 */
public record Multiplications(long forward, long backward, long alone, long differences) {

    /** @param units the inputs, then the units of each layer, such as 2, 3, 2 */
    public static Multiplications of(int... units) {
        int last = units.length - 1;
        long forward = 0;
        long backward = 0;
        long alone = 0;
        long parameters = 0;
        long slope = 0;
        for (int l = last; l > 0; l--) {
            long weights = (long) units[l - 1] * units[l];
            slope = l == last ? 0 : units[l + 1] * (slope + 1) + 2;
            forward += weights;
            backward += weights + (l > 1 ? weights + 2L * units[l - 1] : 0);
            alone += weights * (slope + 1) + units[l] * slope;
            parameters += weights + units[l];
        }
        return new Multiplications(forward, backward, alone, 2 * parameters * forward);
    }
}
