package feedforward.view;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.view.NetworkPart.Direction;
import feedforward.view.NetworkPart.Unit;
import feedforward.view.NetworkPart.Weight;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkPartTest {
    private static final int[] SIZES = {2, 3, 1};
    private static final String[][] LABELS = {{"x₁", "x₂"}, {"h₁", "h₂", "h₃"}, {"y"}};

    @Test
    void aPartIsCalledByItsUnits() {
        assertThat(new Unit(1, 2).name(LABELS)).isEqualTo("h₃");
        assertThat(new Weight(0, 1, 2).name(LABELS)).isEqualTo("x₂ → h₃");
    }

    @Test
    void aPartOfALargerPictureDoesNotFit() {
        assertThat(new Unit(2, 0).fits(LABELS)).isTrue();
        assertThat(new Unit(2, 1).fits(LABELS)).isFalse();
        assertThat(new Unit(3, 0).fits(LABELS)).isFalse();
        assertThat(new Weight(1, 2, 0).fits(LABELS)).isTrue();
        assertThat(new Weight(1, 3, 0).fits(LABELS)).isFalse();
        assertThat(new Weight(0, 0, 3).fits(LABELS)).isFalse();
        assertThat(new Weight(2, 0, 0).fits(LABELS)).isFalse();
    }

    @Test
    void rightLeadsFromAUnitAlongAWeightToTheNextColumn() {
        NetworkPart weight = new Unit(0, 1).step(Direction.RIGHT, SIZES);
        assertThat(weight).isEqualTo(new Weight(0, 1, 0));
        assertThat(weight.step(Direction.RIGHT, SIZES)).isEqualTo(new Unit(1, 0));
        assertThat(weight.step(Direction.LEFT, SIZES)).isEqualTo(new Unit(0, 1));
    }

    @Test
    void downLeadsFromAUnitsLastWeightToTheNextUnitsFirst() {
        assertThat(new Weight(0, 0, 2).step(Direction.DOWN, SIZES)).isEqualTo(new Weight(0, 1, 0));
        assertThat(new Weight(0, 1, 0).step(Direction.UP, SIZES)).isEqualTo(new Weight(0, 0, 2));
    }

    @Test
    void nothingLeadsOutOfThePicture() {
        assertThat(new Unit(0, 0).step(Direction.LEFT, SIZES)).isEqualTo(new Unit(0, 0));
        assertThat(new Unit(0, 0).step(Direction.UP, SIZES)).isEqualTo(new Unit(0, 0));
        assertThat(new Unit(2, 0).step(Direction.RIGHT, SIZES)).isEqualTo(new Unit(2, 0));
        assertThat(new Weight(1, 2, 0).step(Direction.DOWN, SIZES)).isEqualTo(new Weight(1, 2, 0));
    }

    @Test
    void arrowKeysReachEveryPart() {
        NetworkPlan plan = new NetworkPlan(SIZES);
        Deque<NetworkPart> open = new ArrayDeque<>(List.of(new Unit(0, 0)));
        Set<NetworkPart> reached = new HashSet<>(open);
        while (!open.isEmpty()) {
            NetworkPart part = open.remove();
            for (Direction direction : Direction.values()) {
                NetworkPart next = part.step(direction, SIZES);
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(plan.parts());
    }
}
