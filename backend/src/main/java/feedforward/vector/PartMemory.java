package feedforward.vector;

/** What one thread needs for matrix products: packed panels of B, a packed tile of A and a tile of C. Mutable. */
final class PartMemory {
    /** Of one sum in one go: a panel takes a half of a 32 KiB cache, a tile of A a quarter. */
    static final int MOST_SUMMED = 256;

    /** Values of B in one go: they take the half of a 512 KiB cache. */
    static final int MOST_PACKED = 65_536;

    final float[] rows = new float[Panels.tileLength(MOST_SUMMED)];
    final float[] tile = new float[Tiles.ROWS * Tiles.WIDTH];
    private float[][] panels = {};

    static PartMemory[] of(Team team) {
        PartMemory[] memories = new PartMemory[team.threads()];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new PartMemory();
        }
        return memories;
    }

    /** Makes room for so many panels of so many rows each. */
    void reserve(int count, int length) {
        if (panels.length < count || count > 0 && panels[0].length < length * Tiles.WIDTH) {
            panels = new float[count][length * Tiles.WIDTH];
        }
    }

    float[] panel(int i) {
        return panels[i];
    }
}
