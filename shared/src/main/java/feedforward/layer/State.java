package feedforward.layer;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/**
 * What a recurrent layer remembers, [T + 1, n, H]: where the batch begins, then after each of its T steps. Where a pass continues
 * the one before, it begins where that ended, else at zero; training and inference are carried on apart, so that judging a
 * network leaves its training alone. Mutable.
 */
final class State {
    private final Device device;
    private final int units;
    private final TimeSteps steps;
    private final Tensor trained;
    private final Tensor inferred;
    private Buffer afterwards;

    State(Device device, int steps, int batch, int units) {
        this.device = device;
        this.units = units;
        this.steps = new TimeSteps(device, steps + 1, batch, units);
        afterwards = this.steps.all();
        trained = Tensor.zeros(device, Shape.of(batch, units));
        inferred = Tensor.zeros(device, Shape.of(batch, units));
    }

    /** The number of values kept for each example. */
    static long valuesPerExample(int steps, int units) {
        return (steps + 3L) * units;
    }

    void plan(int n) {
        steps.plan(n);
        int last = steps.count() - 1;
        afterwards = steps.all().slice(n * units, last * n * units);
    }

    void begin(Pass pass, int n) {
        if (pass.continues()) {
            device.elements().scale(n * units, 1, carried(pass).buffer(), steps.at(0));
        } else {
            device.elements().fill(n * units, 0, steps.at(0));
        }
    }

    void end(Pass pass, int n) {
        device.elements().scale(n * units, 1, last(), carried(pass).buffer());
    }

    /** Before step t; those before each of the T steps lie one behind the other from {@code before(0)} on. */
    Buffer before(int t) {
        return steps.at(t);
    }

    /** After step t. */
    Buffer after(int t) {
        return steps.at(t + 1);
    }

    /** Before each step, [T, n, H], and what follows the last. */
    Buffer befores() {
        return steps.all();
    }

    /** After each step, [T, n, H]. */
    Buffer afters() {
        return afterwards;
    }

    /** After the last step. */
    Buffer last() {
        return steps.at(steps.count() - 1);
    }

    /** Where the next training pass begins if it continues, [N, H]. */
    Tensor carried() {
        return trained;
    }

    private Tensor carried(Pass pass) {
        return pass.training() ? trained : inferred;
    }
}
