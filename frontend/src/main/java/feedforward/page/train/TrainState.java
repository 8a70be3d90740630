package feedforward.page.train;

import feedforward.page.Phase;

/**
 * All that the training section shows. Immutable.
 *
 * @param notice what a visitor should know before the next run is started, else empty
 */
public record TrainState(TrainForm form, Side page, Side server, String notice) {

    /** How the two runs compare. */
    public enum Verdict {
        IDLE,
        SAME,
        DIFFERENT
    }

    static TrainState of(TrainForm form) {
        return new TrainState(form, Side.idle(), Side.idle(), "");
    }

    TrainState with(TrainForm newForm) {
        return new TrainState(newForm, page, server, notice);
    }

    TrainState withPage(Side newPage) {
        return new TrainState(form, newPage, server, notice);
    }

    TrainState withServer(Side newServer) {
        return new TrainState(form, page, newServer, notice);
    }

    TrainState withNotice(String text) {
        return new TrainState(form, page, server, text);
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
