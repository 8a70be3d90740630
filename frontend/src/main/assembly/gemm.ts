// Matrix products, as feedforward.device.LinearKernels.gemm defines them, by blocks that fit the caches (Goto and van de
// Geijn 2008): panels of op(B) are packed, then four rows of op(A) at a time, which run over them. Between the blocks of a long
// sum C itself holds what there is of it, so no order changes. Rows or columns are split among threads.
import { put } from "./lanes";
import { NARROW, narrowTile, packNarrow } from "./narrow";
import { packFourColumns, packPanel, packRows, packTransposedPanel } from "./pack";
import { scratch } from "./scratch";
import { fork, int, partsOf, setInt, startOf } from "./team";
import { COLUMNS, edgeTile, ROWS, rowTile, tile } from "./tiles";

/** The longest sum, and the columns, of one block of packed B: 128 KB. */
const MOST_SUMMED: i32 = 512;
const MOST_COLUMNS: i32 = 64;

/** The most that packed blocks may take, in bytes, to be kept side by side. */
const MOST_KEPT: i64 = 1 << 23;

/** Room for the rows of A and a tile's edge, before the blocks of B. */
const TILE_BYTES: i32 = (MOST_SUMMED * ROWS + ROWS * COLUMNS) * 4;

/** Fewer rows, or products of a sum, are not worth packing. */
const FEW_ROWS: i32 = 4;
const FEW_PRODUCTS: i32 = 2;

/** What the blocks hold, from the last product: see `again`. */
let keptB: usize = 0;
let keptColumns: i32 = 0;
let keptSums: i32 = 0;
let keptLayout: i32 = 0;

/** Forgets what is packed; whoever else uses the scratch memory says so. */
export function forgetPacked(): void {
  keptB = 0;
}

/** @param again whether B is that of the product before, unchanged */
export function gemm(
  m: i32, n: i32, k: i32, transposeA: bool, transposeB: bool, accumulate: bool, again: bool, a: usize, b: usize, c: usize,
): void {
  if (m == 0 || n == 0) {
    return;
  }
  const bLiesTransposed = transposeB && k > 1 && n > 1;
  setInt(0, m);
  setInt(1, n);
  setInt(2, k);
  setInt(3, transposeA);
  setInt(4, bLiesTransposed);
  setInt(5, accumulate);
  setInt(6, <i32>a);
  setInt(7, <i32>b);
  setInt(8, <i32>c);
  const work = <f64>m * n * k;
  if (n == 1 && !transposeA) {
    fork(columnPart.index, partsOf(work, (m + ROWS - 1) / ROWS));
  } else if (n == 1 && m > 1) {
    // Cᵀ = Bᵀ·A: one row.
    setInt(0, 1);
    setInt(1, m);
    setInt(3, 0);
    setInt(6, <i32>b);
    setInt(7, <i32>a);
    fork(rowsPart.index, partsOf(work, (m + 15) / 16));
  } else if ((m < FEW_ROWS || k <= FEW_PRODUCTS) && !bLiesTransposed) {
    fork(rowsPart.index, partsOf(work, (n + 15) / 16));
  } else if (n > COLUMNS && n <= NARROW) {
    narrow(work);
  } else {
    packed(work, again, b);
  }
}

function narrow(work: f64): void {
  const parts = partsOf(work, (int(0) + 2) / 3);
  const room = MOST_SUMMED * NARROW * 4;
  forgetPacked();
  setInt(9, <i32>scratch(parts, room));
  setInt(10, room);
  fork(narrowPart.index, parts);
}

/** Rows are split. */
function narrowPart(part: i32, parts: i32): void {
  const m = int(0);
  const n = int(1);
  const k = int(2);
  const step: usize = int(3) != 0 ? <usize>m << 2 : 4;
  const rowStep: usize = int(3) != 0 ? 4 : <usize>k << 2;
  const stride = <usize>n << 2;
  const first = startOf(part, parts, m, 3);
  const last = startOf(part + 1, parts, m, 3);
  const b = <usize>int(9) + <usize>part * int(10);
  let p = 0;
  do {
    const length = min(MOST_SUMMED, k - p);
    const fresh = p == 0 && int(5) == 0;
    packNarrowBlock(p, length, b);
    let a = <usize>int(6) + <usize>first * rowStep + <usize>p * step;
    let c = <usize>int(8) + <usize>first * stride;
    let i = first;
    for (; i + 3 <= last; i += 3) {
      narrowTile(a, rowStep, step, b, length, c, stride, n, fresh);
      a += 3 * rowStep;
      c += 3 * stride;
    }
    for (; i < last; i++) {
      rowTile(a, step, b, NARROW << 2, length, c, fresh, n);
      a += rowStep;
      c += stride;
    }
    p += MOST_SUMMED;
  } while (p < k);
}

function packNarrowBlock(p: i32, length: i32, to: usize): void {
  const n = int(1);
  const k = int(2);
  const b = <usize>int(7);
  if (int(4) != 0) {
    packNarrow(b + (<usize>p << 2), 4, <usize>k << 2, n, length, to);
  } else {
    packNarrow(b + (<usize>(p * n) << 2), <usize>n << 2, 4, n, length, to);
  }
}

function packed(work: f64, again: bool, b: usize): void {
  const m = int(0);
  const n = int(1);
  const k = int(2);
  const tiles = (m + ROWS - 1) / ROWS;
  const panels = (n + COLUMNS - 1) / COLUMNS;
  const splitsRows = tiles > panels;
  const parts = partsOf(work, splitsRows ? tiles : panels);
  const columns = splitsRows ? n : ((panels + parts - 1) / parts) * COLUMNS;
  const blocks = <i64>blocksOf(k, MOST_SUMMED) * blocksOf(columns, MOST_COLUMNS);
  const keeps = blocks * MOST_SUMMED * MOST_COLUMNS * 4 <= MOST_KEPT;
  const room = TILE_BYTES + (keeps ? <i32>blocks : 1) * blockBytes(k, columns);
  const layout = (parts << 2) | (splitsRows ? 2 : 0) | int(4);
  const known = again && keptB == b && keptColumns == n && keptSums == k && keptLayout == layout;
  setInt(9, splitsRows);
  setInt(10, keeps);
  setInt(11, known);
  setInt(12, <i32>scratch(parts, room));
  setInt(13, room);
  keptB = keeps ? b : 0;
  keptColumns = n;
  keptSums = k;
  keptLayout = layout;
  fork(packedPart.index, parts);
}

function blocksOf(n: i32, most: i32): i32 {
  return max(1, (n + most - 1) / most);
}

function blockBytes(k: i32, columns: i32): i32 {
  return min(k, MOST_SUMMED) * ((min(columns, MOST_COLUMNS) + COLUMNS - 1) & -COLUMNS) * 4;
}

function packedPart(part: i32, parts: i32): void {
  const m = int(0);
  const n = int(1);
  const k = int(2);
  const splitsRows = int(9) != 0;
  const firstRow = splitsRows ? startOf(part, parts, m, ROWS) : 0;
  const lastRow = splitsRows ? startOf(part + 1, parts, m, ROWS) : m;
  const firstColumn = splitsRows ? 0 : startOf(part, parts, n, COLUMNS);
  const lastColumn = splitsRows ? n : startOf(part + 1, parts, n, COLUMNS);
  const room = <usize>int(12) + <usize>part * int(13);
  const size = int(10) != 0 ? blockBytes(k, lastColumn - firstColumn) : 0;
  let block = room + TILE_BYTES;
  let p = 0;
  do {
    const length = min(MOST_SUMMED, k - p);
    for (let j = firstColumn; j < lastColumn; j += MOST_COLUMNS) {
      const columns = min(MOST_COLUMNS, lastColumn - j);
      if (int(11) == 0) {
        packBlock(p, length, j, columns, block);
      }
      for (let i = firstRow; i < lastRow; i += ROWS) {
        packTile(i, min(ROWS, lastRow - i), p, length, room);
        runTiles(i, min(ROWS, lastRow - i), p == 0, length, j, columns, room, block);
      }
      block += size;
    }
    p += MOST_SUMMED;
  } while (p < k);
}

function packBlock(p: i32, length: i32, j: i32, columns: i32, to: usize): void {
  const n = int(1);
  const k = int(2);
  const b = <usize>int(7);
  for (let column = 0; column < columns; column += COLUMNS) {
    if (int(4) != 0) {
      const from = b + (<usize>((j + column) * k + p) << 2);
      packTransposedPanel(from, <usize>k << 2, min(COLUMNS, columns - column), length, to);
    } else {
      packPanel(b + (<usize>(p * n + j + column) << 2), <usize>n << 2, length, to);
    }
    to += <usize>length << 5;
  }
}

function packTile(i: i32, rows: i32, p: i32, length: i32, to: usize): void {
  const m = int(0);
  const k = int(2);
  const a = <usize>int(6);
  if (int(3) != 0) {
    packFourColumns(a + (<usize>(p * m + i) << 2), <usize>m << 2, length, to);
  } else {
    packRows(a + (<usize>(i * k + p) << 2), <usize>k << 2, rows, length, to);
  }
}

/** Rows i, i + 1, … of C, at most a tile of them, over all panels of a block. */
function runTiles(i: i32, rows: i32, first: bool, length: i32, j: i32, columns: i32, room: usize, block: usize): void {
  const n = int(1);
  const fresh = first && int(5) == 0;
  const stride = <usize>n << 2;
  const spare = room + MOST_SUMMED * ROWS * 4;
  let c = <usize>int(8) + (<usize>(i * n + j) << 2);
  for (let column = 0; column < columns; column += COLUMNS) {
    const width = columns - column;
    if (rows == ROWS && width >= COLUMNS) {
      tile(room, block, length, c, stride, fresh);
    } else {
      edgeTile(room, block, length, c, stride, fresh, rows, min(COLUMNS, width), spare);
    }
    block += <usize>length << 5;
    c += <usize>COLUMNS << 2;
  }
}

/** Row by row with B as it lies, [k, n]; columns are split. */
function rowsPart(part: i32, parts: i32): void {
  const m = int(0);
  const n = int(1);
  const k = int(2);
  const first = startOf(part, parts, n, 16);
  const last = startOf(part + 1, parts, n, 16);
  const step: usize = int(3) != 0 ? <usize>m << 2 : 4;
  const stride = <usize>n << 2;
  for (let i = 0; i < m; i++) {
    const a = <usize>int(6) + (<usize>(int(3) != 0 ? i : i * k) << 2);
    for (let j = first; j < last; j += 16) {
      const c = <usize>int(8) + (<usize>(i * n + j) << 2);
      rowTile(a, step, <usize>int(7) + (<usize>j << 2), stride, k, c, int(5) == 0, min(16, last - j));
    }
  }
}

/** One column of B, four rows of A at a time, as they lie. */
function columnPart(part: i32, parts: i32): void {
  const m = int(0);
  const k = int(2);
  const last = startOf(part + 1, parts, m, ROWS);
  for (let i = startOf(part, parts, m, ROWS); i < last; i += ROWS) {
    columnTile(<usize>int(6) + (<usize>(i * k) << 2), min(ROWS, m - i), k, <usize>int(8) + (<usize>i << 2));
  }
}

function columnTile(a: usize, rows: i32, k: i32, c: usize): void {
  const stride = <usize>k << 2;
  const a1 = rows > 1 ? stride : 0;
  const a2 = rows > 2 ? a1 + stride : a1;
  const a3 = rows > 3 ? a2 + stride : a2;
  let b = <usize>int(7);
  let sums = int(5) != 0 ? v128.load(c) : f32x4.splat(0);
  for (let p = 0; p < k; p++) {
    let x = v128.load_splat<f32>(a);
    x = v128.load_lane<f32>(a + a1, x, 1);
    x = v128.load_lane<f32>(a + a2, x, 2);
    x = v128.load_lane<f32>(a + a3, x, 3);
    sums = f32x4.add(sums, f32x4.mul(x, v128.load_splat<f32>(b)));
    a += 4;
    b += 4;
  }
  put(c, sums, rows);
}
