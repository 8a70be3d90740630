package feedforward.train;

import feedforward.data.Augmentation;
import feedforward.schedule.ConstantSchedule;
import feedforward.schedule.Schedule;
import java.util.Optional;

/** What goes along with the steps of a run. Plain training has none of it. */
public record Regime(
        Schedule schedule,
        Regularisation regularisation,
        Optional<EarlyStopping> earlyStopping,
        Augmentation augmentation) {
    public static final Regime PLAIN =
            new Regime(new ConstantSchedule(), Regularisation.NONE, Optional.empty(), Augmentation.NONE);

    public Regime with(Schedule other) {
        return new Regime(other, regularisation, earlyStopping, augmentation);
    }

    public Regime with(Regularisation other) {
        return new Regime(schedule, other, earlyStopping, augmentation);
    }

    public Regime with(EarlyStopping stopping) {
        return new Regime(schedule, regularisation, Optional.of(stopping), augmentation);
    }

    public Regime with(Augmentation other) {
        return new Regime(schedule, regularisation, earlyStopping, other);
    }
}
