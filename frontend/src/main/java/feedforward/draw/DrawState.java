package feedforward.draw;

import feedforward.data.DigitImage;
import feedforward.data.Drawing;
import java.util.Optional;

/**
 * All that the draw section shows. Immutable.
 *
 * @param penDown whether a stroke is being drawn
 * @param network the one that answers; empty before the first has come
 * @param fetching whether the shipped network is on its way
 * @param error why a network could not be had, else empty
 */
public record DrawState(
        Drawing drawing, boolean penDown, Optional<Recogniser> network, boolean fetching, String error) {

    /** Whether there is a network to answer. */
    public enum Network {
        LOADING,
        READY,
        FAILED
    }

    static DrawState blank() {
        return new DrawState(Drawing.empty(), false, Optional.empty(), false, "");
    }

    DrawState drawing(Drawing newer) {
        return new DrawState(newer, true, network, fetching, error);
    }

    DrawState penLifted() {
        return new DrawState(drawing, false, network, fetching, error);
    }

    DrawState withDrawing(Drawing newer) {
        return new DrawState(newer, false, network, fetching, error);
    }

    DrawState whileFetching() {
        return new DrawState(drawing, penDown, network, true, "");
    }

    /** This network answers from now on; one that was on its way is no longer wanted. */
    DrawState withNetwork(Recogniser recogniser) {
        return new DrawState(drawing, penDown, Optional.of(recogniser), false, "");
    }

    DrawState withError(String reason) {
        return new DrawState(drawing, penDown, network, fetching, reason);
    }

    DrawState fetchedNothing(String reason) {
        return new DrawState(drawing, penDown, network, false, reason);
    }

    public Network networkState() {
        if (network.isPresent()) {
            return Network.READY;
        }
        return fetching ? Network.LOADING : Network.FAILED;
    }

    /** What the network sees; empty while nothing is drawn. */
    Optional<DigitImage> image() {
        return DigitImage.of(drawing);
    }
}
