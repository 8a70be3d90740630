package feedforward.optimiser;

import feedforward.device.AdamConstants;
import feedforward.device.Device;
import feedforward.device.ExactMath;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adam: m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g·g; in step t, from 1, with g = ∂loss/∂w,
 * w ← w − (η/(1 − β₁ᵗ))·m / (√v/√(1 − β₂ᵗ) + ε). Before it weights shrink: w ← w·(1 − η·λ), with weight decay λ. Remembers m and v.
 *
 * <p>The three factors are computed in double from the float32 β and η, and rounded once. Sources: Kingma and Ba 2015; for the
 * decay Loshchilov and Hutter 2019.
 */
public final class Adam implements Optimiser {
    private final Device device;
    private final AdamConstants constants;
    private final float weightDecay;
    private final AdamMoments[] moments;

    Adam(Device device, AdamSpec spec, float weightDecay, List<Parameter> parameters) {
        this.device = device;
        constants = new AdamConstants(spec.beta1(), spec.beta2(), spec.epsilon());
        this.weightDecay = weightDecay;
        moments = AdamMoments.of(device, parameters);
    }

    @Override
    public void step(float rate, int number) {
        float corrected = (float) (rate / seen(constants.beta1(), number));
        float correction = (float) (1 / Math.sqrt(seen(constants.beta2(), number)));
        float kept = (float) (1 - (double) rate * weightDecay);
        for (AdamMoments moment : moments) {
            if (weightDecay > 0 && moment.decays()) {
                device.updates().decay(moment.n(), kept, moment.buffers().w());
            }
            device.updates().adam(moment.n(), corrected, correction, constants, moment.buffers());
            device.elements().fill(moment.n(), 0, moment.buffers().g());
        }
    }

    @Override
    public List<NamedTensor> memory() {
        return Arrays.stream(moments)
                .flatMap(moment -> Stream.of(moment.m(), moment.v()))
                .toList();
    }

    /** 1 − βᵗ: what share of a mean over endless steps t steps make. */
    private static double seen(float beta, int number) {
        return 1 - ExactMath.power(beta, number);
    }
}
