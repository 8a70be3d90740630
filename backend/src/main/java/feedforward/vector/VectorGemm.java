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
    private final PackedProduct[] products;
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
    /** The product whose B the panels hold whole, where that B starts and how it was split, or 0 for none. */
    private Gemm packed = Gemm.of(0, 0, 0);

    private int packedStart;
    private int packedParts;
    /** Whether the product at hand finds its B in the panels. */
    private boolean keepsB;

    VectorGemm(Team team) {
        this.team = team;
        products = PackedProduct.of(team);
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
            keepsB = gemm.sameB() && isPacked(gemm);
            team.run(parts, panels);
            if (!keepsB) {
                packed = gemm;
                packedStart = startB;
                packedParts = fitsAtOnce(n) ? parts : 0;
            }
        }
    }

    /** Each part packs all of what is not split, so the larger matrix is. */
    private void split(long operations) {
        int tiles = (m + Tiles.ROWS - 1) / Tiles.ROWS;
        splitsRows = tiles > Panels.count(n);
        parts = team.parts(operations, splitsRows ? tiles : Panels.count(n));
    }

    /** That it is the same array the caller of {@link Gemm#again} warrants. */
    private boolean isPacked(Gemm gemm) {
        return packedStart == startB
                && packedParts == parts
                && packed.m() == gemm.m()
                && packed.n() == gemm.n()
                && packed.k() == gemm.k()
                && packed.transposeB() == gemm.transposeB();
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
        int most = PackedProduct.mostPanels(longestBlock());
        boolean whole = fitsAtOnce(lastColumn - firstColumn);
        int columnsAtOnce = whole ? lastColumn - firstColumn : most * WIDTH;
        int blocksAtOnce = whole ? blocks : 1;
        products[part].reserve(whole ? blocks * Panels.count(lastColumn - firstColumn) : most, longestBlock());
        for (int block = 0; block < blocks; block += blocksAtOnce) {
            for (int j = firstColumn; j < lastColumn; j += columnsAtOnce) {
                int width = Math.min(columnsAtOnce, lastColumn - j);
                if (!keepsB) {
                    packB(block, block + blocksAtOnce, j, width, products[part]);
                }
                for (int i = firstRow; i < lastRow; i += Tiles.ROWS) {
                    int rows = Math.min(Tiles.ROWS, lastRow - i);
                    runTiles(i, rows, block, block + blocksAtOnce, j, width, products[part]);
                }
            }
        }
    }

    /** The blocks of products, about equally long, that a sum is cut into. */
    private int blocks() {
        return Math.max(1, (k + PackedProduct.MOST_SUMMED - 1) / PackedProduct.MOST_SUMMED);
    }

    private int longestBlock() {
        return Math.max(1, (k + blocks() - 1) / blocks());
    }

    private boolean fitsAtOnce(int columns) {
        return (long) blocks() * longestBlock() * Panels.count(columns) * WIDTH <= PackedProduct.MOST_PACKED;
    }

    private void packB(int firstBlock, int lastBlock, int j, int width, PackedProduct product) {
        for (int block = firstBlock; block < lastBlock; block++) {
            int p = Parts.start(block, blocks(), k, 1);
            int length = Parts.start(block + 1, blocks(), k, 1) - p;
            for (int column = 0; column < width; column += WIDTH) {
                int columns = Math.min(WIDTH, width - column);
                float[] panel = product.panel((block - firstBlock) * Panels.count(width) + column / WIDTH);
                if (transposeB) {
                    Panels.packColumns(b, startB + (j + column) * k + p, k, length, columns, panel, 0);
                } else {
                    Panels.packRows(b, startB + p * n + j + column, n, length, columns, panel, 0);
                }
            }
        }
    }

    /** Rows i, i+1, … of C, at most a tile of them, over all panels of these blocks. */
    private void runTiles(int i, int rows, int firstBlock, int lastBlock, int j, int width, PackedProduct product) {
        product.place(startC + i * n + j, n);
        for (int block = firstBlock; block < lastBlock; block++) {
            int p = Parts.start(block, blocks(), k, 1);
            int length = Parts.start(block + 1, blocks(), k, 1) - p;
            boolean fresh = block == 0 && !accumulate;
            packA(i, rows, p, length, product.tile());
            product.run((block - firstBlock) * Panels.count(width), length, fresh, c, rows, width);
        }
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
}
