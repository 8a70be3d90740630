package feedforward.lesson.network;

import feedforward.course.TwoLayers;
import feedforward.lesson.Answer;
import java.util.Optional;

/**
 * All that the lesson shows. Immutable.
 *
 * @param pinned what stays lit
 * @param pointed what is lit as long as it is pointed at
 */
record NetworkState(
        TwoLayers net, Optional<NetworkTerm> pinned, Optional<NetworkSpot> pointed, Answer counted, Answer built) {
    static final TwoLayers FIRST = new TwoLayers(4, 3, 4, 2);
    static final int MOST = 6;

    static NetworkState first() {
        return new NetworkState(FIRST, Optional.empty(), Optional.empty(), Answer.OPEN, Answer.OPEN);
    }

    NetworkState with(TwoLayers sizes) {
        return new NetworkState(sizes, pinned, Optional.empty(), counted, built);
    }

    NetworkState pinned(Optional<NetworkTerm> term) {
        return new NetworkState(net, term, pointed, counted, built);
    }

    NetworkState pointed(Optional<NetworkSpot> spot) {
        return new NetworkState(net, pinned, spot, counted, built);
    }

    NetworkState counted(Answer answer) {
        return new NetworkState(net, pinned, pointed, answer, built);
    }

    NetworkState built(Answer answer) {
        return new NetworkState(net, pinned, pointed, counted, answer);
    }

    /** What is lit: what is pointed at, or else what is pinned. */
    Optional<NetworkSpot> lit() {
        return pointed.isPresent() ? pointed : pinned.map(NetworkSpot.Whole::new);
    }
}
