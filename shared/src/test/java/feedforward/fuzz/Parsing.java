package feedforward.fuzz;

import java.lang.management.ManagementFactory;
import java.util.List;

/** One parser's contract: it reads a file or refuses it by exceptions of its own, and takes no more memory than the file pays for. */
final class Parsing {
    /**
     * What a parser may allocate, live or not, beyond twice the file's length: some thousand small objects, as a JSON text of the
     * few KB that Jazzer makes up, or a message, takes. A size that a header lies about is larger.
     */
    static final long ALLOWANCE = 1 << 20;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Parsing() {}

    /**
     * Parses a file.
     *
     * @param refusals the exceptions by which the parser may refuse it: these very classes, since a
     *     {@link NumberFormatException} is an {@link IllegalArgumentException} too
     * @throws RuntimeException the parser's, if it is none of these
     * @throws AssertionError if it takes too much memory
     */
    static void check(int fileBytes, List<Class<? extends RuntimeException>> refusals, Runnable parser) {
        long allocated = allocated(refusals, parser);
        if (allocated > most(fileBytes)) {
            // The first time some of it is the classes' that the parser makes the JVM load.
            allocated = allocated(refusals, parser);
        }
        if (allocated > most(fileBytes)) {
            throw new AssertionError("Parser: expected to allocate at most " + most(fileBytes) + " bytes for a file of "
                    + fileBytes + " but was " + allocated);
        }
    }

    private static long most(int fileBytes) {
        return 2L * fileBytes + ALLOWANCE;
    }

    static long allocated(List<Class<? extends RuntimeException>> refusals, Runnable parser) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            parser.run();
        } catch (RuntimeException e) {
            if (!refusals.contains(e.getClass())) {
                throw e;
            }
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
