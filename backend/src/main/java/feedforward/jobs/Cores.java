package feedforward.jobs;

import java.util.concurrent.TimeUnit;

/**
 * The processor's cores, which one long computation at a time has to itself: who measures wants them undisturbed. Mutable and
 * thread-safe.
 */
public final class Cores {
    /** Who has the cores. */
    enum Holder {
        NOBODY,
        JOB,
        MEASUREMENT
    }

    private Holder holder = Holder.NOBODY;

    /** Takes the cores, if nobody has them; else tells who has. */
    synchronized Holder tryTake(Holder who) {
        Holder before = holder;
        if (before == Holder.NOBODY) {
            holder = who;
        }
        return before;
    }

    /** Takes the cores as soon as nobody has them, within {@code millis}; whether it has come to that. */
    synchronized boolean take(Holder who, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = end - System.nanoTime();
        while (holder != Holder.NOBODY && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return tryTake(who) == Holder.NOBODY;
    }

    synchronized void giveBack() {
        holder = Holder.NOBODY;
        notifyAll();
    }
}
