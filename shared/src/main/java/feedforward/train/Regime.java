package feedforward.train;

import feedforward.schedule.ConstantSchedule;
import feedforward.schedule.Schedule;
import java.util.Optional;

/** What goes along with the steps of a run. Plain training has none of it. */
public record Regime(Schedule schedule, Regularisation regularisation, Optional<EarlyStopping> earlyStopping) {
    public static final Regime PLAIN = new Regime(new ConstantSchedule(), Regularisation.NONE, Optional.empty());

    public Regime with(Schedule other) {
        return new Regime(other, regularisation, earlyStopping);
    }

    public Regime with(Regularisation other) {
        return new Regime(schedule, other, earlyStopping);
    }

    public Regime with(EarlyStopping stopping) {
        return new Regime(schedule, regularisation, Optional.of(stopping));
    }
}
