package feedforward.course;

import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.List;

/** What a network with two inputs makes of the plane: every unit's output at the middle of each pixel of a square. Mutable. */
public final class PlaneView {
    /** The square reaches from −6 to 6 both ways, as the toy problems do. */
    public static final double REACH = 6;

    private final Likeness likeness;
    private final Tensor places;

    /** @param side pixels in a row, and rows */
    public PlaneView(NetworkSpec spec, int side, Device device) {
        likeness = new Likeness(spec, device, side * side);
        places = Tensor.of(device, Shape.of(side * side, 2), places(side));
    }

    /** Each layer's output [side·side, units], the top row of pixels first, where y is largest. */
    public List<float[]> outputs(Network network) {
        return likeness.of(network).outputs(places).stream()
                .map(Tensor::toArray)
                .toList();
    }

    private static float[] places(int side) {
        float[] places = new float[2 * side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int at = 2 * (row * side + column);
                places[at] = (float) (REACH * (2 * column + 1 - side) / side);
                places[at + 1] = (float) (REACH * (side - 1 - 2 * row) / side);
            }
        }
        return places;
    }
}
