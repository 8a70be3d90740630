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

/** x[0 … n − 1] = 0. Helpers must not use memory.fill: see team.ts. */
export function clearValues(x: usize, n: i32): void {
  for (let left = n; left > 0; left -= 4) {
    put(x, f32x4.splat(0), left);
    x += 16;
  }
}

/** to[0 … n − 1] = from[0 … n − 1], which lie apart. Helpers must not use memory.copy: see team.ts. */
export function copyValues(to: usize, from: usize, n: i32): void {
  for (let left = n; left > 0; left -= 4) {
    put(to, v128.load(from), left);
    to += 16;
    from += 16;
  }
}
