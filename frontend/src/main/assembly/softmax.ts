// Softmax and the losses, row by row: feedforward.device.ElementKernels.softmax and LossKernels. Sums over a row ascend.
import { choose, put } from "./lanes";
import { exp, log, sigmoid } from "./math";
import { float, fork, int, partsOf, setFloat, setInt, startOf } from "./team";

/** Costs of an element with and without an exponential, in multiplications. */
const COSTLY: i32 = 24;
const CHEAP: i32 = 6;

export function softmax(rows: i32, columns: i32, z: usize, p: usize): void {
  setInt(0, rows);
  setInt(1, columns);
  setInt(2, <i32>z);
  setInt(3, <i32>p);
  forkRows(softmaxPart.index, rows, columns, COSTLY);
}

function forkRows(job: i32, rows: i32, columns: i32, cost: i32): void {
  fork(job, partsOf(<f64>rows * columns * cost, rows));
}

function softmaxPart(part: i32, parts: i32): void {
  const columns = int(1);
  const last = startOf(part + 1, parts, int(0), 1);
  for (let r = startOf(part, parts, int(0), 1); r < last; r++) {
    const row = <usize>(r * columns) << 2;
    const p = <usize>int(3) + row;
    divide(p, columns, exponentials(<usize>int(2) + row, p, columns, largest(<usize>int(2) + row, columns)));
  }
}

function largest(z: usize, columns: i32): f32 {
  let most: f32 = -Infinity;
  let i = 0;
  if (columns >= 8) {
    let four = v128.load(z);
    for (i = 4; i + 4 <= columns; i += 4) {
      four = f32x4.max(four, v128.load(z + (<usize>i << 2)));
    }
    most = max<f32>(
      max<f32>(f32x4.extract_lane(four, 0), f32x4.extract_lane(four, 1)),
      max<f32>(f32x4.extract_lane(four, 2), f32x4.extract_lane(four, 3)),
    );
  }
  for (; i < columns; i++) {
    most = max<f32>(most, load<f32>(z + (<usize>i << 2)));
  }
  return most;
}

/** e[c] = exp(z[c] − most); returns their sum. */
function exponentials(z: usize, e: usize, columns: i32, most: f32): f32 {
  const shift = f32x4.splat(most);
  for (let i = 0; i < columns; i += 4) {
    const at = <usize>i << 2;
    put(e + at, exp(f32x4.sub(v128.load(z + at), shift)), columns - i);
  }
  let sum: f32 = 0;
  for (let i = 0; i < columns; i++) {
    sum = sum + load<f32>(e + (<usize>i << 2));
  }
  return sum;
}

function divide(p: usize, columns: i32, sum: f32): void {
  const divisor = f32x4.splat(sum);
  for (let i = 0; i < columns; i += 4) {
    const at = p + (<usize>i << 2);
    put(at, f32x4.div(v128.load(at), divisor), columns - i);
  }
}

export function softmaxGradient(rows: i32, columns: i32, p: usize, dP: usize, dZ: usize): void {
  setInt(0, rows);
  setInt(1, columns);
  setInt(2, <i32>p);
  setInt(3, <i32>dP);
  setInt(4, <i32>dZ);
  forkRows(softmaxGradientPart.index, rows, columns, CHEAP);
}

function softmaxGradientPart(part: i32, parts: i32): void {
  const columns = int(1);
  const last = startOf(part + 1, parts, int(0), 1);
  for (let r = startOf(part, parts, int(0), 1); r < last; r++) {
    const row = <usize>(r * columns) << 2;
    const p = <usize>int(2) + row;
    const dP = <usize>int(3) + row;
    let dot: f32 = 0;
    for (let at: usize = 0; at < <usize>columns << 2; at += 4) {
      dot = dot + load<f32>(dP + at) * load<f32>(p + at);
    }
    for (let i = 0; i < columns; i += 4) {
      const at = <usize>i << 2;
      const inner = f32x4.sub(v128.load(dP + at), f32x4.splat(dot));
      put(<usize>int(4) + row + at, f32x4.mul(v128.load(p + at), inner), columns - i);
    }
  }
}

/** What a loss reads and writes: the output, the target, the loss of each row, the gradient. */
function takeLoss(rows: i32, columns: i32, scale: f32, output: usize, target: usize, loss: usize, gradient: usize): void {
  setInt(0, rows);
  setInt(1, columns);
  setInt(2, <i32>output);
  setInt(3, <i32>target);
  setInt(4, <i32>loss);
  setInt(5, <i32>gradient);
  setFloat(6, scale);
}

export function softmaxCrossEntropy(
  rows: i32, columns: i32, scale: f32, output: usize, target: usize, loss: usize, gradient: usize,
): void {
  takeLoss(rows, columns, scale, output, target, loss, gradient);
  forkRows(softmaxCrossEntropyPart.index, rows, columns, COSTLY);
}

function softmaxCrossEntropyPart(part: i32, parts: i32): void {
  const columns = int(1);
  const scale = f32x4.splat(float(6));
  const last = startOf(part + 1, parts, int(0), 1);
  for (let r = startOf(part, parts, int(0), 1); r < last; r++) {
    const row = <usize>(r * columns) << 2;
    const z = <usize>int(2) + row;
    const t = <usize>int(3) + row;
    const g = <usize>int(5) + row;
    const most = largest(z, columns);
    const sum = exponentials(z, g, columns, most);
    store<f32>(<usize>int(4) + (<usize>r << 2), crossEntropy(z, t, columns, most, sum));
    const divisor = f32x4.splat(sum);
    for (let i = 0; i < columns; i += 4) {
      const at = <usize>i << 2;
      const slope = f32x4.sub(f32x4.div(v128.load(g + at), divisor), v128.load(t + at));
      put(g + at, f32x4.mul(slope, scale), columns - i);
    }
  }
}

function crossEntropy(z: usize, t: usize, columns: i32, most: f32, sum: f32): f32 {
  const logSum = f32x4.extract_lane(log(f32x4.splat(sum)), 0);
  let total: f32 = 0;
  for (let at: usize = 0; at < <usize>columns << 2; at += 4) {
    const target = load<f32>(t + at);
    if (target != 0) {
      total = total + target * (logSum - (load<f32>(z + at) - most));
    }
  }
  return total;
}

// The other losses, in the order of their numbers below, are sums over a row of a function of each output and its target.
const SQUARED_ERROR: i32 = 0;
const BINARY_CROSS_ENTROPY: i32 = 1;
const ABSOLUTE_ERROR: i32 = 2;

export function elementLoss(
  kind: i32, rows: i32, columns: i32, scale: f32, output: usize, target: usize, loss: usize, gradient: usize,
): void {
  takeLoss(rows, columns, scale, output, target, loss, gradient);
  setInt(7, kind);
  forkRows(elementLossPart.index, rows, columns, kind == BINARY_CROSS_ENTROPY ? 2 * COSTLY : CHEAP);
}

function elementLossPart(part: i32, parts: i32): void {
  const columns = int(1);
  const kind = int(7);
  const scale = f32x4.splat(float(6));
  const last = startOf(part + 1, parts, int(0), 1);
  for (let r = startOf(part, parts, int(0), 1); r < last; r++) {
    const row = <usize>(r * columns) << 2;
    let total: f32 = 0;
    for (let i = 0; i < columns; i += 4) {
      const at = row + (<usize>i << 2);
      const y = v128.load(<usize>int(2) + at);
      const t = v128.load(<usize>int(3) + at);
      total = addLanes(total, lossOf(kind, y, t), columns - i);
      put(<usize>int(5) + at, f32x4.mul(slopeOf(kind, y, t), scale), columns - i);
    }
    store<f32>(<usize>int(4) + (<usize>r << 2), kind == SQUARED_ERROR ? total * 0.5 : total);
  }
}

function addLanes(total: f32, values: v128, left: i32): f32 {
  total = total + f32x4.extract_lane(values, 0);
  if (left > 1) {
    total = total + f32x4.extract_lane(values, 1);
  }
  if (left > 2) {
    total = total + f32x4.extract_lane(values, 2);
  }
  return left > 3 ? total + f32x4.extract_lane(values, 3) : total;
}

function lossOf(kind: i32, y: v128, t: v128): v128 {
  const d = f32x4.sub(y, t);
  switch (kind) {
    case SQUARED_ERROR:
      return f32x4.mul(d, d);
    case BINARY_CROSS_ENTROPY:
      return binaryLoss(y, t);
    case ABSOLUTE_ERROR:
      return f32x4.abs(d);
    default:
      return huberLoss(d);
  }
}

/** (max(z, 0) − z·t) + log(1 + e^−|z|). */
function binaryLoss(z: v128, t: v128): v128 {
  const linear = f32x4.sub(f32x4.max(z, f32x4.splat(0)), f32x4.mul(z, t));
  return f32x4.add(linear, log(f32x4.add(f32x4.splat(1), exp(f32x4.neg(f32x4.abs(z))))));
}

function huberLoss(d: v128): v128 {
  const half = f32x4.splat(0.5);
  const size = f32x4.abs(d);
  const square = f32x4.mul(f32x4.mul(d, d), half);
  return choose(f32x4.le(size, f32x4.splat(1)), square, f32x4.sub(size, half));
}

function slopeOf(kind: i32, y: v128, t: v128): v128 {
  const d = f32x4.sub(y, t);
  switch (kind) {
    case SQUARED_ERROR:
      return d;
    case BINARY_CROSS_ENTROPY:
      return f32x4.sub(sigmoid(y), t);
    case ABSOLUTE_ERROR:
      return sign(d);
    default:
      return f32x4.max(f32x4.splat(-1), f32x4.min(f32x4.splat(1), d));
  }
}

/** −1, 0 or 1; 0 for NaN. */
export function sign(x: v128): v128 {
  const zero = f32x4.splat(0);
  const positive = v128.and(f32x4.gt(x, zero), f32x4.splat(1));
  return v128.or(positive, v128.and(f32x4.lt(x, zero), f32x4.splat(-1)));
}
