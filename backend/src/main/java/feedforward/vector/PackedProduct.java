package feedforward.vector;

import static feedforward.vector.Tiles.ROWS;
import static feedforward.vector.Tiles.WIDTH;

import java.util.Arrays;

/**
 * Products of a packed tile of A with packed panels of B, added up in C, on one thread: C[r][j] = Σ A[r][p]·B[p][j], p ascending, for
 * the rows of C that begin at {@link #to}. Mutable: keeps the memory that {@link Tiles} read.
 */
final class PackedProduct {
    /** Of one sum in one go: a panel takes a half of a 32 KiB cache, a tile of A a quarter. */
    static final int MOST_SUMMED = 256;

    /** Values of B in one go: they take the half of a 512 KiB cache. */
    static final int MOST_PACKED = 65_536;

    private final int[] to = new int[ROWS];
    private final float[] edge = new float[ROWS * WIDTH];
    private float[] tile = {};
    private float[][] panels = {};

    static PackedProduct[] of(Team team) {
        PackedProduct[] products = new PackedProduct[team.threads()];
        for (int i = 0; i < products.length; i++) {
            products[i] = new PackedProduct();
        }
        return products;
    }

    /** How many panels for sums of so many products may be packed at once. */
    static int mostPanels(int summed) {
        return Math.max(1, MOST_PACKED / Math.max(1, summed * WIDTH));
    }

    /**
     * Makes room for sums of so many products in so many panels. Each panel grows by itself: products that take turns, some of many
     * short panels, some of few long ones, find room for both.
     */
    void reserve(int count, int summed) {
        if (tile.length < Panels.tileLength(summed)) {
            tile = new float[Panels.tileLength(summed)];
        }
        int known = panels.length;
        if (known < count) {
            panels = Arrays.copyOf(panels, count);
        }
        for (int i = 0; i < count; i++) {
            if (i >= known || panels[i].length < summed * WIDTH) {
                panels[i] = new float[summed * WIDTH];
            }
        }
    }

    /** A's rows, as {@link Panels} pack them. */
    float[] tile() {
        return tile;
    }

    float[] panel(int i) {
        return panels[i];
    }

    /** Where the rows of C begin. */
    int[] to() {
        return to;
    }

    /** The rows of C begin at {@code first} and then every {@code stride} values. */
    void place(int first, int stride) {
        for (int r = 0; r < ROWS; r++) {
            to[r] = first + r * stride;
        }
    }

    /**
     * The sums of the packed products, by panels from the first on.
     *
     * @param fresh whether C has no values that the sums go on from; where it has, its rows lie equally far apart
     * @param rows of C that there are, the tile's first ones
     * @param columns of C that there are
     */
    void run(int firstPanel, int summed, boolean fresh, float[] c, int rows, int columns) {
        for (int column = 0; column < columns; column += WIDTH) {
            float[] panel = panels[firstPanel + column / WIDTH];
            int width = Math.min(WIDTH, columns - column);
            if (rows < ROWS || width < WIDTH) {
                runEdge(panel, summed, fresh, c, column, rows, width);
            } else {
                runTile(panel, summed, fresh, c, column);
            }
        }
    }

    private void runTile(float[] panel, int summed, boolean fresh, float[] c, int column) {
        Tiles.packed(
                tile,
                panel,
                summed,
                fresh ? Tiles.NOTHING : c,
                fresh ? 0 : to[0] + column,
                fresh ? 0 : to[1] - to[0],
                c,
                to[0] + column,
                to[1] + column,
                to[2] + column,
                to[3] + column,
                to[4] + column);
    }

    /** A tile that C has only a part of. */
    private void runEdge(float[] panel, int summed, boolean fresh, float[] c, int column, int rows, int width) {
        for (int r = 0; r < rows && !fresh; r++) {
            Panels.copy(c, to[r] + column, width, edge, r * WIDTH);
        }
        Tiles.packed(
                tile,
                panel,
                summed,
                fresh ? Tiles.NOTHING : edge,
                0,
                fresh ? 0 : WIDTH,
                edge,
                0,
                WIDTH,
                2 * WIDTH,
                3 * WIDTH,
                4 * WIDTH);
        for (int r = 0; r < rows; r++) {
            Panels.copy(edge, r * WIDTH, width, c, to[r] + column);
        }
    }
}
