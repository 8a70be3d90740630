package feedforward.lesson.loop;

import feedforward.lesson.TrainingActions;

/** What the controllers want done outside. */
interface LoopActions extends TrainingActions {
    /** The exercises are solved. */
    void solved();
}
