package feedforward.course;

import feedforward.device.ExactMath;
import feedforward.device.HeapBuffer;
import feedforward.device.HeapDevice;
import feedforward.device.Rows;
import java.util.List;

/**
 * Scores of classes, and what softmax makes of them: p[c] = e^(z[c]/T) / Σ e^(z[k]/T).
 *
 * @param values z, one for each class
 * @param temperature T, above 0; 1 for plain softmax
 */
public record ClassScores(List<Float> values, float temperature) {

    public ClassScores {
        values = List.copyOf(values);
    }

    /** The probabilities, by the engine's softmax of z/T. */
    public float[] probabilities() {
        float[] p = new float[values.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = values.get(i) / temperature;
        }
        HeapBuffer row = HeapBuffer.zeros(p.length);
        row.write(0, p, 0, p.length);
        new HeapDevice().elements().softmax(new Rows(1, p.length), row, row);
        row.read(0, p, 0, p.length);
        return p;
    }

    /** e^(z/T) of one class, before it is divided by their sum. */
    public float exponential(int index) {
        return ExactMath.exp(values.get(index) / temperature);
    }

    /** The first of two probabilities by another way: σ((z₁ − z₂)/T), as the engine computes σ. */
    public float sigmoidOfDifference() {
        return ExactMath.sigmoid((values.get(0) - values.get(1)) / temperature);
    }
}
