package feedforward.page.train;

import feedforward.page.Phase;

/** All that the training section shows. Immutable. */
public record TrainState(TrainForm form, boolean checked, Side page, Side server) {

    /** How the two runs compare. */
    public enum Verdict {
        IDLE,
        SAME,
        DIFFERENT
    }

    static TrainState of(TrainForm form) {
        return new TrainState(form, false, Side.idle(), Side.idle());
    }

    TrainState with(TrainForm newForm) {
        return new TrainState(newForm, checked, page, server);
    }

    TrainState withPage(Side newPage) {
        return new TrainState(form, checked, newPage, server);
    }

    TrainState withServer(Side newServer) {
        return new TrainState(form, checked, page, newServer);
    }

    /** From now on the form shows what is wrong with it. */
    TrainState withChecked() {
        return new TrainState(form, true, page, server);
    }

    boolean bothDone() {
        return page.phase() == Phase.DONE && server.phase() == Phase.DONE;
    }

    boolean sameRun() {
        return page.spec().equals(server.spec());
    }

    public Verdict verdict() {
        if (!bothDone() || !sameRun()) {
            return Verdict.IDLE;
        }
        boolean same = page.snapshot().weightsSha256().equals(server.snapshot().weightsSha256());
        return same ? Verdict.SAME : Verdict.DIFFERENT;
    }
}
