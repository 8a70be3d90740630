package feedforward.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a text between separators. {@link String#split} says the same with a regular expression, and the engine of
 * those would be a fifth of the program that the page loads.
 */
public final class Parts {
    private Parts() {}

    /** As many parts as separators and one more, each perhaps empty: "a,,b" is "a", "", "b"; the empty text is one part. */
    public static List<String> of(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, begin)) {
            parts.add(text.substring(begin, end));
            begin = end + 1;
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
