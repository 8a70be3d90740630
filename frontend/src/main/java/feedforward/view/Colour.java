package feedforward.view;

import feedforward.browser.Script;
import feedforward.text.Parts;
import java.util.List;

/** A colour of the style sheets, for what is painted pixel by pixel. Components are 0 … 255. */
public record Colour(int red, int green, int blue) {

    /** The token's value in the theme in force, such as that of "--model". */
    public static Colour token(String name) {
        String css = css(name);
        List<String> parts = Parts.of(css.substring(css.indexOf('(') + 1, css.indexOf(')')), ',');
        return new Colour(component(parts.get(0)), component(parts.get(1)), component(parts.get(2)));
    }

    /** The token as CSS text, {@code rgb(r, g, b)}. */
    public static String css(String name) {
        return Script.script().styleToken(name);
    }

    /** This colour, moved towards another by a fraction of the way. */
    Colour towards(Colour other, float fraction) {
        return new Colour(
                mix(red, other.red, fraction), mix(green, other.green, fraction), mix(blue, other.blue, fraction));
    }

    private static int mix(int from, int to, float fraction) {
        return Math.round(from + (to - from) * fraction);
    }

    private static int component(String text) {
        return Math.round(Float.parseFloat(text.trim()));
    }
}
