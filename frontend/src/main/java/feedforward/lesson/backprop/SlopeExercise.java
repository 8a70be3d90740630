package feedforward.lesson.backprop;

import feedforward.lesson.Answer;
import java.util.List;

/**
 * The exercise: a tanh unit gives h = 0.6 and feeds two scores, by v = 0.5 and −1, whose slopes are 0.4 and −0.4; what is the slope
 * of its weight from the input −0.5? ∂h = 0.5·0.4 + (−1)·(−0.4) = 0.6, ∂z = 0.6·(1 − 0.36) = 0.384, ∂w = −0.5·0.384 = −0.192.
 */
final class SlopeExercise {
    private static final double TOLERANCE = 0.0006;
    private static final double RIGHT = -0.192;
    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(
                    0.192,
                    "The size is right. But the input is negative, so more weight makes the sum smaller: mind the sign."),
            new Mistake(-0.3, "You left out tanh: the slope of h passes on to z only by the factor 1 − h² = 0.64."),
            new Mistake(0.384, "That is ∂z. The weight meets the sum multiplied by its input: one factor is missing."),
            new Mistake(
                    0.6, "That is ∂h. Two factors are still missing: 1 − h² on the way through tanh, and the input."),
            new Mistake(-0.12, "The derivative of tanh is 1 − h², not 1 − h."),
            new Mistake(
                    -0.064, "That is the way through the first score alone. The unit feeds both: add up both ways."),
            new Mistake(
                    -0.128, "That is the way through the second score alone. The unit feeds both: add up both ways."),
            new Mistake(0.064, "Mind the signs in ∂h: (−1)·(−0.4) is positive."));

    private SlopeExercise() {}

    static Answer judge(double typed) {
        if (Math.abs(typed - RIGHT) <= TOLERANCE) {
            return Answer.right(
                    "∂h = 0.5·0.4 + (−1)·(−0.4) = 0.6; ∂z = 0.6·(1 − 0.36) = 0.384; ∂w = −0.5·0.384 = −0.192.");
        }
        return MISTAKES.stream()
                .filter(mistake -> Math.abs(typed - mistake.value) <= TOLERANCE)
                .findFirst()
                .map(mistake -> Answer.wrong(mistake.words))
                .orElseGet(() ->
                        Answer.wrong("Go backward one arrow at a time: first ∂h, the sum of v·∂s over both scores;"
                                + " then ∂z = ∂h·(1 − h²); then ∂w = x·∂z."));
    }

    /** A number that comes of a certain mistake, and what to say to it. */
    private record Mistake(double value, String words) {}
}
