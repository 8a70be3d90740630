package feedforward.layer;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.Transpose;
import feedforward.tensor.Tensor;

/**
 * A recurrent layer's output from its state h after each step, Y [N, T, H] or of the last step [N, H], and the way back. Mutable.
 */
final class SequenceOutput {
    private final Device device;
    private final int steps;
    private final int units;
    private final boolean everyStep;
    private final Tensor outputs;
    private Plan plan;

    SequenceOutput(RecurrentSpec spec, LayerContext context) {
        device = context.device();
        steps = context.input().size(0);
        units = spec.units();
        everyStep = spec.returnSequences();
        outputs = Tensor.zeros(device, spec.output(context.input()).withBatch(context.batch()));
        plan(context.batch());
    }

    void plan(int n) {
        Transpose toTime = new Transpose(1, n, steps, units);
        plan = new Plan(n, toTime, toTime.inverse());
    }

    Tensor forward(State hidden) {
        if (everyStep) {
            device.linear().transpose(plan.fromTime, hidden.afters(), outputs.buffer());
        } else {
            device.elements().scale(plan.examples * units, 1, hidden.last(), outputs.buffer());
        }
        return outputs.rows(plan.examples);
    }

    /** Writes dY to the steps it belongs to, and zero to the others. */
    void backward(Tensor dY, TimeSteps hiddenGradients) {
        if (everyStep) {
            device.linear().transpose(plan.toTime, dY.buffer(), hiddenGradients.all());
        } else {
            int n = plan.examples * units;
            Buffer last = hiddenGradients.at(steps - 1);
            device.elements().fill((steps - 1) * n, 0, hiddenGradients.all());
            device.elements().scale(n, 1, dY.buffer(), last);
        }
    }

    /** A batch size's axes, kept until a batch of another size comes. */
    private record Plan(int examples, Transpose toTime, Transpose fromTime) {}
}
