// What goes with matrix products: feedforward.device.LinearKernels.
import { copyValues, put } from "./lanes";
import { interleave4 } from "./pack";
import { fork, int, partsOf, setInt, startOf } from "./team";

/** sum[c] = sum[c] + x[r,c], r ascending. */
export function addColumnSums(rows: i32, columns: i32, x: usize, sum: usize): void {
  setInt(0, rows);
  setInt(1, columns);
  setInt(2, <i32>x);
  setInt(3, <i32>sum);
  fork(columnSumsPart.index, partsOf(<f64>rows * columns, (columns + 15) / 16));
}

function columnSumsPart(part: i32, parts: i32): void {
  const rows = int(0);
  const columns = int(1);
  const stride = <usize>columns << 2;
  const last = startOf(part + 1, parts, columns, 16);
  for (let c = startOf(part, parts, columns, 16); c < last; c += 16) {
    let x = <usize>int(2) + (<usize>c << 2);
    const sum = <usize>int(3) + (<usize>c << 2);
    let s0 = v128.load(sum);
    let s1 = v128.load(sum, 16);
    let s2 = v128.load(sum, 32);
    let s3 = v128.load(sum, 48);
    for (let r = 0; r < rows; r++) {
      s0 = f32x4.add(s0, v128.load(x));
      s1 = f32x4.add(s1, v128.load(x, 16));
      s2 = f32x4.add(s2, v128.load(x, 32));
      s3 = f32x4.add(s3, v128.load(x, 48));
      x += stride;
    }
    put(sum, s0, last - c);
    put(sum + 16, s1, last - c - 4);
    put(sum + 32, s2, last - c - 8);
    put(sum + 48, s3, last - c - 12);
  }
}

/** y[o,c,r,i] = x[o,r,c,i]. */
export function transpose(outer: i32, rows: i32, columns: i32, inner: i32, x: usize, y: usize): void {
  setInt(0, rows);
  setInt(1, columns);
  setInt(2, inner);
  setInt(3, <i32>x);
  setInt(4, <i32>y);
  setInt(5, outer);
  const work = <f64>outer * rows * columns * inner;
  fork(transposePart.index, partsOf(work, outer * ((columns + 3) / 4)));
}

/** The columns, four at a time, of all matrices are split. */
function transposePart(part: i32, parts: i32): void {
  const columns = int(1);
  const groups = (columns + 3) / 4;
  const last = startOf(part + 1, parts, int(5) * groups, 1);
  for (let group = startOf(part, parts, int(5) * groups, 1); group < last; group++) {
    const c = group % groups * 4;
    transposeColumns(group / groups, c, min(4, columns - c));
  }
}

function transposeColumns(matrix: i32, c: i32, count: i32): void {
  const rows = int(0);
  const columns = int(1);
  const inner = int(2);
  const bytes = <usize>inner << 2;
  const start = <usize>(matrix * rows * columns) * bytes;
  const x = <usize>int(3) + start + <usize>c * bytes;
  const y = <usize>int(4) + start + <usize>(c * rows) * bytes;
  let r = 0;
  if (inner == 1 && count == 4) {
    const step = <usize>columns << 2;
    for (; r + 4 <= rows; r += 4) {
      const from = x + <usize>r * step;
      interleave4(from, from + step, from + 2 * step, from + 3 * step, 4, y + (<usize>r << 2), <usize>rows << 2);
    }
  }
  for (; r < rows; r++) {
    for (let i = 0; i < count; i++) {
      copyValues(y + <usize>(i * rows + r) * bytes, x + <usize>(r * columns + i) * bytes, inner);
    }
  }
}
