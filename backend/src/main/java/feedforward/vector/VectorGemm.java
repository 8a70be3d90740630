package feedforward.vector;

import static feedforward.vector.Tiles.WIDTH;

import feedforward.device.Gemm;
import feedforward.device.HeapBuffer;

/**
 * Matrix products by blocks that fit the caches (Goto and van de Geijn 2008): panels of op(B) are packed, then five rows of
 * op(A) at a time, which run over them. Between the blocks of a long sum C itself holds what there is of it, so no order changes. Rows or
 * panels are split among threads. Mutable: keeps the product at hand and the panels' memory.
 */
final class VectorGemm {
    /** Products of one sum, and rows, for which packing is not worth it. */
    private static final int FEW = 2;

    private static final int FEW_ROWS = 4;

    private final Team team;
    private final PartMemory[] memories;
    private final Team.Job panels = this::runPanels;
    private final Team.Job directRows = this::runDirectRows;

    private float[] a = {};
    private float[] b = {};
    private float[] c = {};
    private int startA;
    private int startB;
    private int startC;
    private int m;
    private int n;
    private int k;
    /** From one row of op(A) to the next, and from one column to the next. */
    private int rowStep;

    private int columnStep;
    private boolean transposeB;
    private boolean accumulate;
    private int parts;
    private boolean splitsRows;
    /** What the panels hold, and whether the product at hand finds its B there. */
    private Packing packed = Packing.NONE;

    private boolean keepsB;

    VectorGemm(Team team) {
        this.team = team;
        memories = PartMemory.of(team);
    }

    void run(Gemm gemm, HeapBuffer a, HeapBuffer b, HeapBuffer c) {
        take(gemm, a, b, c);
        long operations = (long) m * n * k;
        if (n == 1) {
            ThinProducts.column(gemm, a, b, c);
        } else if ((m < FEW_ROWS || k <= FEW) && !transposeB) {
            int pieces = (n + 4 * Lanes.COUNT - 1) / (4 * Lanes.COUNT);
            parts = team.parts(operations, pieces);
            team.run(parts, directRows);
        } else {
            split(operations);
            keepsB = gemm.sameB() && packed.equals(packing());
            team.run(parts, panels);
            packed = fitsAtOnce(n) ? packing() : Packing.NONE;
        }
    }

    /** Each part packs all of what is not split, so the larger matrix is. */
    private void split(long operations) {
        int tiles = (m + Tiles.ROWS - 1) / Tiles.ROWS;
        splitsRows = tiles > panels(n);
        parts = team.parts(operations, splitsRows ? tiles : panels(n));
    }

    private Packing packing() {
        return new Packing(startB, n, k, parts, transposeB, splitsRows);
    }

    private void take(Gemm gemm, HeapBuffer left, HeapBuffer right, HeapBuffer out) {
        a = left.array();
        b = right.array();
        c = out.array();
        startA = left.offset();
        startB = right.offset();
        startC = out.offset();
        m = gemm.m();
        n = gemm.n();
        k = gemm.k();
        rowStep = gemm.transposeA() ? 1 : k;
        columnStep = gemm.transposeA() ? m : 1;
        // A single row lies the same either way.
        transposeB = gemm.transposeB() && k > 1;
        accumulate = gemm.accumulate();
    }

    private void runPanels(int part) {
        int firstRow = splitsRows ? Parts.start(part, parts, m, Tiles.ROWS) : 0;
        int lastRow = splitsRows ? Parts.start(part + 1, parts, m, Tiles.ROWS) : m;
        int firstColumn = splitsRows ? 0 : Parts.start(part, parts, n, WIDTH);
        int lastColumn = splitsRows ? n : Parts.start(part + 1, parts, n, WIDTH);
        int blocks = blocks();
        int most = PartMemory.MOST_PACKED / (longestBlock() * WIDTH);
        boolean whole = fitsAtOnce(lastColumn - firstColumn);
        int columnsAtOnce = whole ? lastColumn - firstColumn : most * WIDTH;
        int blocksAtOnce = whole ? blocks : 1;
        memories[part].reserve(whole ? blocks * panels(lastColumn - firstColumn) : most, longestBlock());
        for (int block = 0; block < blocks; block += blocksAtOnce) {
            for (int j = firstColumn; j < lastColumn; j += columnsAtOnce) {
                int width = Math.min(columnsAtOnce, lastColumn - j);
                if (!keepsB) {
                    packB(block, block + blocksAtOnce, j, width, memories[part]);
                }
                for (int i = firstRow; i < lastRow; i += Tiles.ROWS) {
                    int rows = Math.min(Tiles.ROWS, lastRow - i);
                    runTiles(i, rows, block, block + blocksAtOnce, j, width, memories[part]);
                }
            }
        }
    }

    /** The blocks of products, about equally long, that a sum is cut into. */
    private int blocks() {
        return Math.max(1, (k + PartMemory.MOST_SUMMED - 1) / PartMemory.MOST_SUMMED);
    }

    private int longestBlock() {
        return Math.max(1, (k + blocks() - 1) / blocks());
    }

    private boolean fitsAtOnce(int columns) {
        return (long) blocks() * longestBlock() * panels(columns) * WIDTH <= PartMemory.MOST_PACKED;
    }

    private static int panels(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    private void packB(int firstBlock, int lastBlock, int j, int width, PartMemory memory) {
        for (int block = firstBlock; block < lastBlock; block++) {
            int p = Parts.start(block, blocks(), k, 1);
            int length = Parts.start(block + 1, blocks(), k, 1) - p;
            for (int column = 0; column < width; column += WIDTH) {
                int columns = Math.min(WIDTH, width - column);
                float[] panel = memory.panel((block - firstBlock) * panels(width) + column / WIDTH);
                if (transposeB) {
                    Panels.packColumns(b, startB + (j + column) * k + p, k, length, columns, panel, 0);
                } else {
                    Panels.packRows(b, startB + p * n + j + column, n, length, columns, panel, 0);
                }
            }
        }
    }

    /** Rows i, i+1, … of C, at most a tile of them, over all panels of these blocks. */
    private void runTiles(int i, int rows, int firstBlock, int lastBlock, int j, int width, PartMemory memory) {
        for (int block = firstBlock; block < lastBlock; block++) {
            int p = Parts.start(block, blocks(), k, 1);
            int length = Parts.start(block + 1, blocks(), k, 1) - p;
            boolean fresh = block == 0 && !accumulate;
            packA(i, rows, p, length, memory.rows);
            for (int column = 0; column < width; column += WIDTH) {
                int to = startC + i * n + j + column;
                int columns = Math.min(WIDTH, width - column);
                float[] panel = memory.panel((block - firstBlock) * panels(width) + column / WIDTH);
                if (rows < Tiles.ROWS || columns < WIDTH) {
                    runEdge(to, rows, columns, length, fresh, panel, memory);
                } else {
                    runTile(to, length, fresh, panel, memory);
                }
            }
        }
    }

    private void runTile(int to, int length, boolean fresh, float[] panel, PartMemory memory) {
        Tiles.packed(
                memory.rows,
                panel,
                length,
                fresh ? Tiles.NOTHING : c,
                fresh ? 0 : to,
                fresh ? 0 : n,
                c,
                to,
                to + n,
                to + 2 * n,
                to + 3 * n,
                to + 4 * n);
    }

    private void packA(int i, int rows, int p, int length, float[] tile) {
        int from = startA + i * rowStep + p * columnStep;
        if (columnStep > 1) {
            Panels.packTile(a, from, columnStep, length, rows, tile);
            return;
        }
        for (int r = 0; r < rows; r++) {
            Panels.packRow(a, from + r * rowStep, length, tile, r, 0);
        }
    }

    /** A tile that C has only a part of. */
    private void runEdge(int to, int rows, int columns, int length, boolean fresh, float[] panel, PartMemory memory) {
        float[] tile = memory.tile;
        for (int r = 0; r < rows && !fresh; r++) {
            Panels.copy(c, to + r * n, columns, tile, r * WIDTH);
        }
        Tiles.packed(
                memory.rows,
                panel,
                length,
                fresh ? Tiles.NOTHING : tile,
                0,
                fresh ? 0 : WIDTH,
                tile,
                0,
                WIDTH,
                2 * WIDTH,
                3 * WIDTH,
                4 * WIDTH);
        for (int r = 0; r < rows; r++) {
            Panels.copy(tile, r * WIDTH, columns, c, to + r * n);
        }
    }

    /** Few rows: B as it lies, since nothing would use a packed panel again. */
    private void runDirectRows(int part) {
        int first = Parts.start(part, parts, n, 4 * Lanes.COUNT);
        int last = Parts.start(part + 1, parts, n, 4 * Lanes.COUNT);
        for (int i = 0; i < m; i++) {
            ThinProducts.row(
                    a,
                    startA + i * rowStep,
                    columnStep,
                    b,
                    startB + first,
                    n,
                    k,
                    c,
                    startC + i * n + first,
                    last - first,
                    accumulate);
        }
    }

    /** How a B, and of it which, lies packed; that it is the same array the caller of {@link Gemm#again} warrants. */
    private record Packing(int start, int n, int k, int parts, boolean transposed, boolean splitsRows) {
        private static final Packing NONE = new Packing(0, 0, 0, 0, false, false);
    }
}
