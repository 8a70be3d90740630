package feedforward.view;

/** The colours of heat maps in the theme in force, worked out once: pixel by pixel there is no time for it. */
public final class HeatColours {
    static final int STEPS = 128;
    private static final float FULL = 0.62f;
    private static final float EDGE = 0.75f;

    private final Colour[] against;
    private final Colour[] inFavour;
    private final Colour[][] classes;
    private final Colour ink;

    private HeatColours(Colour[] against, Colour[] inFavour, Colour[][] classes, Colour ink) {
        this.against = against;
        this.inFavour = inFavour;
        this.classes = classes;
        this.ink = ink;
    }

    /** @param classTokens the style sheets' colour of each class */
    public static HeatColours inForce(String... classTokens) {
        Colour[][] classes = new Colour[classTokens.length][];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = ramp(classTokens[i], FULL);
        }
        return new HeatColours(ramp("--model", 1), ramp("--data", 1), classes, Colour.token("--ink"));
    }

    /** From the model's blue at −1 by paper at 0 to the data's orange at 1. */
    Colour diverging(float value) {
        return (value < 0 ? against : inFavour)[step(Math.abs(value))];
    }

    /** From paper, where a class is no likelier than any other, to its tint where it is certain. */
    Colour certainty(int label, float value) {
        return classes[label][step(value)];
    }

    /** Where one class meets another. */
    Colour edge(Colour below) {
        return below.towards(ink, EDGE);
    }

    private static int step(float value) {
        return value >= 1 ? STEPS : value > 0 ? (int) (value * STEPS) : 0;
    }

    private static Colour[] ramp(String token, float full) {
        Colour paper = Colour.token("--paper");
        Colour end = Colour.token(token);
        Colour[] ramp = new Colour[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            ramp[i] = paper.towards(end, full * i / STEPS);
        }
        return ramp;
    }
}
