// Batch normalisation of the columns of a matrix: feedforward.device.NormalisationKernels. Four columns at a time; columns are
// split among threads, since sums run along the rows.
import { put } from "./lanes";
import { float, fork, int, partsOf, setFloat, setInt, startOf } from "./team";

/** Four vectors: a cache line. */
const GRAIN: i32 = 16;

// @ts-ignore: decorator
@inline
function at(argument: i32, c: i32): usize {
  return <usize>int(argument) + (<usize>c << 2);
}

export function statistics(rows: i32, columns: i32, x: usize, mean: usize, variance: usize): void {
  setInt(0, rows);
  setInt(1, columns);
  setInt(2, <i32>x);
  setInt(3, <i32>mean);
  setInt(4, <i32>variance);
  forkColumns(statisticsPart.index, 4);
}

function forkColumns(job: i32, cost: i32): void {
  fork(job, partsOf(<f64>int(0) * int(1) * cost, (int(1) + GRAIN - 1) / GRAIN));
}

function statisticsPart(part: i32, parts: i32): void {
  const rows = int(0);
  const columns = int(1);
  const stride = <usize>columns << 2;
  const count = f32x4.splat(<f32>rows);
  const last = startOf(part + 1, parts, columns, GRAIN);
  for (let c = startOf(part, parts, columns, GRAIN); c < last; c += 4) {
    let sum = f32x4.splat(0);
    let x = at(2, c);
    for (let r = 0; r < rows; r++) {
      sum = f32x4.add(sum, v128.load(x));
      x += stride;
    }
    const mean = f32x4.div(sum, count);
    let squares = f32x4.splat(0);
    x = at(2, c);
    for (let r = 0; r < rows; r++) {
      const difference = f32x4.sub(v128.load(x), mean);
      squares = f32x4.add(squares, f32x4.mul(difference, difference));
      x += stride;
    }
    put(at(3, c), mean, last - c);
    put(at(4, c), f32x4.div(squares, count), last - c);
  }
}

export function normalise(
  rows: i32, columns: i32, epsilon: f32, x: usize, mean: usize, variance: usize, scale: usize, shift: usize, y: usize,
): void {
  takeColumns(rows, columns, epsilon, x, mean, variance, scale);
  setInt(7, <i32>shift);
  setInt(8, <i32>y);
  forkColumns(normalisePart.index, 4);
}

function takeColumns(
  rows: i32, columns: i32, epsilon: f32, x: usize, mean: usize, variance: usize, scale: usize,
): void {
  setInt(0, rows);
  setInt(1, columns);
  setFloat(2, epsilon);
  setInt(3, <i32>x);
  setInt(4, <i32>mean);
  setInt(5, <i32>variance);
  setInt(6, <i32>scale);
}

/** 1 / √(variance + epsilon). */
// @ts-ignore: decorator
@inline
function factorOf(c: i32): v128 {
  const root = f32x4.sqrt(f32x4.add(v128.load(at(5, c)), f32x4.splat(float(2))));
  return f32x4.div(f32x4.splat(1), root);
}

function normalisePart(part: i32, parts: i32): void {
  const rows = int(0);
  const columns = int(1);
  const stride = <usize>columns << 2;
  const last = startOf(part + 1, parts, columns, GRAIN);
  for (let c = startOf(part, parts, columns, GRAIN); c < last; c += 4) {
    const mean = v128.load(at(4, c));
    const factor = factorOf(c);
    const scale = v128.load(at(6, c));
    const shift = v128.load(at(7, c));
    let x = at(3, c);
    let y = at(8, c);
    for (let r = 0; r < rows; r++) {
      const normal = f32x4.mul(f32x4.sub(v128.load(x), mean), factor);
      put(y, f32x4.add(f32x4.mul(normal, scale), shift), last - c);
      x += stride;
      y += stride;
    }
  }
}

export function normaliseGradient(
  rows: i32, columns: i32, epsilon: f32, x: usize, mean: usize, variance: usize, scale: usize,
  dY: usize, dScale: usize, dShift: usize, dX: usize,
): void {
  takeColumns(rows, columns, epsilon, x, mean, variance, scale);
  setInt(7, <i32>dY);
  setInt(8, <i32>dScale);
  setInt(9, <i32>dShift);
  setInt(10, <i32>dX);
  forkColumns(gradientPart.index, 10);
}

function gradientPart(part: i32, parts: i32): void {
  const columns = int(1);
  const last = startOf(part + 1, parts, columns, GRAIN);
  for (let c = startOf(part, parts, columns, GRAIN); c < last; c += 4) {
    gradientOf(c, last - c);
  }
}

function gradientOf(c: i32, left: i32): void {
  const rows = int(0);
  const stride = <usize>int(1) << 2;
  const mean = v128.load(at(4, c));
  const factor = factorOf(c);
  let sum = f32x4.splat(0);
  let products = sum;
  let x = at(3, c);
  let dY = at(7, c);
  for (let r = 0; r < rows; r++) {
    const slope = v128.load(dY);
    const normal = f32x4.mul(f32x4.sub(v128.load(x), mean), factor);
    sum = f32x4.add(sum, slope);
    products = f32x4.add(products, f32x4.mul(slope, normal));
    x += stride;
    dY += stride;
  }
  put(at(9, c), f32x4.add(v128.load(at(9, c)), sum), left);
  put(at(8, c), f32x4.add(v128.load(at(8, c)), products), left);
  const count = f32x4.splat(<f32>rows);
  const outer = f32x4.mul(v128.load(at(6, c)), factor);
  const meanSlope = f32x4.div(sum, count);
  const meanProduct = f32x4.div(products, count);
  x = at(3, c);
  dY = at(7, c);
  let dX = at(10, c);
  for (let r = 0; r < rows; r++) {
    const normal = f32x4.mul(f32x4.sub(v128.load(x), mean), factor);
    const inner = f32x4.sub(f32x4.sub(v128.load(dY), meanSlope), f32x4.mul(normal, meanProduct));
    put(dX, f32x4.mul(outer, inner), left);
    x += stride;
    dY += stride;
    dX += stride;
  }
}
