package feedforward.vector;

/** What one thread needs for matrix products: a packed panel of B and a tile of C. Mutable. */
final class PartMemory {
    /** The rows of B in one panel: panel and four rows of A fit into 32 KiB of cache at once. */
    static final int MOST_ROWS = 320;

    final float[] panel = new float[MOST_ROWS * Tiles.WIDTH];
    final float[] tile = new float[Tiles.ROWS * Tiles.WIDTH];

    static PartMemory[] of(Team team) {
        PartMemory[] memories = new PartMemory[team.threads()];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new PartMemory();
        }
        return memories;
    }
}
