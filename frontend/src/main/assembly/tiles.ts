// The innermost loops of matrix products: a tile of C stays in registers while c[r][j] = c[r][j] + a[r][p]·b[p][j] for
// p = 0 … k−1 in this order, products rounded, then sums.
//
// A is packed four rows at a time, a[p][4], B eight columns at a time, b[p][8]. Four rows of two vectors take 8 of the 16
// vector registers of x86, b two and the products the rest: a third vector or two more rows, or a loop unrolled by hand, and
// the compiler keeps sums in memory (a third slower).
import { put } from "./lanes";

export const ROWS: i32 = 4;
export const COLUMNS: i32 = 8;

/**
 * @param c the first row; the next ones `stride` bytes apart
 * @param fresh whether sums start at 0 and not at what c holds
 */
export function tile(a: usize, b: usize, k: i32, c: usize, stride: usize, fresh: bool): void {
  const c1 = c + stride;
  const c2 = c1 + stride;
  const c3 = c2 + stride;
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  if (!fresh) {
    s00 = v128.load(c);
    s01 = v128.load(c, 16);
    s10 = v128.load(c1);
    s11 = v128.load(c1, 16);
    s20 = v128.load(c2);
    s21 = v128.load(c2, 16);
    s30 = v128.load(c3);
    s31 = v128.load(c3, 16);
  }
  const end = a + (<usize>k << 4);
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    s00 = f32x4.add(s00, f32x4.mul(x, b0));
    s01 = f32x4.add(s01, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 4);
    s10 = f32x4.add(s10, f32x4.mul(x, b0));
    s11 = f32x4.add(s11, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 8);
    s20 = f32x4.add(s20, f32x4.mul(x, b0));
    s21 = f32x4.add(s21, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 12);
    s30 = f32x4.add(s30, f32x4.mul(x, b0));
    s31 = f32x4.add(s31, f32x4.mul(x, b1));
    a += 16;
    b += 32;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}

/** The same for the part [rows, columns] that C has of a tile; `spare` is room for a whole one. */
export function edgeTile(
  a: usize, b: usize, k: i32, c: usize, stride: usize, fresh: bool, rows: i32, columns: i32, spare: usize,
): void {
  if (!fresh) {
    for (let r = 0; r < rows; r++) {
      const from = c + <usize>r * stride;
      v128.store(spare + (r << 5), v128.load(from));
      v128.store(spare + (r << 5), v128.load(from, 16), 16);
    }
  }
  tile(a, b, k, spare, <usize>COLUMNS << 2, fresh);
  for (let r = 0; r < rows; r++) {
    const to = c + <usize>r * stride;
    put(to, v128.load(spare + (r << 5)), columns);
    put(to + 16, v128.load(spare + (r << 5), 16), columns - 4);
  }
}

/** One row of A, a[p] `step` bytes apart, by up to 16 columns of B, whose rows are `stride` bytes apart. */
export function rowTile(
  a: usize, step: usize, b: usize, stride: usize, k: i32, c: usize, fresh: bool, columns: i32,
): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  if (!fresh) {
    s0 = v128.load(c);
    s1 = v128.load(c, 16);
    s2 = v128.load(c, 32);
    s3 = v128.load(c, 48);
  }
  for (let p = 0; p < k; p++) {
    const x = v128.load_splat<f32>(a);
    s0 = f32x4.add(s0, f32x4.mul(x, v128.load(b)));
    s1 = f32x4.add(s1, f32x4.mul(x, v128.load(b, 16)));
    s2 = f32x4.add(s2, f32x4.mul(x, v128.load(b, 32)));
    s3 = f32x4.add(s3, f32x4.mul(x, v128.load(b, 48)));
    a += step;
    b += stride;
  }
  put(c, s0, columns);
  put(c + 16, s1, columns - 4);
  put(c + 32, s2, columns - 8);
  put(c + 48, s3, columns - 12);
}
