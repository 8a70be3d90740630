package feedforward.optimiser;

import feedforward.device.AdamRates;
import feedforward.device.Device;
import feedforward.device.ExactMath;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
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
    private final AdamSpec spec;
    private final float weightDecay;
    private final List<AdamMoments> moments;

    Adam(Device device, AdamSpec spec, float weightDecay, List<Parameter> parameters) {
        this.device = device;
        this.spec = spec;
        this.weightDecay = weightDecay;
        moments = AdamMoments.of(device, parameters);
    }

    @Override
    public void step(float rate, int number) {
        AdamRates rates = rates(rate, number);
        float kept = (float) (1 - (double) rate * weightDecay);
        for (AdamMoments moment : moments) {
            if (weightDecay > 0 && moment.decays()) {
                device.updates().decay(moment.n(), kept, moment.buffers().w());
            }
            device.updates().adam(moment.n(), rates, moment.buffers());
            device.elements().fill(moment.n(), 0, moment.buffers().g());
        }
    }

    @Override
    public List<NamedTensor> memory() {
        return moments.stream()
                .flatMap(moment -> Stream.of(moment.m(), moment.v()))
                .toList();
    }

    private AdamRates rates(float rate, int number) {
        double seen1 = 1 - ExactMath.power(spec.beta1(), number);
        double seen2 = 1 - ExactMath.power(spec.beta2(), number);
        return new AdamRates(
                (float) (rate / seen1), spec.beta1(), spec.beta2(), (float) (1 / Math.sqrt(seen2)), spec.epsilon());
    }
}
