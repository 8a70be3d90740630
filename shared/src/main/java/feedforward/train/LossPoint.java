package feedforward.train;

/** A point of the training curve: the mean loss of the steps since the point before, the last of which was {@code step}. */
public record LossPoint(int step, double loss) {}
