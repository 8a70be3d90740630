// What optimisers do to weights, element by element: feedforward.device.UpdateKernels.
import { forkElements, GRAIN } from "./elements";
import { put } from "./lanes";
import { sign } from "./softmax";
import { float, int, setFloat, setInt, startOf } from "./team";

// @ts-ignore: decorator
@inline
function at(argument: i32, i: i32): usize {
  return <usize>int(argument) + (<usize>i << 2);
}

/** w = w − rate·g. */
export function sgd(n: i32, rate: f32, g: usize, w: usize): void {
  setInt(0, n);
  setInt(1, <i32>g);
  setInt(2, <i32>w);
  setFloat(3, rate);
  forkElements(sgdPart.index, n, 2);
}

function sgdPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const rate = f32x4.splat(float(3));
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const w = at(2, i);
    put(w, f32x4.sub(v128.load(w), f32x4.mul(rate, v128.load(at(1, i)))), last - i);
  }
}

/** u = momentum·u + g; w = w − rate·u, or, looking ahead, w − rate·(g + momentum·u). */
export function momentum(n: i32, rate: f32, momentum: f32, ahead: bool, g: usize, u: usize, w: usize): void {
  takeMoment(n, g, u, w);
  setFloat(4, rate);
  setFloat(5, momentum);
  setInt(6, ahead);
  forkElements(momentumPart.index, n, 4);
}

function takeMoment(n: i32, g: usize, u: usize, w: usize): void {
  setInt(0, n);
  setInt(1, <i32>g);
  setInt(2, <i32>u);
  setInt(3, <i32>w);
}

function momentumPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const rate = f32x4.splat(float(4));
  const momentum = f32x4.splat(float(5));
  const ahead = int(6) != 0;
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const g = v128.load(at(1, i));
    const u = f32x4.add(f32x4.mul(momentum, v128.load(at(2, i))), g);
    const step = ahead ? f32x4.add(g, f32x4.mul(momentum, u)) : u;
    put(at(2, i), u, last - i);
    put(at(3, i), f32x4.sub(v128.load(at(3, i)), f32x4.mul(rate, step)), last - i);
  }
}

/** u = u + g·g; w = w − (rate·g) / (√u + epsilon). */
export function adagrad(n: i32, rate: f32, epsilon: f32, g: usize, u: usize, w: usize): void {
  takeMoment(n, g, u, w);
  setFloat(4, rate);
  setFloat(5, epsilon);
  forkElements(adagradPart.index, n, 12);
}

function adagradPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const g = v128.load(at(1, i));
    const u = f32x4.add(v128.load(at(2, i)), f32x4.mul(g, g));
    putScaled(i, g, u, last - i);
  }
}

/** u is kept, and w = w − (rate·g) / (√u + epsilon). */
// @ts-ignore: decorator
@inline
function putScaled(i: i32, g: v128, u: v128, left: i32): void {
  const step = f32x4.mul(f32x4.splat(float(4)), g);
  const root = f32x4.add(f32x4.sqrt(u), f32x4.splat(float(5)));
  put(at(2, i), u, left);
  put(at(3, i), f32x4.sub(v128.load(at(3, i)), f32x4.div(step, root)), left);
}

/** u = decay·u + (1 − decay)·(g·g); w = w − (rate·g) / (√u + epsilon). */
export function rmsProp(n: i32, rate: f32, decay: f32, epsilon: f32, g: usize, u: usize, w: usize): void {
  takeMoment(n, g, u, w);
  setFloat(4, rate);
  setFloat(5, epsilon);
  setFloat(6, decay);
  forkElements(rmsPropPart.index, n, 14);
}

function rmsPropPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const decay = f32x4.splat(float(6));
  const rest = f32x4.splat(1 - float(6));
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const g = v128.load(at(1, i));
    const u = f32x4.add(f32x4.mul(decay, v128.load(at(2, i))), f32x4.mul(rest, f32x4.mul(g, g)));
    putScaled(i, g, u, last - i);
  }
}

/** m = β₁·m + (1 − β₁)·g; v = β₂·v + (1 − β₂)·(g·g); w = w − (rate·m) / (√v·correction + epsilon). */
export function adam(
  n: i32, rate: f32, beta1: f32, beta2: f32, correction: f32, epsilon: f32, g: usize, m: usize, v: usize, w: usize,
): void {
  setInt(0, n);
  setInt(1, <i32>g);
  setInt(2, <i32>m);
  setInt(3, <i32>v);
  setInt(4, <i32>w);
  setFloat(5, rate);
  setFloat(6, beta1);
  setFloat(7, beta2);
  setFloat(8, correction);
  setFloat(9, epsilon);
  forkElements(adamPart.index, n, 18);
}

function adamPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const rate = f32x4.splat(float(5));
  const beta1 = f32x4.splat(float(6));
  const rest1 = f32x4.splat(1 - float(6));
  const beta2 = f32x4.splat(float(7));
  const rest2 = f32x4.splat(1 - float(7));
  const correction = f32x4.splat(float(8));
  const epsilon = f32x4.splat(float(9));
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const g = v128.load(at(1, i));
    const m = f32x4.add(f32x4.mul(beta1, v128.load(at(2, i))), f32x4.mul(rest1, g));
    const v = f32x4.add(f32x4.mul(beta2, v128.load(at(3, i))), f32x4.mul(rest2, f32x4.mul(g, g)));
    const divisor = f32x4.add(f32x4.mul(f32x4.sqrt(v), correction), epsilon);
    put(at(2, i), m, last - i);
    put(at(3, i), v, last - i);
    put(at(4, i), f32x4.sub(v128.load(at(4, i)), f32x4.div(f32x4.mul(rate, m), divisor)), last - i);
  }
}

/** g = (g + l2·w) + l1·sign(w). */
export function addPenaltyGradient(n: i32, l1: f32, l2: f32, w: usize, g: usize): void {
  setInt(0, n);
  setInt(1, <i32>w);
  setInt(2, <i32>g);
  setFloat(3, l1);
  setFloat(4, l2);
  forkElements(penaltyPart.index, n, 4);
}

function penaltyPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const l1 = f32x4.splat(float(3));
  const l2 = f32x4.splat(float(4));
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const w = v128.load(at(1, i));
    const g = f32x4.add(v128.load(at(2, i)), f32x4.mul(l2, w));
    put(at(2, i), f32x4.add(g, f32x4.mul(l1, sign(w))), last - i);
  }
}

/** old[i] = old[i]·(1 − part) + fresh[i]·part. */
export function blend(n: i32, part: f32, fresh: usize, old: usize): void {
  setInt(0, n);
  setInt(1, <i32>fresh);
  setInt(2, <i32>old);
  setFloat(3, part);
  forkElements(blendPart.index, n, 3);
}

function blendPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const fresh = f32x4.splat(float(3));
  const rest = f32x4.splat(1 - float(3));
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    const kept = f32x4.mul(v128.load(at(2, i)), rest);
    put(at(2, i), f32x4.add(kept, f32x4.mul(v128.load(at(1, i)), fresh)), last - i);
  }
}

/** t[i] = t[i]·keep + share. */
export function smooth(n: i32, keep: f32, share: f32, t: usize): void {
  setInt(0, n);
  setInt(1, <i32>t);
  setFloat(2, keep);
  setFloat(3, share);
  forkElements(smoothPart.index, n, 2);
}

function smoothPart(part: i32, parts: i32): void {
  const last = startOf(part + 1, parts, int(0), GRAIN);
  const keep = f32x4.splat(float(2));
  const share = f32x4.splat(float(3));
  for (let i = startOf(part, parts, int(0), GRAIN); i < last; i += 4) {
    put(at(1, i), f32x4.add(f32x4.mul(v128.load(at(1, i)), keep), share), last - i);
  }
}

/** Sixteen partial sums of squares in double, added from the left. */
export function sumOfSquares(n: i32, x: usize): f64 {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  for (let i = 0; i < n; i += 16) {
    const from = x + (<usize>i << 2);
    s0 = f64x2.add(s0, squares(from, n - i));
    s1 = f64x2.add(s1, squares(from + 8, n - i - 2));
    s2 = f64x2.add(s2, squares(from + 16, n - i - 4));
    s3 = f64x2.add(s3, squares(from + 24, n - i - 6));
    s4 = f64x2.add(s4, squares(from + 32, n - i - 8));
    s5 = f64x2.add(s5, squares(from + 40, n - i - 10));
    s6 = f64x2.add(s6, squares(from + 48, n - i - 12));
    s7 = f64x2.add(s7, squares(from + 56, n - i - 14));
  }
  return pair(pair(pair(pair(pair(pair(pair(pair(0, s0), s1), s2), s3), s4), s5), s6), s7);
}

/** The squares of two values, or 0 for those behind the end. */
// @ts-ignore: decorator
@inline
function squares(from: usize, left: i32): v128 {
  let two = v128.load64_zero(from);
  if (left < 2) {
    two = left == 1 ? f32x4(load<f32>(from), 0, 0, 0) : f32x4.splat(0);
  }
  const wide = f64x2.promote_low_f32x4(two);
  return f64x2.mul(wide, wide);
}

// @ts-ignore: decorator
@inline
function pair(sum: f64, two: v128): f64 {
  return sum + f64x2.extract_lane(two, 0) + f64x2.extract_lane(two, 1);
}
