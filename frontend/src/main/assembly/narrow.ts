// Products of few columns, ten classes say: three rows of three vectors at a time, A as it lies, since packing it would take as long
// as the few columns do. C's part of twelve columns is written exactly.
import { put } from "./lanes";

/** The most columns; fewer than a vector more than a panel would be wasted otherwise. */
export const NARROW: i32 = 12;

/** B's columns, `columns` of them, to[p][12]: B's rows are `stride` bytes apart, its columns `step`. */
export function packNarrow(b: usize, stride: usize, step: usize, columns: i32, length: i32, to: usize): void {
  for (let p = 0; p < length; p++) {
    if (step == 4) {
      v128.store(to, v128.load(b));
      v128.store(to, v128.load(b, 16), 16);
      v128.store(to, v128.load(b, 32), 32);
    } else {
      for (let j = 0; j < columns; j++) {
        store<f32>(to + (j << 2), load<f32>(b + <usize>j * step));
      }
    }
    b += stride;
    to += 48;
  }
}

/** Rows of A `rowStep` bytes apart, their values `step`; rows of C `stride` bytes apart. */
export function narrowTile(
  a: usize, rowStep: usize, step: usize, b: usize, k: i32, c: usize, stride: usize, columns: i32, fresh: bool,
): void {
  const c1 = c + stride;
  const c2 = c1 + stride;
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s02 = s00;
  let s10 = s00;
  let s11 = s00;
  let s12 = s00;
  let s20 = s00;
  let s21 = s00;
  let s22 = s00;
  if (!fresh) {
    s00 = v128.load(c);
    s01 = v128.load(c, 16);
    s02 = v128.load(c, 32);
    s10 = v128.load(c1);
    s11 = v128.load(c1, 16);
    s12 = v128.load(c1, 32);
    s20 = v128.load(c2);
    s21 = v128.load(c2, 16);
    s22 = v128.load(c2, 32);
  }
  let a1 = a + rowStep;
  let a2 = a1 + rowStep;
  const end = b + <usize>k * 48;
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    let x = v128.load_splat<f32>(a);
    s00 = f32x4.add(s00, f32x4.mul(x, b0));
    s01 = f32x4.add(s01, f32x4.mul(x, b1));
    s02 = f32x4.add(s02, f32x4.mul(x, b2));
    x = v128.load_splat<f32>(a1);
    s10 = f32x4.add(s10, f32x4.mul(x, b0));
    s11 = f32x4.add(s11, f32x4.mul(x, b1));
    s12 = f32x4.add(s12, f32x4.mul(x, b2));
    x = v128.load_splat<f32>(a2);
    s20 = f32x4.add(s20, f32x4.mul(x, b0));
    s21 = f32x4.add(s21, f32x4.mul(x, b1));
    s22 = f32x4.add(s22, f32x4.mul(x, b2));
    a += step;
    a1 += step;
    a2 += step;
    b += 48;
  }
  putRow(c, s00, s01, s02, columns);
  putRow(c1, s10, s11, s12, columns);
  putRow(c2, s20, s21, s22, columns);
}

// @ts-ignore: decorator
@inline
function putRow(c: usize, s0: v128, s1: v128, s2: v128, columns: i32): void {
  put(c, s0, columns);
  put(c + 16, s1, columns - 4);
  put(c + 32, s2, columns - 8);
}
