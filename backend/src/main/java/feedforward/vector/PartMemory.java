package feedforward.vector;

/** What one thread needs for matrix products: packed panels of B, a packed tile of A and a tile of C. Mutable. */
final class PartMemory {
    /** Of one sum in one go: a panel takes a half of a 32 KiB cache, a tile of A a quarter. */
    static final int MOST_SUMMED = 256;

    /** Columns of C in one go: their panels take the half of a 512 KiB cache. */
    static final int MOST_COLUMNS = 256;

    final float[][] panels = new float[(MOST_COLUMNS + Tiles.WIDTH - 1) / Tiles.WIDTH][MOST_SUMMED * Tiles.WIDTH];
    final float[] rows = new float[Panels.tileLength(MOST_SUMMED)];
    final float[] tile = new float[Tiles.ROWS * Tiles.WIDTH];

    static PartMemory[] of(Team team) {
        PartMemory[] memories = new PartMemory[team.threads()];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new PartMemory();
        }
        return memories;
    }
}
