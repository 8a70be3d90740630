// Convolution as a matrix product, tile by tile: what a tile's four rows of A hold, the pixels under the kernel at four places, is
// gathered just before it is used. feedforward.device.ImageKernels defines it.
//
// Pixels outside of an image are zeros here, and a sum that starts at +0 stays the same when 0·weight is added, as long as the
// weight is finite. Where one is not, exact.ts takes over, which leaves such pixels out.
import { exactConvolution } from "./exact";
import { forgetPacked } from "./gemm";
import { clearValues } from "./lanes";
import { interleave4, packPanel } from "./pack";
import { scratch } from "./scratch";
import { fork, int, partsOf, setInt, startOf } from "./team";
import { COLUMNS, edgeTile, ROWS, tile } from "./tiles";

// The arguments in the team's memory, for this file, the gradients and exact.ts.
export const BATCH: i32 = 0;
export const IN_HEIGHT: i32 = 1;
export const IN_WIDTH: i32 = 2;
export const CHANNELS: i32 = 3;
export const OUT_HEIGHT: i32 = 4;
export const OUT_WIDTH: i32 = 5;
export const FILTERS: i32 = 6;
export const KERNEL: i32 = 7;
export const STRIDE: i32 = 8;
export const TOP: i32 = 9;
export const LEFT: i32 = 10;
/** Images, or the gradient by which they are multiplied. */
export const SOURCE: i32 = 11;
export const WEIGHTS: i32 = 12;
export const TARGET: i32 = 13;
export const ROOM: i32 = 14;
export const ROOM_BYTES: i32 = 15;

/** The sizes of the kernel that is called next. */
export function convolution(
  batch: i32, inHeight: i32, inWidth: i32, channels: i32, outHeight: i32, outWidth: i32, filters: i32,
  kernel: i32, stride: i32, top: i32, left: i32,
): void {
  setInt(BATCH, batch);
  setInt(IN_HEIGHT, inHeight);
  setInt(IN_WIDTH, inWidth);
  setInt(CHANNELS, channels);
  setInt(OUT_HEIGHT, outHeight);
  setInt(OUT_WIDTH, outWidth);
  setInt(FILTERS, filters);
  setInt(KERNEL, kernel);
  setInt(STRIDE, stride);
  setInt(TOP, top);
  setInt(LEFT, left);
}

export function convolve(x: usize, k: usize, y: usize): void {
  take(x, k, y);
  const filters = int(FILTERS);
  if (padded() && !allFinite(k, taps() * filters)) {
    fork(exactConvolution.index, 1);
    return;
  }
  const pixels = int(BATCH) * int(OUT_HEIGHT) * int(OUT_WIDTH);
  const panels = (filters + COLUMNS - 1) / COLUMNS;
  const parts = partsOf(<f64>pixels * taps() * filters, (pixels + ROWS - 1) / ROWS);
  reserve(parts, (taps() * (ROWS + panels * COLUMNS) + ROWS * COLUMNS + int(CHANNELS)) * 4);
  fork(convolvePart.index, parts);
}

export function take(source: usize, weights: usize, target: usize): void {
  setInt(SOURCE, <i32>source);
  setInt(WEIGHTS, <i32>weights);
  setInt(TARGET, <i32>target);
}

export function taps(): i32 {
  return int(KERNEL) * int(KERNEL) * int(CHANNELS);
}

export function padded(): bool {
  const below = (int(OUT_HEIGHT) - 1) * int(STRIDE) + int(KERNEL) - int(IN_HEIGHT) - int(TOP);
  const behind = (int(OUT_WIDTH) - 1) * int(STRIDE) + int(KERNEL) - int(IN_WIDTH) - int(LEFT);
  return int(TOP) > 0 || int(LEFT) > 0 || below > 0 || behind > 0;
}

export function allFinite(x: usize, n: i32): bool {
  const zero = f32x4.splat(0);
  let good = f32x4.eq(zero, zero);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    good = v128.and(good, f32x4.eq(f32x4.mul(v128.load(x + (<usize>i << 2)), zero), zero));
  }
  let rest = true;
  for (; i < n; i++) {
    rest = rest && load<f32>(x + (<usize>i << 2)) * 0 == 0;
  }
  return rest && i32x4.all_true(good);
}

/** A room of so many bytes for each part. */
export function reserve(parts: i32, bytes: i32): void {
  forgetPacked();
  setInt(ROOM, <i32>scratch(parts, bytes));
  setInt(ROOM_BYTES, bytes);
}

function convolvePart(part: i32, parts: i32): void {
  const filters = int(FILTERS);
  const sum = taps();
  const room = <usize>int(ROOM) + <usize>part * int(ROOM_BYTES);
  const panels = room + ((sum * ROWS + ROWS * COLUMNS) << 2);
  let to = panels;
  for (let o = 0; o < filters; o += COLUMNS) {
    packPanel(<usize>int(WEIGHTS) + (<usize>o << 2), <usize>filters << 2, sum, to);
    to += <usize>sum << 5;
  }
  const zeros = to;
  clearValues(zeros, int(CHANNELS));
  const pixels = int(BATCH) * int(OUT_HEIGHT) * int(OUT_WIDTH);
  const last = startOf(part + 1, parts, pixels, ROWS);
  for (let pixel = startOf(part, parts, pixels, ROWS); pixel < last; pixel += ROWS) {
    gatherWindows(pixel, pixels, room, zeros);
    runTiles(pixel, min(ROWS, pixels - pixel), filters, sum, room, panels);
  }
}

/** The pixels under the kernel at four places of the output: to[(u, v, c)][4]. */
function gatherWindows(pixel: i32, pixels: i32, to: usize, zeros: usize): void {
  const p1 = min(pixel + 1, pixels - 1);
  const p2 = min(pixel + 2, pixels - 1);
  const p3 = min(pixel + 3, pixels - 1);
  const kernel = int(KERNEL);
  const channels = int(CHANNELS);
  if (!padded()) {
    const row = <usize>(int(IN_WIDTH) * channels) << 2;
    let a = windowAt(pixel);
    let b = windowAt(p1);
    let c = windowAt(p2);
    let d = windowAt(p3);
    for (let u = 0; u < kernel; u++) {
      interleave4(a, b, c, d, kernel * channels, to, 16);
      to += <usize>(kernel * channels) << 4;
      a += row;
      b += row;
      c += row;
      d += row;
    }
    return;
  }
  for (let u = 0; u < kernel; u++) {
    for (let v = 0; v < kernel; v++) {
      const a = under(pixel, u, v, zeros);
      const b = under(p1, u, v, zeros);
      const c = under(p2, u, v, zeros);
      const d = under(p3, u, v, zeros);
      interleave4(a, b, c, d, channels, to, 16);
      to += <usize>channels << 4;
    }
  }
}

/** Where the kernel's first pixel lies at a place of the output. */
function windowAt(pixel: i32): usize {
  const width = int(OUT_WIDTH);
  const row = pixel / width;
  const image = row / int(OUT_HEIGHT);
  const h = (row - image * int(OUT_HEIGHT)) * int(STRIDE);
  const w = (pixel - row * width) * int(STRIDE);
  return <usize>int(SOURCE) + (<usize>(((image * int(IN_HEIGHT) + h) * int(IN_WIDTH) + w) * int(CHANNELS)) << 2);
}

/** The pixel under the kernel's (u, v) at a place of the output, or zeros outside of the image. */
function under(pixel: i32, u: i32, v: i32, zeros: usize): usize {
  const width = int(OUT_WIDTH);
  const row = pixel / width;
  const image = row / int(OUT_HEIGHT);
  const h = (row - image * int(OUT_HEIGHT)) * int(STRIDE) + u - int(TOP);
  const w = (pixel - row * width) * int(STRIDE) + v - int(LEFT);
  if (h < 0 || h >= int(IN_HEIGHT) || w < 0 || w >= int(IN_WIDTH)) {
    return zeros;
  }
  return <usize>int(SOURCE) + (<usize>(((image * int(IN_HEIGHT) + h) * int(IN_WIDTH) + w) * int(CHANNELS)) << 2);
}

/** Four rows of the target over all panels. */
function runTiles(pixel: i32, rows: i32, columns: i32, sum: i32, room: usize, panels: usize): void {
  const stride = <usize>columns << 2;
  const spare = room + (<usize>(sum * ROWS) << 2);
  let to = <usize>int(TARGET) + <usize>pixel * stride;
  for (let column = 0; column < columns; column += COLUMNS) {
    if (rows == ROWS && columns - column >= COLUMNS) {
      tile(room, panels, sum, to, stride, true);
    } else {
      edgeTile(room, panels, sum, to, stride, true, rows, min(COLUMNS, columns - column), spare);
    }
    panels += <usize>sum << 5;
    to += <usize>COLUMNS << 2;
  }
}
