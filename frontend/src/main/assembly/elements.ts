// Functions of single elements: feedforward.device.ElementKernels, but for softmax.
import { choose, put } from "./lanes";
import { exp, log, sigmoid, tanh } from "./math";
import { float, fork, int, partsOf, setFloat, setInt, startOf } from "./team";

/** Parts begin at whole cache lines, so that no two threads write to the same one. */
export const GRAIN: i32 = 16;

/** Activations in the order of feedforward.device.Activation. */
const LINEAR: i32 = 0;
const SIGMOID: i32 = 1;
const TANH: i32 = 2;
const RELU: i32 = 3;
const LEAKY_RELU: i32 = 4;
const SOFTPLUS: i32 = 5;

/** An exponential costs about as much as so many multiplications. */
const EXPONENTIAL: i32 = 20;
const LEAK: f32 = 0.01;
const SQRT_2_PI: f32 = 0.7978845608;

/** Splits n elements that cost so much each among threads. */
export function forkElements(job: i32, n: i32, cost: i32): void {
  fork(job, partsOf(<f64>n * cost, (n + GRAIN - 1) / GRAIN));
}

/** x[i] = value. */
export function fill(n: i32, value: f32, x: usize): void {
  setInt(0, n);
  setFloat(1, value);
  setInt(2, <i32>x);
  forkElements(fillPart.index, n, 1);
}

function fillPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const values = f32x4.splat(float(1));
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    put(<usize>int(2) + (<usize>i << 2), values, last - i);
  }
}

/** y[i] = y[i] + x[i]. */
export function add(n: i32, x: usize, y: usize): void {
  setInt(0, n);
  setInt(1, <i32>x);
  setInt(2, <i32>y);
  forkElements(addPart.index, n, 1);
}

function addPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const y = <usize>int(2) + (<usize>i << 2);
    put(y, f32x4.add(v128.load(y), v128.load(<usize>int(1) + (<usize>i << 2))), last - i);
  }
}

/** y[i] = x[i]·factor. */
export function scale(n: i32, factor: f32, x: usize, y: usize): void {
  setInt(0, n);
  setInt(1, <i32>x);
  setInt(2, <i32>y);
  setFloat(3, factor);
  forkElements(scalePart.index, n, 1);
}

function scalePart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const factor = f32x4.splat(float(3));
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    put(<usize>int(2) + (<usize>i << 2), f32x4.mul(v128.load(<usize>int(1) + (<usize>i << 2)), factor), last - i);
  }
}

/** z[r,c] = z[r,c] + bias[c], then y[r,c] = f(z[r,c]). */
export function biasActivation(f: i32, rows: i32, columns: i32, bias: usize, z: usize, y: usize): void {
  setInt(0, rows);
  setInt(1, columns);
  setInt(2, <i32>bias);
  setInt(3, <i32>z);
  setInt(4, <i32>y);
  setInt(5, f);
  fork(biasActivationPart.index, partsOf(<f64>rows * columns * costOf(f), rows));
}

function biasActivationPart(part: i32, parts: i32): void {
  const columns = int(1);
  const f = int(5);
  const last = startOf(part + 1, parts, int(0), 1);
  for (let r = startOf(part, parts, int(0), 1); r < last; r++) {
    let bias = <usize>int(2);
    let z = <usize>int(3) + (<usize>(r * columns) << 2);
    let y = <usize>int(4) + (<usize>(r * columns) << 2);
    for (let left = columns; left > 0; left -= 4) {
      const sum = f32x4.add(v128.load(z), v128.load(bias));
      put(z, sum, left);
      if (f != LINEAR || y != z) {
        put(y, activated(f, sum), left);
      }
      bias += 16;
      z += 16;
      y += 16;
    }
  }
}

/** y[i] = f(z[i]). */
export function activation(f: i32, n: i32, z: usize, y: usize): void {
  setInt(0, n);
  setInt(1, <i32>z);
  setInt(2, <i32>y);
  setInt(3, f);
  forkElements(activationPart.index, n, costOf(f));
}

function activationPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const f = int(3);
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    put(<usize>int(2) + (<usize>i << 2), activated(f, v128.load(<usize>int(1) + (<usize>i << 2))), last - i);
  }
}

/** dZ[i] = dY[i]·f′, from what the forward pass saved. */
export function activationGradient(f: i32, n: i32, saved: usize, dY: usize, dZ: usize): void {
  setInt(0, n);
  setInt(1, <i32>saved);
  setInt(2, <i32>dY);
  setInt(3, <i32>dZ);
  setInt(4, f);
  forkElements(activationGradientPart.index, n, f > LEAKY_RELU ? EXPONENTIAL : 2);
}

function activationGradientPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const f = int(4);
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const saved = v128.load(<usize>int(1) + (<usize>i << 2));
    const dY = v128.load(<usize>int(2) + (<usize>i << 2));
    put(<usize>int(3) + (<usize>i << 2), gradient(f, saved, dY), last - i);
  }
}

function costOf(f: i32): i32 {
  return f == LINEAR || f == RELU || f == LEAKY_RELU ? 2 : EXPONENTIAL;
}

// @ts-ignore: decorator
@inline
function activated(f: i32, z: v128): v128 {
  if (f == RELU) {
    return f32x4.max(z, f32x4.splat(0));
  }
  return f == LINEAR ? z : curve(f, z);
}

function curve(f: i32, z: v128): v128 {
  const one = f32x4.splat(1);
  switch (f) {
    case SIGMOID:
      return sigmoid(z);
    case TANH:
      return tanh(z);
    case LEAKY_RELU:
      return choose(f32x4.gt(z, f32x4.splat(0)), z, f32x4.mul(f32x4.splat(LEAK), z));
    case SOFTPLUS:
      return softplus(z);
    default:
      return f32x4.mul(f32x4.mul(f32x4.splat(0.5), z), f32x4.add(one, inner(z)));
  }
}

/** max(z, 0) + log(1 + e^−|z|). */
function softplus(z: v128): v128 {
  const e = exp(f32x4.neg(f32x4.abs(z)));
  return f32x4.add(f32x4.max(z, f32x4.splat(0)), log(f32x4.add(f32x4.splat(1), e)));
}

/** GELU's t = tanh((z + 0.044715·((z·z)·z))·√(2/π)). */
function inner(z: v128): v128 {
  const cube = f32x4.mul(f32x4.mul(z, z), z);
  return tanh(f32x4.mul(f32x4.add(z, f32x4.mul(f32x4.splat(0.044715), cube)), f32x4.splat(SQRT_2_PI)));
}

// @ts-ignore: decorator
@inline
function gradient(f: i32, saved: v128, dY: v128): v128 {
  if (f == RELU) {
    return v128.and(f32x4.gt(saved, f32x4.splat(0)), dY);
  }
  return f == LINEAR ? dY : curveGradient(f, saved, dY);
}

function curveGradient(f: i32, saved: v128, dY: v128): v128 {
  const one = f32x4.splat(1);
  switch (f) {
    case SIGMOID:
      return f32x4.mul(dY, f32x4.mul(saved, f32x4.sub(one, saved)));
    case TANH:
      return f32x4.mul(dY, f32x4.sub(one, f32x4.mul(saved, saved)));
    case LEAKY_RELU:
      return choose(f32x4.gt(saved, f32x4.splat(0)), dY, f32x4.mul(f32x4.splat(LEAK), dY));
    case SOFTPLUS:
      return f32x4.mul(dY, sigmoid(saved));
    default:
      return f32x4.mul(dY, geluSlope(saved));
  }
}

/** ½·(1 + t) + ((½·z)·(1 − t·t))·((1 + 0.134145·(z·z))·√(2/π)). */
function geluSlope(z: v128): v128 {
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  const t = inner(z);
  const outer = f32x4.mul(
    f32x4.add(one, f32x4.mul(f32x4.splat(0.134145), f32x4.mul(z, z))),
    f32x4.splat(SQRT_2_PI),
  );
  const middle = f32x4.mul(f32x4.mul(half, z), f32x4.sub(one, f32x4.mul(t, t)));
  return f32x4.add(f32x4.mul(half, f32x4.add(one, t)), f32x4.mul(middle, outer));
}

/** y[i] = x[i]·scale where the counter's bits of i, without the lowest 8, reach the threshold, else +0. */
export function dropout(key0: i32, key1: i32, threshold: i32, factor: f32, n: i32, x: usize, y: usize): void {
  setInt(0, n);
  setInt(1, <i32>x);
  setInt(2, <i32>y);
  setInt(3, key0);
  setInt(4, key1);
  setInt(5, threshold);
  setFloat(6, factor);
  forkElements(dropoutPart.index, n, 8);
}

function dropoutPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const threshold = i32x4.splat(int(5));
  const factor = f32x4.splat(float(6));
  const key0 = i32x4.splat(int(3));
  const key1 = i32x4.splat(int(4));
  const lanes = i32x4(0, 1, 2, 3);
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const index = i32x4.add(i32x4.splat(i), lanes);
    const bits = mix(v128.xor(mix(v128.xor(index, key0)), key1));
    const kept = i32x4.ge_s(i32x4.shr_u(bits, 8), threshold);
    const scaled = f32x4.mul(v128.load(<usize>int(1) + (<usize>i << 2)), factor);
    put(<usize>int(2) + (<usize>i << 2), v128.and(kept, scaled), last - i);
  }
}

/** The bijection of feedforward.device.Counter. */
// @ts-ignore: decorator
@inline
function mix(value: v128): v128 {
  let x = v128.xor(value, i32x4.shr_u(value, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}
