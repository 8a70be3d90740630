package feedforward.course;

/** What can keep a network from learning, as {@link Health} finds it; the gravest first. */
public enum Ailment {
    /** The loss or a weight is no finite number, or the loss has grown far beyond a guess's. */
    DIVERGED,
    /** All units of a hidden layer are copies of one. */
    SYMMETRIC,
    /** Rectified units that are 0 for every example. */
    DEAD,
    /** Sigmoid or tanh units that stand at their limits. */
    SATURATED,
    /** After many steps no better than a guess that ignores the input. */
    NOT_LEARNING
}
