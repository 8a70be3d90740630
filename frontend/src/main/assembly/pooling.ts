// Pooling of images: feedforward.device.ImageKernels. Images are split among threads; four channels at a time.
import { choose, clearValues, put } from "./lanes";
import { fork, int, partsOf, setInt, startOf } from "./team";

const BATCH: i32 = 0;
const IN_HEIGHT: i32 = 1;
const IN_WIDTH: i32 = 2;
const OUT_HEIGHT: i32 = 3;
const OUT_WIDTH: i32 = 4;
const CHANNELS: i32 = 5;
const HEIGHT: i32 = 6;
const WIDTH: i32 = 7;
const STRIDE: i32 = 8;
const X: i32 = 9;
const Y: i32 = 10;
const DY: i32 = 11;
const DX: i32 = 12;

/** The sizes of the pooling that is called next. */
export function pooling(
  batch: i32, inHeight: i32, inWidth: i32, outHeight: i32, outWidth: i32, channels: i32,
  height: i32, width: i32, stride: i32,
): void {
  setInt(BATCH, batch);
  setInt(IN_HEIGHT, inHeight);
  setInt(IN_WIDTH, inWidth);
  setInt(OUT_HEIGHT, outHeight);
  setInt(OUT_WIDTH, outWidth);
  setInt(CHANNELS, channels);
  setInt(HEIGHT, height);
  setInt(WIDTH, width);
  setInt(STRIDE, stride);
}

function forkImages(job: i32): void {
  const work = <f64>int(BATCH) * int(OUT_HEIGHT) * int(OUT_WIDTH) * int(CHANNELS) * int(HEIGHT) * int(WIDTH);
  fork(job, partsOf(work, int(BATCH)));
}

/** Where the window of a pixel of the output begins, in values of x. */
function cornerOf(pixel: i32): i32 {
  const row = pixel / int(OUT_WIDTH);
  const image = row / int(OUT_HEIGHT);
  const h = (row - image * int(OUT_HEIGHT)) * int(STRIDE);
  const w = (pixel - row * int(OUT_WIDTH)) * int(STRIDE);
  return ((image * int(IN_HEIGHT) + h) * int(IN_WIDTH) + w) * int(CHANNELS);
}

// @ts-ignore: decorator
@inline
function firstPixel(part: i32, parts: i32): i32 {
  return startOf(part, parts, int(BATCH), 1) * int(OUT_HEIGHT) * int(OUT_WIDTH);
}

// @ts-ignore: decorator
@inline
function at(argument: i32, index: i32): usize {
  return <usize>int(argument) + (<usize>index << 2);
}

/** The gradient's images of a part start at zero. */
function clearImages(part: i32, parts: i32): void {
  const values = int(IN_HEIGHT) * int(IN_WIDTH) * int(CHANNELS);
  const first = startOf(part, parts, int(BATCH), 1) * values;
  const last = startOf(part + 1, parts, int(BATCH), 1) * values;
  clearValues(at(DX, first), last - first);
}

export function maxPool(x: usize, y: usize): void {
  setInt(X, <i32>x);
  setInt(Y, <i32>y);
  forkImages(maxPoolPart.index);
}

function maxPoolPart(part: i32, parts: i32): void {
  const channels = int(CHANNELS);
  const line = int(IN_WIDTH) * channels;
  const last = firstPixel(part + 1, parts);
  for (let pixel = firstPixel(part, parts); pixel < last; pixel++) {
    const corner = cornerOf(pixel);
    for (let c = 0; c < channels; c += 4) {
      let most = f32x4.splat(-Infinity);
      for (let u = 0; u < int(HEIGHT); u++) {
        for (let v = 0; v < int(WIDTH); v++) {
          most = f32x4.max(most, v128.load(at(X, corner + u * line + v * channels + c)));
        }
      }
      put(at(Y, pixel * channels + c), most, channels - c);
    }
  }
}

export function maxPoolGradient(x: usize, y: usize, dY: usize, dX: usize): void {
  setInt(X, <i32>x);
  setInt(Y, <i32>y);
  setInt(DY, <i32>dY);
  setInt(DX, <i32>dX);
  forkImages(maxPoolGradientPart.index);
}

function maxPoolGradientPart(part: i32, parts: i32): void {
  const channels = int(CHANNELS);
  const line = int(IN_WIDTH) * channels;
  const last = firstPixel(part + 1, parts);
  clearImages(part, parts);
  for (let pixel = firstPixel(part, parts); pixel < last; pixel++) {
    const corner = cornerOf(pixel);
    for (let c = 0; c < channels; c += 4) {
      const most = v128.load(at(Y, pixel * channels + c));
      const dY = v128.load(at(DY, pixel * channels + c));
      let open = i32x4.splat(-1);
      for (let u = 0; u < int(HEIGHT); u++) {
        for (let v = 0; v < int(WIDTH); v++) {
          const place = corner + u * line + v * channels + c;
          const here = v128.and(open, f32x4.eq(v128.load(at(X, place)), most));
          const dX = v128.load(at(DX, place));
          put(at(DX, place), choose(here, f32x4.add(dX, dY), dX), channels - c);
          open = v128.andnot(open, here);
        }
      }
    }
  }
}

export function averagePool(x: usize, y: usize): void {
  setInt(X, <i32>x);
  setInt(Y, <i32>y);
  forkImages(averagePoolPart.index);
}

function averagePoolPart(part: i32, parts: i32): void {
  const channels = int(CHANNELS);
  const line = int(IN_WIDTH) * channels;
  const window = f32x4.splat(<f32>(int(HEIGHT) * int(WIDTH)));
  const last = firstPixel(part + 1, parts);
  for (let pixel = firstPixel(part, parts); pixel < last; pixel++) {
    const corner = cornerOf(pixel);
    for (let c = 0; c < channels; c += 4) {
      let sum = f32x4.splat(0);
      for (let u = 0; u < int(HEIGHT); u++) {
        for (let v = 0; v < int(WIDTH); v++) {
          sum = f32x4.add(sum, v128.load(at(X, corner + u * line + v * channels + c)));
        }
      }
      put(at(Y, pixel * channels + c), f32x4.div(sum, window), channels - c);
    }
  }
}

export function averagePoolGradient(dY: usize, dX: usize): void {
  setInt(DY, <i32>dY);
  setInt(DX, <i32>dX);
  forkImages(averagePoolGradientPart.index);
}

function averagePoolGradientPart(part: i32, parts: i32): void {
  const channels = int(CHANNELS);
  const line = int(IN_WIDTH) * channels;
  const window = f32x4.splat(<f32>(int(HEIGHT) * int(WIDTH)));
  const last = firstPixel(part + 1, parts);
  clearImages(part, parts);
  for (let pixel = firstPixel(part, parts); pixel < last; pixel++) {
    const corner = cornerOf(pixel);
    for (let c = 0; c < channels; c += 4) {
      const share = f32x4.div(v128.load(at(DY, pixel * channels + c)), window);
      for (let u = 0; u < int(HEIGHT); u++) {
        for (let v = 0; v < int(WIDTH); v++) {
          const dX = at(DX, corner + u * line + v * channels + c);
          put(dX, f32x4.add(v128.load(dX), share), channels - c);
        }
      }
    }
  }
}
