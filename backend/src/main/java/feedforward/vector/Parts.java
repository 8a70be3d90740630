package feedforward.vector;

/** How a range is split. */
final class Parts {
    private Parts() {}

    /** Where part {@code part} of {@code parts} starts in 0 … n, at a multiple of {@code grain}; part = parts gives n. */
    static int start(int part, int parts, int n, int grain) {
        int grains = (n + grain - 1) / grain;
        return (int) Math.min(n, (long) grains * part / parts * grain);
    }
}
