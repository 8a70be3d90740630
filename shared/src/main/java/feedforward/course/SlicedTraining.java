package feedforward.course;

/**
 * A training done in slices of a few milliseconds, each a step or some images judged, between which a page shows how far it is.
 * Mutable.
 */
public interface SlicedTraining {
    /** The next slice. */
    void advance();

    boolean finished();

    /** Whether all that is due so far has been judged, so that the next slice is a step or there is none. */
    boolean settled();

    /** The steps that it has made. */
    int steps();

    /** All steps that it will make. */
    int totalSteps();

    /** The epochs that are done, the one under way in part. */
    double epochsDone();
}
