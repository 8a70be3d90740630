package feedforward.course;

import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.LayerSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A dense layer as {@link Health} looks at it.
 *
 * @param name such as "hidden layer 1" or "the output layer"
 * @param hidden whether another dense layer follows
 * @param weights [in, units], row-major
 * @param outputs [N, units] of a batch, row-major: enough examples to speak for all
 */
public record LayerState(
        String name, boolean hidden, Activation activation, int units, float[] weights, float[] outputs) {

    /** The dense layers of a network, with their outputs for the batch X. */
    public static List<LayerState> of(NetworkSpec spec, Network network, Tensor x) {
        List<Tensor> outputs = network.outputs(x);
        List<Parameter> weights = network.parameters().stream()
                .filter(parameter ->
                        parameter.name().startsWith("fc") && parameter.name().endsWith(".weight"))
                .toList();
        List<LayerState> states = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            if (layer instanceof DenseSpec dense) {
                int place = states.size();
                boolean hidden = place < weights.size() - 1;
                states.add(new LayerState(
                        hidden ? "hidden layer " + (place + 1) : "the output layer",
                        hidden,
                        dense.activation(),
                        dense.units(),
                        weights.get(place).value().toArray(),
                        outputs.get(i).toArray()));
            }
        }
        return states;
    }

    /** Whether all units have the same incoming weights, bit for bit. */
    boolean unitsAreCopies() {
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != weights[i - i % units]) {
                return false;
            }
        }
        return units > 1;
    }

    /** How many units give exactly 0 for every example. */
    int silentUnits() {
        return units(output -> output == 0, 1);
    }

    /** How many units lie, for nine examples in ten, where the activation has less than a tenth of its steepest slope. */
    int unitsAtTheirLimits() {
        return switch (activation) {
            case SIGMOID -> units(y -> 4 * y * (1 - y) < 0.1, 0.9);
            case TANH -> units(y -> 1 - y * y < 0.1, 0.9);
            default -> 0;
        };
    }

    private int units(Output asked, double share) {
        int found = 0;
        int rows = outputs.length / units;
        for (int unit = 0; unit < units; unit++) {
            int count = 0;
            for (int row = 0; row < rows; row++) {
                count += asked.is(outputs[row * units + unit]) ? 1 : 0;
            }
            found += count >= share * rows ? 1 : 0;
        }
        return found;
    }

    private interface Output {
        boolean is(float value);
    }
}
