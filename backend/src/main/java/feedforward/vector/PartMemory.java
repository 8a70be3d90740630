package feedforward.vector;

/** What one thread needs for matrix products: packed panels of B, packed tiles of A and a tile of C. Mutable. */
final class PartMemory {
    /** Of one sum in one go: a panel takes a half of a 32 KiB cache. */
    static final int MOST_SUMMED = 256;

    /** Columns of C in one go: their panels take the half of a 512 KiB cache. */
    static final int MOST_COLUMNS = 256;

    /** Rows of C in one go: what they read of A takes an eighth of it. */
    static final int MOST_ROWS = 64;

    final float[] panels = new float[MOST_SUMMED * MOST_COLUMNS];
    final float[] rows = new float[MOST_SUMMED * MOST_ROWS];
    final float[] tile = new float[Tiles.ROWS * Tiles.WIDTH];

    static PartMemory[] of(Team team) {
        PartMemory[] memories = new PartMemory[team.threads()];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new PartMemory();
        }
        return memories;
    }
}
