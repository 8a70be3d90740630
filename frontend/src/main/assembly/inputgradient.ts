// The gradient of a convolution with respect to its input as a matrix product: rows are the same pixel of four images, which
// reached the output through the same places of the kernel, columns the channels. feedforward.device.ImageKernels defines it.
import {
  BATCH, CHANNELS, FILTERS, IN_HEIGHT, IN_WIDTH, KERNEL, LEFT, OUT_HEIGHT, OUT_WIDTH, reserve, ROOM, ROOM_BYTES, SOURCE, STRIDE,
  take, TARGET, TOP, WEIGHTS,
} from "./convolution";
import { interleave4, packTransposedPanel } from "./pack";
import { fork, int, partsOf, startOf } from "./team";
import { COLUMNS, edgeTile, ROWS, tile } from "./tiles";

/** The gradient of the output takes the images' place. */
export function convolveInputGradient(dY: usize, k: usize, dX: usize): void {
  take(dY, k, dX);
  const places = int(KERNEL) * int(KERNEL);
  const channels = int(CHANNELS);
  const panels = (channels + COLUMNS - 1) / COLUMNS;
  const lines = (int(BATCH) + ROWS - 1) / ROWS * int(IN_HEIGHT);
  const work = <f64>int(BATCH) * int(OUT_HEIGHT) * int(OUT_WIDTH) * channels * places * int(FILTERS);
  const parts = partsOf(work, lines);
  reserve(parts, (places * int(FILTERS) * (ROWS + panels * COLUMNS) + ROWS * COLUMNS + 2 * places) * 4);
  fork(inputGradientPart.index, parts);
}

/** The lines of the images, four images at a time, are split. */
function inputGradientPart(part: i32, parts: i32): void {
  const filters = int(FILTERS);
  const channels = int(CHANNELS);
  const places = int(KERNEL) * int(KERNEL);
  const room = <usize>int(ROOM) + <usize>part * int(ROOM_BYTES);
  const panels = room + (<usize>(places * filters * ROWS) << 2);
  let to = panels;
  for (let c = 0; c < channels; c += COLUMNS) {
    for (let place = 0; place < places; place++) {
      const from = <usize>int(WEIGHTS) + (<usize>((place * channels + c) * filters) << 2);
      packTransposedPanel(from, <usize>filters << 2, min(COLUMNS, channels - c), filters, to);
      to += <usize>filters << 5;
    }
  }
  const height = int(IN_HEIGHT);
  const lines = (int(BATCH) + ROWS - 1) / ROWS * height;
  const last = startOf(part + 1, parts, lines, 1);
  for (let line = startOf(part, parts, lines, 1); line < last; line++) {
    for (let w = 0; w < int(IN_WIDTH); w++) {
      const runs = gatherOutputs(line / height * ROWS, line % height, w, room, to);
      runTiles(line / height * ROWS, line % height, w, runs, room, panels, to);
    }
  }
}

/**
 * The outputs that a pixel of four images reached, by the kernel's places: to[place, o][4].
 *
 * @param runs where to write which places these are: the first of places one behind the other, and how many
 * @return how many runs there are
 */
function gatherOutputs(image: i32, h: i32, w: i32, to: usize, runs: usize): i32 {
  const filters = int(FILTERS);
  const kernel = int(KERNEL);
  const size = <usize>(int(OUT_HEIGHT) * int(OUT_WIDTH) * filters) << 2;
  const others = min(ROWS, int(BATCH) - image);
  const b = others > 1 ? size : 0;
  const c = others > 2 ? b + size : b;
  const d = others > 3 ? c + size : c;
  let count = 0;
  let next = -1;
  for (let place = 0; place < kernel * kernel; place++) {
    const i = placeOf(h + int(TOP) - place / kernel, int(OUT_HEIGHT));
    const j = placeOf(w + int(LEFT) - place % kernel, int(OUT_WIDTH));
    if (i < 0 || j < 0) {
      continue;
    }
    const pixel = (image * int(OUT_HEIGHT) + i) * int(OUT_WIDTH) + j;
    const a = <usize>int(SOURCE) + (<usize>(pixel * filters) << 2);
    interleave4(a, a + b, a + c, a + d, filters, to, 16);
    to += <usize>filters << 4;
    if (place != next) {
      store<i32>(runs + (count << 3), place);
      store<i32>(runs + (count << 3), 0, 4);
      count++;
    }
    const run = runs + (count - 1 << 3);
    store<i32>(run, load<i32>(run, 4) + 1, 4);
    next = place + 1;
  }
  return count;
}

/** Which place of the output the kernel at this distance lies at, or −1 for none. */
export function placeOf(distance: i32, places: i32): i32 {
  const stride = int(STRIDE);
  if (distance < 0 || distance % stride != 0 || distance / stride >= places) {
    return -1;
  }
  return distance / stride;
}

/** A pixel of up to four images over all panels, run by run: the sum so far is in the target. */
function runTiles(image: i32, h: i32, w: i32, count: i32, room: usize, panels: usize, runs: usize): void {
  const channels = int(CHANNELS);
  const filters = int(FILTERS);
  const stride = <usize>(int(IN_HEIGHT) * int(IN_WIDTH) * channels) << 2;
  const rows = min(ROWS, int(BATCH) - image);
  const pixel = (image * int(IN_HEIGHT) + h) * int(IN_WIDTH) + w;
  const spare = runs + (<usize>(int(KERNEL) * int(KERNEL)) << 3);
  let to = <usize>int(TARGET) + (<usize>(pixel * channels) << 2);
  for (let c = 0; c < channels; c += COLUMNS) {
    const columns = min(COLUMNS, channels - c);
    let a = room;
    let r = 0;
    do {
      const place = count == 0 ? 0 : load<i32>(runs + (r << 3));
      const length = count == 0 ? 0 : load<i32>(runs + (r << 3), 4) * filters;
      const b = panels + (<usize>(place * filters) << 5);
      if (rows == ROWS && columns == COLUMNS) {
        tile(a, b, length, to, stride, r == 0);
      } else {
        edgeTile(a, b, length, to, stride, r == 0, rows, columns, spare);
      }
      a += <usize>length << 4;
      r++;
    } while (r < count);
    panels += <usize>(int(KERNEL) * int(KERNEL) * filters) << 5;
    to += <usize>COLUMNS << 2;
  }
}
