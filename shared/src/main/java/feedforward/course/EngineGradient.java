package feedforward.course;

import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.layer.DenseSpec;
import feedforward.layer.Pass;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.Loss;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.List;

/** The slopes that the engine itself computes for a {@link SmallNetwork}, in float32. */
public final class EngineGradient {
    private static final NetworkSpec SPEC = new NetworkSpec(
            Shape.of(SmallNetwork.INPUTS),
            List.of(
                    new DenseSpec(SmallNetwork.HIDDEN, Activation.TANH),
                    new DenseSpec(SmallNetwork.OUTPUTS, Activation.LINEAR),
                    new SoftmaxSpec()));

    private EngineGradient() {}

    /** The weights that the engine starts a network of this shape with, in the order of {@link SmallNetwork#of}. */
    public static float[] initialWeights(Device device, long seed) {
        return joined(Network.build(SPEC, device, 1, seed), false);
    }

    /** ∂C of each parameter, in the order of {@link SmallNetwork#of}, by one forward and one backward pass. */
    public static float[] of(SmallNetwork network, SmallNetwork.Example example, Device device) {
        Network engine = Network.build(SPEC, device, 1, 0);
        int place = 0;
        for (Parameter parameter : engine.parameters()) {
            float[] values = new float[parameter.value().shape().elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) network.value(place++);
            }
            parameter.value().set(values);
        }
        Loss loss = new Loss(LossKind.CROSS_ENTROPY, device, 1, SmallNetwork.OUTPUTS);
        Tensor x = Tensor.of(device, Shape.of(1, SmallNetwork.INPUTS), (float) example.x1(), (float) example.x2());
        Tensor y = Tensor.of(device, Shape.of(1, SmallNetwork.OUTPUTS), 1 - example.target(), example.target());
        Network scored = engine.scoredBy(LossKind.CROSS_ENTROPY);
        loss.evaluate(scored.forward(x, Pass.training(0, 0)), y);
        scored.backward(loss.gradient());
        return joined(engine, true);
    }

    private static float[] joined(Network engine, boolean gradients) {
        float[] all = new float[SmallNetwork.PARAMETERS];
        int place = 0;
        for (Parameter parameter : engine.parameters()) {
            for (float value : (gradients ? parameter.gradient() : parameter.value()).toArray()) {
                all[place++] = value;
            }
        }
        return all;
    }
}
