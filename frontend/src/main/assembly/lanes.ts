// Vectors of four float32 values at the ends of arrays, whose length is no multiple of four. Reading too far is allowed (see
// memory.ts), so only what is written needs care.

/** x[0 … min(left, 4) − 1] = values. */
// @ts-ignore: decorator
@inline
export function put(x: usize, values: v128, left: i32): void {
  if (left >= 4) {
    v128.store(x, values);
  } else {
    putSome(x, values, left);
  }
}

function putSome(x: usize, values: v128, count: i32): void {
  if (count > 0) {
    v128.store_lane<f32>(x, values, 0);
  }
  if (count > 1) {
    v128.store_lane<f32>(x, values, 1, 4);
  }
  if (count > 2) {
    v128.store_lane<f32>(x, values, 2, 8);
  }
}

/** Where `mask` is set the bits of `yes`, elsewhere those of `no`. */
// @ts-ignore: decorator
@inline
export function choose(mask: v128, yes: v128, no: v128): v128 {
  return v128.bitselect(yes, no, mask);
}
