package feedforward.lesson;

import feedforward.view.Numbers;
import java.util.Optional;

/**
 * A field for a whole number within limits, such as a number of epochs.
 *
 * @param name what the page calls it
 */
public record WholeField(String name, long least, long most) {
    /** The number that was typed; empty if it is none, or beyond the limits. */
    public Optional<Long> read(String text) {
        return Typed.whole(text, least, most);
    }

    /** The number that was typed, where the most is an int. */
    public Optional<Integer> count(String text) {
        return read(text).map(Long::intValue);
    }

    /** What is wrong with the text; empty if nothing is. */
    public String trouble(String text) {
        return read(text).isPresent()
                ? ""
                : name + ": expected a whole number from " + Numbers.count(least) + " to " + Numbers.count(most)
                        + ", but was “" + text.trim() + "”.";
    }
}
