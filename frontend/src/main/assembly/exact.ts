// Convolutions in plain loops, which leave out what lies outside of an image: for weights or gradients that are infinite or NaN,
// times which a zero is not zero. Such a run is lost; it is only to be lost in the same way on every device.
import {
  BATCH, CHANNELS, FILTERS, IN_HEIGHT, IN_WIDTH, KERNEL, LEFT, OUT_HEIGHT, OUT_WIDTH, SOURCE, STRIDE, TARGET, TOP, WEIGHTS,
} from "./convolution";
import { int } from "./team";

// @ts-ignore: decorator
@inline
function at(argument: i32, index: i32): usize {
  return <usize>int(argument) + (<usize>index << 2);
}

export function exactConvolution(part: i32, parts: i32): void {
  const filters = int(FILTERS);
  const places = int(OUT_HEIGHT) * int(OUT_WIDTH);
  for (let pixel = 0; pixel < int(BATCH) * places; pixel++) {
    for (let o = 0; o < filters; o++) {
      store<f32>(at(TARGET, pixel * filters + o), sumUnder(pixel / places, pixel % places, o));
    }
  }
}

function sumUnder(image: i32, place: i32, o: i32): f32 {
  const kernel = int(KERNEL);
  const channels = int(CHANNELS);
  let sum: f32 = 0;
  for (let u = 0; u < kernel; u++) {
    for (let v = 0; v < kernel; v++) {
      const h = place / int(OUT_WIDTH) * int(STRIDE) + u - int(TOP);
      const w = place % int(OUT_WIDTH) * int(STRIDE) + v - int(LEFT);
      if (!inside(h, w)) {
        continue;
      }
      const x = ((image * int(IN_HEIGHT) + h) * int(IN_WIDTH) + w) * channels;
      const k = (u * kernel + v) * channels;
      for (let c = 0; c < channels; c++) {
        sum = sum + load<f32>(at(SOURCE, x + c)) * load<f32>(at(WEIGHTS, (k + c) * int(FILTERS) + o));
      }
    }
  }
  return sum;
}

function inside(h: i32, w: i32): bool {
  return h >= 0 && h < int(IN_HEIGHT) && w >= 0 && w < int(IN_WIDTH);
}

export function exactKernelGradient(part: i32, parts: i32): void {
  const filters = int(FILTERS);
  const taps = int(KERNEL) * int(KERNEL) * int(CHANNELS);
  for (let i = 0; i < taps * filters; i++) {
    store<f32>(at(TARGET, i), sumOver(i / filters, i % filters, load<f32>(at(TARGET, i))));
  }
}

/** The weights' place holds the gradient of the output here. */
function sumOver(tap: i32, o: i32, sum: f32): f32 {
  const channels = int(CHANNELS);
  const places = int(OUT_HEIGHT) * int(OUT_WIDTH);
  const u = tap / channels / int(KERNEL) - int(TOP);
  const v = tap / channels % int(KERNEL) - int(LEFT);
  for (let place = 0; place < int(BATCH) * places; place++) {
    const h = place % places / int(OUT_WIDTH) * int(STRIDE) + u;
    const w = place % int(OUT_WIDTH) * int(STRIDE) + v;
    if (inside(h, w)) {
      const x = ((place / places * int(IN_HEIGHT) + h) * int(IN_WIDTH) + w) * channels + tap % channels;
      sum = sum + load<f32>(at(SOURCE, x)) * load<f32>(at(WEIGHTS, place * int(FILTERS) + o));
    }
  }
  return sum;
}
