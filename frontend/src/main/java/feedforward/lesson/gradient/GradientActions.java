package feedforward.lesson.gradient;

import feedforward.lesson.TrainingActions;

/** What the controllers want done outside. */
interface GradientActions extends TrainingActions {
    /** Both formulas are found. */
    void solved();
}
