package feedforward.train;

import feedforward.model.Network;
import java.util.Optional;

/** {@link EarlyStopping} along a run: watches the loss after each epoch. Mutable. */
final class Stopping {
    private final EarlyStopping spec;
    private final Network judged;
    private final int stepsPerEpoch;
    private final int totalSteps;
    private Optional<BestSoFar> best;

    /** @param best where a checkpoint left it; the network has the best weights already if that was the end */
    Stopping(EarlyStopping spec, Trainer trainer, Optional<BestSoFar> best) {
        this.spec = spec;
        judged = trainer.judged();
        stepsPerEpoch = trainer.stepsPerEpoch();
        totalSteps = trainer.totalSteps();
        this.best = best;
    }

    /** Whether the network is to be judged after this step and has not been. */
    boolean due(int step) {
        return step > best.map(BestSoFar::judgedStep).orElse(0) && step % stepsPerEpoch == 0;
    }

    /** Takes note of a judgement where one was due. True when it was the last: the network has gone back to its best weights. */
    boolean judge(EvaluationReport report) {
        if (!due(report.step())) {
            return false;
        }
        boolean better = best.map(lowest -> report.loss() < lowest.loss()).orElse(true);
        BestSoFar now = better
                ? new BestSoFar(report.step(), report.loss(), report.step(), 0, judged.weights())
                : best.orElseThrow().waitedUntil(report.step());
        best = Optional.of(now);
        if (over()) {
            judged.setWeights(now.weights());
        }
        return over();
    }

    boolean over() {
        return best.map(now -> now.waited() >= spec.patience() || now.judgedStep() == totalSteps)
                .orElse(false);
    }

    Optional<BestSoFar> best() {
        return best;
    }
}
