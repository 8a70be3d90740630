// The gradient of a convolution with respect to its kernel as a matrix product: the taps are rows, four at a time, the filters
// columns, and the pixels of the output are summed, a block after the other. feedforward.device.ImageKernels defines it.
//
// What a tap sees outside of an image is zero here: see convolution.ts. A sum of −0 would become +0 by it, so there must be none.
import {
  allFinite, BATCH, CHANNELS, FILTERS, IN_HEIGHT, IN_WIDTH, KERNEL, LEFT, OUT_HEIGHT, OUT_WIDTH, padded, reserve, ROOM,
  ROOM_BYTES, SOURCE, STRIDE, take, taps, TARGET, TOP, WEIGHTS,
} from "./convolution";
import { exactKernelGradient } from "./exact";
import { clearValues } from "./lanes";
import { interleave4, packFourColumns, packPanel } from "./pack";
import { fork, int, partsOf, startOf } from "./team";
import { COLUMNS, edgeTile, ROWS, tile } from "./tiles";

/** Pixels of one block: the longest sum whose tile and panel stay in the cache. */
const MOST_PIXELS: i32 = 512;

/** The gradient of the output takes the weights' place. */
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
  reserve(parts, (MOST_PIXELS * (ROWS + share * COLUMNS) + ROWS * COLUMNS) * 4);
  fork(kernelGradientPart.index, parts);
}

function noneIsMinusZero(x: usize, n: i32): bool {
  for (let i = 0; i < n; i++) {
    if (load<i32>(x + (<usize>i << 2)) == i32.MIN_VALUE) {
      return false;
    }
  }
  return true;
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
  if ((int(CHANNELS) & 3) == 0) {
    gatherChannels(tap, pixel, count, to);
    return;
  }
  const width = int(OUT_WIDTH);
  let row = pixel / width;
  let j = pixel - row * width;
  while (count > 0) {
    const run = min(count, width - j);
    if (int(CHANNELS) == 1 && int(STRIDE) == 1 && !padded()) {
      gatherLine(tap, all, row, j, run, to);
    } else {
      for (let r = 0; r < ROWS; r++) {
        gatherTap(min(tap + r, all - 1), row, j, run, to + (r << 2));
      }
    }
    to += <usize>run << 4;
    count -= run;
    row++;
    j = 0;
  }
}

/** Four taps of four channels, side by side. */
function gatherChannels(tap: i32, pixel: i32, count: i32, to: usize): void {
  const width = int(OUT_WIDTH);
  const height = int(OUT_HEIGHT);
  const down = rowOf(tap);
  const first = firstSeen(tap);
  const end = max(first, endSeen(tap));
  const step = <usize>(int(STRIDE) * int(CHANNELS)) << 2;
  let row = pixel / width;
  let j = pixel - row * width;
  let i = row % height;
  while (count > 0) {
    const run = min(count, width - j);
    const h = i * int(STRIDE) + down;
    const sees = h >= 0 && h < int(IN_HEIGHT);
    const before = sees ? min(run, max(0, first - j)) : run;
    const inside = max(0, min(run, end - j) - before);
    clearValues(to, ROWS * before);
    packFourColumns(seen(tap, row, j + before), step, inside, to + (<usize>before << 4));
    clearValues(to + (<usize>(before + inside) << 4), ROWS * (run - before - inside));
    to += <usize>run << 4;
    count -= run;
    row++;
    j = 0;
    i = i + 1 == height ? 0 : i + 1;
  }
}

/** Where a tap sees the place j of a row of the output, whether that is within the image or not. */
function seen(tap: i32, row: i32, j: i32): usize {
  const channels = int(CHANNELS);
  const w = j * int(STRIDE) + columnOf(tap);
  const image = row / int(OUT_HEIGHT);
  const h = (row - image * int(OUT_HEIGHT)) * int(STRIDE) + rowOf(tap);
  const pixel = (image * int(IN_HEIGHT) + h) * int(IN_WIDTH) + w;
  return <usize>int(SOURCE) + (<usize>(pixel * channels + tap % channels) << 2);
}

function rowOf(tap: i32): i32 {
  return tap / int(CHANNELS) / int(KERNEL) - int(TOP);
}

function columnOf(tap: i32): i32 {
  return tap / int(CHANNELS) % int(KERNEL) - int(LEFT);
}

/** Whether a tap sees a row of the image at a row of the output. */
function seesRow(tap: i32, row: i32): bool {
  const h = row % int(OUT_HEIGHT) * int(STRIDE) + rowOf(tap);
  return h >= 0 && h < int(IN_HEIGHT);
}

/** The first place of a row of the output where a tap sees the image, and the one behind the last. */
function firstSeen(tap: i32): i32 {
  return max(0, (int(STRIDE) - 1 - columnOf(tap)) / int(STRIDE));
}

function endSeen(tap: i32): i32 {
  const room = int(IN_WIDTH) - 1 - columnOf(tap);
  return room < 0 ? 0 : room / int(STRIDE) + 1;
}

/** Four taps of images of one channel, all of whose values are within the image and lie side by side. */
function gatherLine(tap: i32, all: i32, row: i32, j: i32, run: i32, to: usize): void {
  interleave4(
    seen(tap, row, j), seen(min(tap + 1, all - 1), row, j),
    seen(min(tap + 2, all - 1), row, j), seen(min(tap + 3, all - 1), row, j),
    run, to, 16,
  );
}

/** One tap of any image: to[pixel · 4]. */
function gatherTap(tap: i32, row: i32, j: i32, run: i32, to: usize): void {
  const first = seesRow(tap, row) ? max(0, firstSeen(tap) - j) : run;
  const end = endSeen(tap) - j;
  const step = <usize>(int(STRIDE) * int(CHANNELS)) << 2;
  let from = seen(tap, row, j);
  for (let i = 0; i < run; i++) {
    store<f32>(to, i >= first && i < end ? load<f32>(from) : 0);
    from += step;
    to += 16;
  }
}
