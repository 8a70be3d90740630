package feedforward.vector;

import static feedforward.vector.Tiles.WIDTH;

import feedforward.device.Gemm;
import feedforward.device.HeapBuffer;
import java.util.Arrays;

/**
 * Matrix products by blocks that fit the caches (Goto and van de Geijn 2008): panels of op(B) are packed, then four rows of C
 * at a time run over them. Between the blocks of a long sum C itself holds what there is of it, so no order changes. Rows or
 * panels are split among threads. Mutable: keeps the product at hand and the panels' memory.
 */
final class VectorGemm {
    /** Products of one sum for which packing is not worth it. */
    private static final int FEW = 2;

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

    VectorGemm(Team team) {
        this.team = team;
        memories = PartMemory.of(team);
    }

    void run(Gemm gemm, HeapBuffer a, HeapBuffer b, HeapBuffer c) {
        take(gemm, a, b, c);
        long operations = (long) m * n * k;
        if (n == 1) {
            ThinProducts.column(gemm, a, b, c);
        } else if ((m < Tiles.ROWS || k <= FEW) && !transposeB) {
            int pieces = (n + 4 * Lanes.COUNT - 1) / (4 * Lanes.COUNT);
            parts = team.parts(operations, pieces);
            team.run(parts, directRows);
        } else {
            int pieces = (n + WIDTH - 1) / WIDTH;
            int wanted = team.parts(operations, Integer.MAX_VALUE);
            splitsRows = pieces % wanted != 0 && pieces < 4 * wanted;
            parts = Math.max(1, Math.min(wanted, splitsRows ? (m + Tiles.ROWS - 1) / Tiles.ROWS : pieces));
            team.run(parts, panels);
        }
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
        PartMemory memory = memories[part];
        int blocks = Math.max(1, (k + PartMemory.MOST_SUMMED - 1) / PartMemory.MOST_SUMMED);
        for (int block = 0; block < blocks; block++) {
            int p = Parts.start(block, blocks, k, 1);
            int length = Parts.start(block + 1, blocks, k, 1) - p;
            boolean fresh = block == 0 && !accumulate;
            for (int j = firstColumn; j < lastColumn; j += PartMemory.MOST_COLUMNS) {
                int width = Math.min(PartMemory.MOST_COLUMNS, lastColumn - j);
                packB(p, length, j, width, memory.panels);
                for (int i = firstRow; i < lastRow; i += PartMemory.MOST_ROWS) {
                    int rows = Math.min(PartMemory.MOST_ROWS, lastRow - i);
                    runBlock(i, rows, p, length, j, width, fresh, memory);
                }
            }
        }
    }

    private void packB(int p, int length, int j, int width, float[] panels) {
        if (transposeB) {
            Panels.packColumns(b, startB + j * k + p, k, length, width, panels, 0);
        } else {
            Panels.packRows(b, startB + p * n + j, n, length, width, panels, 0);
        }
    }

    private void runBlock(int i, int rows, int p, int length, int j, int width, boolean fresh, PartMemory memory) {
        int from = startA + i * rowStep + p * columnStep;
        if (columnStep > 1) {
            Panels.packTiles(a, from, columnStep, length, rows, memory.rows);
        }
        for (int column = 0; column < width; column += WIDTH) {
            int to = startC + i * n + j + column;
            runPanel(from, rows, length, column * length, to, Math.min(WIDTH, width - column), fresh, memory);
        }
    }

    private void runPanel(
            int from, int rows, int length, int panel, int to, int width, boolean fresh, PartMemory memory) {
        for (int i = 0; i < rows; i += Tiles.ROWS) {
            int height = Math.min(Tiles.ROWS, rows - i);
            int target = to + i * n;
            if (width == WIDTH) {
                if (fresh) {
                    clear(target, height);
                }
                runTile(from, i, height, length, panel, memory, c, target, n);
            } else {
                loadTile(fresh, target, height, width, memory.tile);
                runTile(from, i, height, length, panel, memory, memory.tile, 0, WIDTH);
                storeTile(memory.tile, target, height, width);
            }
        }
    }

    private void runTile(
            int from, int i, int height, int length, int panel, PartMemory memory, float[] target, int to, int stride) {
        int first = from + i * rowStep;
        if (height < Tiles.ROWS) {
            for (int r = 0; r < height; r++) {
                Tiles.row(a, first + r * rowStep, columnStep, memory.panels, panel, length, target, to + r * stride);
            }
        } else if (columnStep == 1) {
            Tiles.rows(
                    a,
                    first,
                    first + rowStep,
                    first + 2 * rowStep,
                    first + 3 * rowStep,
                    memory.panels,
                    panel,
                    length,
                    target,
                    to,
                    to + stride,
                    to + 2 * stride,
                    to + 3 * stride);
        } else {
            Tiles.packed(
                    memory.rows,
                    i * length,
                    memory.panels,
                    panel,
                    length,
                    target,
                    to,
                    to + stride,
                    to + 2 * stride,
                    to + 3 * stride);
        }
    }

    private void clear(int to, int rows) {
        for (int r = 0; r < rows; r++) {
            Arrays.fill(c, to + r * n, to + r * n + WIDTH, 0f);
        }
    }

    private void loadTile(boolean fresh, int to, int rows, int width, float[] tile) {
        Arrays.fill(tile, 0f);
        for (int r = 0; r < rows && !fresh; r++) {
            System.arraycopy(c, to + r * n, tile, r * WIDTH, width);
        }
    }

    private void storeTile(float[] tile, int to, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(tile, r * WIDTH, c, to + r * n, width);
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
