// Convolutions as matrix products, tile by tile: what a tile's four rows of A hold, the pixels under the kernel, is gathered
// just before it is used. feedforward.device.ImageKernels defines them.
//
// Pixels outside of an image are zeros here, and a sum that starts at +0 stays the same when 0·weight is added, as long as the
// weight is finite. Where it is not, exact.ts takes over, which leaves such pixels out.
import { exactConvolution, exactInputGradient, exactKernelGradient } from "./exact";
import { forgetPacked } from "./gemm";
import { interleave4, packFourColumns, packPanel, packTransposedPanel } from "./pack";
import { scratch } from "./scratch";
import { fork, int, partsOf, setInt, startOf } from "./team";
import { COLUMNS, edgeTile, ROWS, tile } from "./tiles";

// The arguments in the team's memory, for the functions of this file and of exact.ts.
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
const ROOM: i32 = 14;
const ROOM_BYTES: i32 = 15;

/** Pixels of one block of a gradient to the kernel: the longest sum that stays in the cache. */
const MOST_PIXELS: i32 = 512;

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
  const pixels = int(BATCH) * int(OUT_HEIGHT) * int(OUT_WIDTH);
  if (padded() && !allFinite(k, taps() * int(FILTERS))) {
    fork(exactConvolution.index, 1);
  } else {
    product(convolvePart.index, pixels, int(FILTERS), taps(), int(CHANNELS));
  }
}

export function convolveInputGradient(dY: usize, k: usize, dX: usize): void {
  take(dY, k, dX);
  const pixels = int(BATCH) * int(IN_HEIGHT) * int(IN_WIDTH);
  if (!allFinite(k, taps() * int(FILTERS))) {
    fork(exactInputGradient.index, 1);
  } else {
    const sum = int(KERNEL) * int(KERNEL) * int(FILTERS);
    product(inputGradientPart.index, pixels, int(CHANNELS), sum, int(FILTERS));
  }
}

export function convolveKernelGradient(x: usize, dY: usize, dK: usize): void {
  take(x, dY, dK);
  const pixels = int(BATCH) * int(OUT_HEIGHT) * int(OUT_WIDTH);
  const filters = int(FILTERS);
  if (padded() && !(allFinite(dY, pixels * filters) && noneIsMinusZero(dK, taps() * filters))) {
    fork(exactKernelGradient.index, 1);
    return;
  }
  const panels = (filters + COLUMNS - 1) / COLUMNS;
  const parts = partsOf(<f64>pixels * taps() * filters, panels);
  const share = (panels + parts - 1) / parts;
  reserve(parts, (MOST_PIXELS * (ROWS + share * COLUMNS) + ROWS * COLUMNS) * 4, 4 * MOST_PIXELS);
  fork(kernelGradientPart.index, parts);
}

function take(source: usize, weights: usize, target: usize): void {
  setInt(SOURCE, <i32>source);
  setInt(WEIGHTS, <i32>weights);
  setInt(TARGET, <i32>target);
}

function taps(): i32 {
  return int(KERNEL) * int(KERNEL) * int(CHANNELS);
}

function padded(): bool {
  const below = (int(OUT_HEIGHT) - 1) * int(STRIDE) + int(KERNEL) - int(IN_HEIGHT) - int(TOP);
  const behind = (int(OUT_WIDTH) - 1) * int(STRIDE) + int(KERNEL) - int(IN_WIDTH) - int(LEFT);
  return int(TOP) > 0 || int(LEFT) > 0 || below > 0 || behind > 0;
}

function allFinite(x: usize, n: i32): bool {
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

function noneIsMinusZero(x: usize, n: i32): bool {
  for (let i = 0; i < n; i++) {
    if (load<i32>(x + (<usize>i << 2)) == i32.MIN_VALUE) {
      return false;
    }
  }
  return true;
}

/** Rooms for the parts, and behind them so many zeros, or other values, that all parts share. */
function reserve(parts: i32, bytes: i32, shared: i32): void {
  forgetPacked();
  const rooms = (parts * bytes + shared + parts - 1) / parts;
  setInt(ROOM, <i32>scratch(parts, (rooms + 15) & ~15));
  setInt(ROOM_BYTES, bytes);
}

/** Y [pixels, columns] of sums of so many products, of which `side` lie side by side. */
function product(job: i32, pixels: i32, columns: i32, sum: i32, side: i32): void {
  const tiles = (pixels + ROWS - 1) / ROWS;
  const panels = (columns + COLUMNS - 1) / COLUMNS;
  const parts = partsOf(<f64>pixels * columns * sum, tiles);
  const zeros = 4 * side * int(KERNEL);
  reserve(parts, (sum * (ROWS + panels * COLUMNS) + ROWS * COLUMNS) * 4, zeros + 16);
  memory.fill(int(ROOM) + parts * int(ROOM_BYTES), 0, zeros + 16);
  fork(job, parts);
}

function convolvePart(part: i32, parts: i32): void {
  const filters = int(FILTERS);
  const sum = taps();
  const room = <usize>int(ROOM) + <usize>part * int(ROOM_BYTES);
  const zeros = <usize>int(ROOM) + <usize>parts * int(ROOM_BYTES);
  const panels = room + ((sum * ROWS + ROWS * COLUMNS) << 2);
  let to = panels;
  for (let o = 0; o < filters; o += COLUMNS) {
    packPanel(<usize>int(WEIGHTS) + (<usize>o << 2), <usize>filters << 2, sum, to);
    to += <usize>sum << 5;
  }
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

function inputGradientPart(part: i32, parts: i32): void {
  const filters = int(FILTERS);
  const channels = int(CHANNELS);
  const places = int(KERNEL) * int(KERNEL);
  const sum = places * filters;
  const room = <usize>int(ROOM) + <usize>part * int(ROOM_BYTES);
  const zeros = <usize>int(ROOM) + <usize>parts * int(ROOM_BYTES);
  const panels = room + ((sum * ROWS + ROWS * COLUMNS) << 2);
  let to = panels;
  for (let c = 0; c < channels; c += COLUMNS) {
    for (let place = 0; place < places; place++) {
      const from = <usize>int(WEIGHTS) + (<usize>((place * channels + c) * filters) << 2);
      packTransposedPanel(from, <usize>filters << 2, min(COLUMNS, channels - c), filters, to);
      to += <usize>filters << 5;
    }
  }
  const pixels = int(BATCH) * int(IN_HEIGHT) * int(IN_WIDTH);
  const last = startOf(part + 1, parts, pixels, ROWS);
  for (let pixel = startOf(part, parts, pixels, ROWS); pixel < last; pixel += ROWS) {
    gatherOutputs(pixel, pixels, room, zeros);
    runTiles(pixel, min(ROWS, pixels - pixel), channels, sum, room, panels);
  }
}

/** The outputs that four pixels of the input reached, by the kernel's places: to[(u, v, o)][4]. */
function gatherOutputs(pixel: i32, pixels: i32, to: usize, zeros: usize): void {
  const p1 = min(pixel + 1, pixels - 1);
  const p2 = min(pixel + 2, pixels - 1);
  const p3 = min(pixel + 3, pixels - 1);
  const kernel = int(KERNEL);
  const filters = int(FILTERS);
  for (let u = 0; u < kernel; u++) {
    for (let v = 0; v < kernel; v++) {
      const a = reached(pixel, u, v, zeros);
      const b = reached(p1, u, v, zeros);
      const c = reached(p2, u, v, zeros);
      const d = reached(p3, u, v, zeros);
      interleave4(a, b, c, d, filters, to, 16);
      to += <usize>filters << 4;
    }
  }
}

/** The output that a pixel of the input reached through the kernel's (u, v), or zeros for none. */
function reached(pixel: i32, u: i32, v: i32, zeros: usize): usize {
  const width = int(IN_WIDTH);
  const row = pixel / width;
  const image = row / int(IN_HEIGHT);
  const i = placeOf(row - image * int(IN_HEIGHT) + int(TOP) - u, int(OUT_HEIGHT));
  const j = placeOf(pixel - row * width + int(LEFT) - v, int(OUT_WIDTH));
  if (i < 0 || j < 0) {
    return zeros;
  }
  return <usize>int(SOURCE) + (<usize>(((image * int(OUT_HEIGHT) + i) * int(OUT_WIDTH) + j) * int(FILTERS)) << 2);
}

/** Which place of the output the kernel at this distance lies at, or −1 for none. */
export function placeOf(distance: i32, places: i32): i32 {
  const stride = int(STRIDE);
  if (distance < 0 || distance % stride != 0 || distance / stride >= places) {
    return -1;
  }
  return distance / stride;
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

/** Filters are split; taps are rows and pixels are summed. */
function kernelGradientPart(part: i32, parts: i32): void {
  const filters = int(FILTERS);
  const all = taps();
  const first = startOf(part, parts, filters, COLUMNS);
  const last = startOf(part + 1, parts, filters, COLUMNS);
  const room = <usize>int(ROOM) + <usize>part * int(ROOM_BYTES);
  const panels = room + ((MOST_PIXELS * ROWS + ROWS * COLUMNS) << 2);
  const pixels = int(BATCH) * int(OUT_HEIGHT) * int(OUT_WIDTH);
  for (let pixel = 0; pixel < pixels; pixel += MOST_PIXELS) {
    const count = min(MOST_PIXELS, pixels - pixel);
    let to = panels;
    for (let o = first; o < last; o += COLUMNS) {
      packPanel(<usize>int(WEIGHTS) + (<usize>(pixel * filters + o) << 2), <usize>filters << 2, count, to);
      to += <usize>count << 5;
    }
    for (let tap = 0; tap < all; tap += ROWS) {
      gatherTaps(tap, all, pixel, count, room);
      addToTaps(tap, min(ROWS, all - tap), first, last, count, room, panels);
    }
  }
}

function addToTaps(tap: i32, rows: i32, first: i32, last: i32, count: i32, room: usize, panels: usize): void {
  const stride = <usize>int(FILTERS) << 2;
  const spare = room + (MOST_PIXELS * ROWS << 2);
  for (let o = first; o < last; o += COLUMNS) {
    const to = <usize>int(TARGET) + <usize>tap * stride + (<usize>o << 2);
    if (rows == ROWS && last - o >= COLUMNS) {
      tile(room, panels, count, to, stride, false);
    } else {
      edgeTile(room, panels, count, to, stride, false, rows, min(COLUMNS, last - o), spare);
    }
    panels += <usize>count << 5;
  }
}

/** What four taps see at so many places of the output: to[pixel][4]. */
function gatherTaps(tap: i32, all: i32, pixel: i32, count: i32, to: usize): void {
  const channels = int(CHANNELS);
  if ((channels & 3) == 0) {
    gatherTap(tap, pixel, count, to, true);
    return;
  }
  for (let r = 0; r < ROWS; r++) {
    gatherTap(min(tap + r, all - 1), pixel, count, to + (r << 2), false);
  }
}

/** One tap, or the four that begin with it: zeros outside of the image. */
function gatherTap(tap: i32, pixel: i32, count: i32, to: usize, four: bool): void {
  const channels = int(CHANNELS);
  const kernel = int(KERNEL);
  const stride = int(STRIDE);
  const place = tap / channels;
  const down = place / kernel - int(TOP);
  const right = place % kernel - int(LEFT);
  const height = int(IN_HEIGHT);
  const width = int(IN_WIDTH);
  let row = pixel / int(OUT_WIDTH);
  let j = pixel - row * int(OUT_WIDTH);
  while (count > 0) {
    const image = row / int(OUT_HEIGHT);
    const h = (row - image * int(OUT_HEIGHT)) * stride + down;
    const run = min(count, int(OUT_WIDTH) - j);
    const start = (image * height + h) * width;
    const inside = h >= 0 && h < height;
    for (let i = 0; i < run; i++) {
      const w = (j + i) * stride + right;
      const seen = inside && w >= 0 && w < width;
      const from = <usize>int(SOURCE) + (<usize>((start + w) * channels + tap % channels) << 2);
      if (four) {
        v128.store(to, seen ? v128.load(from) : f32x4.splat(0));
      } else {
        store<f32>(to, seen ? load<f32>(from) : 0);
      }
      to += 16;
    }
    count -= run;
    row++;
    j = 0;
  }
}
