package feedforward.course;

import feedforward.data.Curve;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import feedforward.train.Checkpoint;
import feedforward.train.DataSpec;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.List;

/**
 * The cost C = Σ (ŷ − y)² / 2n of a small network on the course's 40 points, over a plane through the space of its parameters:
 * w = origin + u·e₁ + v·e₂ with e₁ and e₂ of length 1 and at right angles. A model of two parameters lies in it entirely; of a larger one
 * it is a cut. Mutable: computes in a network of its own.
 */
public final class CostSurface {
    private static final int NETWORK_SEED = 3;
    private static final int NETWORK_UNITS = 3;
    private static final float NETWORK_RATE = 0.9f;
    private static final int NETWORK_STEPS = 3_000;
    private static final double CURVATURE_GAP = 0.05;

    private final NetworkSpec spec;
    private final Network network;
    private final Tensor places;
    private final double[] origin;
    private final double[] first;
    private final double[] second;

    private CostSurface(NetworkSpec spec, double[] origin, double[] first, double[] second) {
        this.spec = spec;
        this.origin = origin;
        this.first = first;
        this.second = second;
        HeapDevice device = new HeapDevice();
        network = Network.build(spec, device, Curve.POINTS, 1);
        places = Tensor.of(device, Shape.of(Curve.POINTS, 1), Curve.places());
    }

    /** ŷ = m·x + b over (u, v) = (m, b): all of its cost. */
    public static CostSurface line() {
        return unit(Activation.LINEAR);
    }

    /** ŷ = σ(m·x + b) over (u, v) = (m, b): all of its cost. */
    public static CostSurface logistic() {
        return unit(Activation.SIGMOID);
    }

    /**
     * A network of three tanh units, ten parameters, in a plane that holds its initial weights, (0, 0), and where descent from there
     * ends, (u, 0); the second direction is where its way bends to: the part of its halfway weights that is at right angles to the first.
     */
    public static CostSurface network() {
        NetworkSpec spec = new NetworkSpec(
                Shape.of(1),
                List.of(new DenseSpec(NETWORK_UNITS, Activation.TANH), new DenseSpec(1, Activation.LINEAR)));
        HeapDevice device = new HeapDevice();
        Run run = Run.start(run(spec, NETWORK_RATE, NETWORK_SEED), Curve.dataset(), device);
        double[] origin = parameters(run.network());
        descend(run, NETWORK_STEPS / 100);
        double[] bend = difference(parameters(run.network()), origin);
        descend(run, NETWORK_STEPS);
        double[] first = unitLength(difference(parameters(run.network()), origin));
        double along = dot(bend, first);
        for (int i = 0; i < bend.length; i++) {
            bend[i] -= along * first[i];
        }
        return new CostSurface(spec, origin, first, unitLength(bend));
    }

    /** C at a place of the plane. */
    public double costAt(double u, double v) {
        place(u, v);
        return costOf(network);
    }

    /** C of a network of this kind, wherever its parameters are. */
    double costOf(Network any) {
        Tensor outputs = any.forward(places);
        float[] values = new float[Curve.POINTS];
        outputs.buffer().read(0, values, 0, values.length);
        return CurvePoints.ofTheCourse().cost(values);
    }

    /** C at side × side places, evenly spaced from the least to the most of u and v, a row for each v. */
    public double[][] grid(double leastU, double mostU, double leastV, double mostV, int side) {
        double[][] costs = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double u = leastU + (mostU - leastU) * column / (side - 1);
                double v = leastV + (mostV - leastV) * row / (side - 1);
                costs[row][column] = costAt(u, v);
            }
        }
        return costs;
    }

    /**
     * The steepest curvature λ in the plane, the larger eigenvalue of [[C_uu, C_uv], [C_uv, C_vv]], by second differences over
     * ± 0.05. Where C is quadratic, each step of a learning rate above 2/λ lands higher than the one before.
     */
    public double steepestCurvature(double u, double v) {
        double h = CURVATURE_GAP;
        double here = costAt(u, v);
        double uu = (costAt(u + h, v) - 2 * here + costAt(u - h, v)) / (h * h);
        double vv = (costAt(u, v + h) - 2 * here + costAt(u, v - h)) / (h * h);
        double uv = (costAt(u + h, v + h) - costAt(u + h, v - h) - costAt(u - h, v + h) + costAt(u - h, v - h))
                / (4 * h * h);
        double half = (uu + vv) / 2;
        return half + Math.sqrt((uu - half) * (uu - half) + uv * uv);
    }

    /** Gradient descent in all parameters from a place of the plane. */
    public SurfaceDescent descentFrom(double u, double v, float rate) {
        place(u, v);
        Checkpoint start = new Checkpoint(run(spec, rate, 1), 0, network.weights());
        Run run = Run.resume(start, Curve.dataset(), new HeapDevice());
        return new SurfaceDescent(this, run, new SurfaceDescent.Place(u, v, 0));
    }

    /** The place of the plane nearest to a network's parameters. */
    SurfaceDescent.Place nearest(Network of) {
        double[] outside = difference(parameters(of), origin);
        double u = dot(outside, first);
        double v = dot(outside, second);
        for (int i = 0; i < outside.length; i++) {
            outside[i] -= u * first[i] + v * second[i];
        }
        return new SurfaceDescent.Place(u, v, Math.sqrt(dot(outside, outside)));
    }

    private void place(double u, double v) {
        int at = 0;
        for (Parameter parameter : network.parameters()) {
            float[] values = new float[parameter.value().shape().elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (origin[at] + u * first[at] + v * second[at]);
                at++;
            }
            parameter.value().buffer().write(0, values, 0, values.length);
        }
    }

    private static CostSurface unit(Activation activation) {
        NetworkSpec spec = new NetworkSpec(Shape.of(1), List.of(new DenseSpec(1, activation)));
        return new CostSurface(spec, new double[2], new double[] {1, 0}, new double[] {0, 1});
    }

    private static RunSpec run(NetworkSpec network, float rate, long seed) {
        return new RunSpec(
                new DataSpec(Curve.NAME, Curve.SHA256, 0),
                network,
                LossKind.SQUARED_ERROR,
                new SgdSpec(rate),
                Curve.POINTS,
                RunSpec.MOST_EPOCHS,
                seed);
    }

    private static void descend(Run run, int steps) {
        while (run.stepsDone() < steps) {
            run.advance();
        }
    }

    private static double[] parameters(Network network) {
        int count = network.parameters().stream()
                .mapToInt(parameter -> parameter.value().shape().elements())
                .sum();
        double[] all = new double[count];
        int at = 0;
        for (Parameter parameter : network.parameters()) {
            float[] values = new float[parameter.value().shape().elements()];
            parameter.value().buffer().read(0, values, 0, values.length);
            for (float value : values) {
                all[at++] = value;
            }
        }
        return all;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double[] unitLength(double[] way) {
        double length = Math.sqrt(dot(way, way));
        double[] unit = new double[way.length];
        for (int i = 0; i < way.length; i++) {
            unit[i] = way[i] / length;
        }
        return unit;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
