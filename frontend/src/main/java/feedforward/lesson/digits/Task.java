package feedforward.lesson.digits;

/** What the student is asked. */
enum Task {
    INDEX,
    PLACE,
    DIMENSIONS,
    LABELS,
    PRODUCT,
    LOGIT,
    PROBABILITY,
    CORRECT,
    GUESS
}
