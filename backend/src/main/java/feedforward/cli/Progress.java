package feedforward.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How far long work is, with the time left: a line that is redrawn several times a second in a terminal, else a line every ten
 * seconds, as suits a log. Mutable; used by one thread.
 */
final class Progress {
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private long shown;

    Progress(PrintWriter out, boolean terminal, LongSupplier nanoClock) {
        this.out = out;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        shown = nanoClock.getAsLong();
    }

    static Progress on(PrintWriter out) {
        return new Progress(out, isTerminal(), System::nanoTime);
    }

    /** Shows {@code done} of {@code total} when it is time to. */
    void show(long done, long total, double secondsLeft, String remark) {
        long now = nanoClock.getAsLong();
        if (now - shown < (terminal ? REDRAW_NANOS : LINE_NANOS)) {
            return;
        }
        shown = now;
        double part = total == 0 ? 0 : (double) done / total;
        String text = String.format(Locale.ROOT, "%3.0f %% %s left%s", 100 * part, time(secondsLeft), remark);
        if (terminal) {
            int filled = (int) (WIDTH * part);
            out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + text + "  ");
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Makes room for what comes next. */
    void end() {
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH + 50) + "\r");
            out.flush();
        }
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    /** Since JDK 22 there is a console without a terminal too, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
