package feedforward.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What a visitor drew: strokes, oldest first, kept as vectors so that they can be undone and drawn again at any size.
 *
 * <p>Immutable: each method gives a new drawing.
 */
public record Drawing(List<Stroke> strokes) {
    private static final Drawing EMPTY = new Drawing(List.of());

    public Drawing {
        strokes = List.copyOf(strokes);
    }

    public static Drawing empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /** The pen touches the canvas: a new stroke begins. */
    public Drawing penDown(float x, float y) {
        List<Stroke> more = new ArrayList<>(strokes);
        more.add(Stroke.at(x, y));
        return new Drawing(more);
    }

    /**
     * The pen moves on: the newest stroke grows by a point.
     *
     * @throws IllegalStateException if no stroke was begun
     */
    public Drawing penTo(float x, float y) {
        if (isEmpty()) {
            throw new IllegalStateException(
                    "Drawing: expected a stroke to lead on but there is none; call penDown first");
        }
        List<Stroke> longer = new ArrayList<>(strokes);
        int newest = longer.size() - 1;
        longer.set(newest, longer.get(newest).to(x, y));
        return new Drawing(longer);
    }

    /** This drawing without its newest stroke; an empty drawing stays as it is. */
    public Drawing undo() {
        return isEmpty() ? this : new Drawing(strokes.subList(0, strokes.size() - 1));
    }
}
