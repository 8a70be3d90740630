package feedforward.schedule;

/** The optimiser's own learning rate at every step. */
public record ConstantSchedule() implements Schedule {

    @Override
    public double factor(Progress progress) {
        return 1;
    }
}
