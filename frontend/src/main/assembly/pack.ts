// Copies parts of matrices into the order in which tiles read them. Rows and columns that a matrix does not have are filled with
// whatever is at hand: what comes of them is not kept.

// @ts-ignore: decorator
@inline
function row0(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 0, 4, 1, 5), 0, 1, 4, 5);
}

// @ts-ignore: decorator
@inline
function row1(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 0, 4, 1, 5), 2, 3, 6, 7);
}

// @ts-ignore: decorator
@inline
function row2(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 2, 6, 3, 7), v128.shuffle<f32>(c, d, 2, 6, 3, 7), 0, 1, 4, 5);
}

// @ts-ignore: decorator
@inline
function row3(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 2, 6, 3, 7), v128.shuffle<f32>(c, d, 2, 6, 3, 7), 2, 3, 6, 7);
}

/** to[p·step + i] for four arrays i of `length` values each; `step` counts bytes. */
export function interleave4(a: usize, b: usize, c: usize, d: usize, length: i32, to: usize, step: usize): void {
  let p = 0;
  for (; p + 4 <= length; p += 4) {
    const va = v128.load(a);
    const vb = v128.load(b);
    const vc = v128.load(c);
    const vd = v128.load(d);
    v128.store(to, row0(va, vb, vc, vd));
    to += step;
    v128.store(to, row1(va, vb, vc, vd));
    to += step;
    v128.store(to, row2(va, vb, vc, vd));
    to += step;
    v128.store(to, row3(va, vb, vc, vd));
    to += step;
    a += 16;
    b += 16;
    c += 16;
    d += 16;
  }
  for (; p < length; p++) {
    store<f32>(to, load<f32>(a));
    store<f32>(to, load<f32>(b), 4);
    store<f32>(to, load<f32>(c), 8);
    store<f32>(to, load<f32>(d), 12);
    to += step;
    a += 4;
    b += 4;
    c += 4;
    d += 4;
  }
}

/** Four rows of A, `stride` bytes apart, of which there are `rows`: to[p][4]. */
export function packRows(a: usize, stride: usize, rows: i32, length: i32, to: usize): void {
  const b = rows > 1 ? a + stride : a;
  const c = rows > 2 ? b + stride : b;
  const d = rows > 3 ? c + stride : c;
  interleave4(a, b, c, d, length, to, 16);
}

/** Four columns of a matrix, whose rows are `stride` bytes apart: to[p][4]. */
export function packFourColumns(a: usize, stride: usize, length: i32, to: usize): void {
  for (let p = 0; p < length; p++) {
    v128.store(to, v128.load(a));
    a += stride;
    to += 16;
  }
}

/** Eight columns of B, whose rows are `stride` bytes apart: to[p][8]. */
export function packPanel(b: usize, stride: usize, length: i32, to: usize): void {
  for (let p = 0; p < length; p++) {
    v128.store(to, v128.load(b));
    v128.store(to, v128.load(b, 16), 16);
    b += stride;
    to += 32;
  }
}

/** Eight rows of a matrix, `stride` bytes apart, of which there are `rows`, as columns of a panel: to[p][8]. */
export function packTransposedPanel(b: usize, stride: usize, rows: i32, length: i32, to: usize): void {
  const b1 = rows > 1 ? b + stride : b;
  const b2 = rows > 2 ? b1 + stride : b1;
  const b3 = rows > 3 ? b2 + stride : b2;
  const b4 = rows > 4 ? b3 + stride : b3;
  const b5 = rows > 5 ? b4 + stride : b4;
  const b6 = rows > 6 ? b5 + stride : b5;
  const b7 = rows > 7 ? b6 + stride : b6;
  interleave4(b, b1, b2, b3, length, to, 32);
  interleave4(b4, b5, b6, b7, length, to + 16, 32);
}
