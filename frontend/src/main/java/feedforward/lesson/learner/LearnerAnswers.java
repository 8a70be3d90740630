package feedforward.lesson.learner;

import feedforward.lesson.Answer;
import feedforward.lesson.Typed;
import feedforward.train.LossPoint;
import feedforward.view.Numbers;
import java.util.List;

/** What the exercises say to a run or an answer. */
final class LearnerAnswers {
    /** The goal: at most so much of the validation set wrong, in at most so many epochs, with softmax regression. */
    static final double GOAL = 0.085;

    static final int GOAL_EPOCHS = 5;

    private LearnerAnswers() {}

    /** What a finished run says of its knobs. */
    static Answer goal(LearnerKnobs knobs, double error, List<LossPoint> losses) {
        String now = "Validation error " + Numbers.percent(error) + ". ";
        if (knobs.hidden()) {
            return Answer.wrong(now + "A good network, but the exercise is about the one without hidden layers.");
        }
        if (knobs.epochCount() > GOAL_EPOCHS) {
            return Answer.wrong(now + "But in " + knobs.epochCount() + " epochs; the exercise allows 5.");
        }
        if (error <= GOAL) {
            return Answer.right(now + "Reached with rate " + knobs.rate().trim() + ", batches of "
                    + knobs.batch().trim() + " and " + knobs.epochCount()
                    + (knobs.epochCount() == 1 ? " epoch." : " epochs."));
        }
        return Answer.wrong(now + why(knobs, error, losses));
    }

    private static String why(LearnerKnobs knobs, double error, List<LossPoint> losses) {
        if (bounces(losses)) {
            return "The loss jumps instead of falling: each step lands on the far side of the valley. Take a smaller rate.";
        }
        if (error > 0.1) {
            return "The loss was still falling when the run ended. Steps were too small or too few: take a larger rate, smaller"
                    + " batches, or more epochs.";
        }
        return knobs.epochCount() < GOAL_EPOCHS
                ? "Near. It was still getting better: use all five epochs, or a larger rate."
                : "Near. Five epochs with a somewhat larger rate, or smaller batches, get there.";
    }

    /** Whether the second half of the losses goes up almost as often as down, and stays large. */
    private static boolean bounces(List<LossPoint> losses) {
        double largest = 0;
        double last = 0;
        for (int i = losses.size() / 2; i < losses.size(); i++) {
            largest = Math.max(largest, losses.get(i).loss());
            last = losses.get(i).loss();
        }
        return largest > 1.5 * last && largest > 1 || last > 2.5;
    }

    /** How many steps an epoch of 50,000 images has in batches of 100. */
    static Answer steps(String text) {
        int steps = Typed.whole(text);
        return switch (steps) {
            case 500 ->
                Answer.right(
                        "50,000 / 100 = 500. Each step looks at its own hundred, and an epoch at every image once.");
            case 600 -> Answer.wrong("That would be all 60,000. The learner keeps 10,000 of them for validation.");
            case 100 -> Answer.wrong("100 is the number of images in a step. How many such steps use up 50,000?");
            case 50_000 -> Answer.wrong("That would be a step for each image, a batch of 1.");
            case 1 -> Answer.wrong("That would be one step with all images at once, a batch of 50,000.");
            case 1500 -> Answer.wrong("That is a run of three epochs; the question is about one.");
            case -1 -> Answer.wrong("Expected a whole number, but was “" + text.trim() + "”.");
            default -> Answer.wrong("Each step uses up 100 of the 50,000 images. After how many have all been used?");
        };
    }

    /** What a batch of half the size changes. */
    static Answer batch(String choice) {
        return switch (choice) {
            case "more" ->
                Answer.right(
                        "Half as many images in a step make twice as many steps of an epoch. Each follows a gradient that fewer"
                                + " images vouch for, so the path is noisier; but there are more of them at the same price.");
            case "same" ->
                Answer.wrong(
                        "Not the same number of steps: an epoch uses each image once, so smaller batches make more of them.");
            case "fewer" -> Answer.wrong("The other way round: what does 50,000 divided by a smaller number give?");
            case "better" ->
                Answer.wrong(
                        "The gradient of fewer images is a rougher estimate of the one over all 50,000, not a better one.");
            default -> Answer.wrong("Choose one of the four.");
        };
    }
}
