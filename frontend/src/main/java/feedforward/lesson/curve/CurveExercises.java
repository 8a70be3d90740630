package feedforward.lesson.curve;

import feedforward.course.CurvePoints;
import feedforward.lesson.Answer;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;

/** Judges what a student answers, and says why. */
final class CurveExercises {
    private static final double GOAL = 3.3e-4;
    private static final double STUCK = 0.05;
    private static final double LINE = 0.0012657;
    private static final int RIGHT_COUNT = 301;

    private CurveExercises() {}

    /** How many parameters 1-100-1 has. */
    static Answer parameters(String text) {
        int typed = Typed.whole(text);
        if (typed < 0) {
            return Answer.wrong("Expected a whole number such as 42, but was “" + text.trim() + "”.");
        }
        return switch (typed) {
            case RIGHT_COUNT ->
                Answer.right("100 weights in, 100 biases, 100 weights out and one bias of the output: 3·100 + 1.");
            case 200 ->
                Answer.wrong("Those are the weights. Each hidden unit has a bias as well, and so has the output.");
            case 201 -> Answer.wrong("100 + 100 weights and one bias: the hidden units have a bias each, too.");
            case 300 -> Answer.wrong("Nearly: the output has a bias of its own.");
            case 100, 102 ->
                Answer.wrong("Those are the units. Count the numbers that belong to each: its weights and its bias.");
            default ->
                Answer.wrong(
                        "Count for one hidden unit: a weight in, a bias, a weight out. Take it a hundred times, and add what belongs to the output.");
        };
    }

    /** Whether the course's network has been trained as far as its points allow. */
    static Answer trained(CurveState state) {
        double cost = state.cost();
        String now = "The network costs " + Numbers.significant(cost) + " after " + Numbers.count(state.steps())
                + " iterations. ";
        if (!state.now().points().equals(CurvePoints.ofTheCourse())) {
            return Answer.wrong(
                    "These are no longer the course’s points, so the costs cannot be compared. Take “Course’s points”, then train again.");
        }
        if (cost <= GOAL) {
            return Answer.right(now + "The line stays at 0.001266, the logistic curve at 0.001305.");
        }
        if (state.steps() == 0) {
            return Answer.wrong("It has not learned anything yet: press Train, then check.");
        }
        if (cost > STUCK) {
            return Answer.wrong(
                    now
                            + "Its output is stuck far from the points: the learning rate threw it there. Reset, and take a smaller one.");
        }
        return Answer.wrong(now
                + (cost > LINE * 0.95
                        ? "So far it is hardly better than the line. "
                        : "It bends already, but not enough. ")
                + "Let it go on: more iterations, or a learning rate nearer to 0.9.");
    }

    /** @param choice the value of the option chosen; empty if none is */
    static Answer noise(String choice) {
        return switch (choice) {
            case "noise" ->
                Answer.right(
                        "It begins to follow the noise of these forty points. On forty new ones from the same curve it would do worse, not better.");
            case "law" ->
                Answer.wrong(
                        "The points were made from the true curve; there is no better law behind them. What else is in the points that can be fitted?");
            case "rounding" -> Answer.wrong("Rounding changes the seventh digit. This difference is in the second.");
            default -> Answer.wrong("Choose one of the three first.");
        };
    }
}
