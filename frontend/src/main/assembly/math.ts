// exp, log, tanh and the sigmoid of four values at once: the operations of feedforward.device.ExactMath, in its order, each
// rounded on its own.
import { choose } from "./lanes";

// @ts-ignore: decorator
@inline
function number(value: f32): v128 {
  return f32x4.splat(value);
}

// @ts-ignore: decorator
@inline
function horner(p: v128, x: v128, coefficient: f32): v128 {
  return f32x4.add(f32x4.mul(p, x), number(coefficient));
}

// @ts-ignore: decorator
@inline
function powerOfTwo(exponent: v128): v128 {
  return i32x4.shl(i32x4.add(exponent, i32x4.splat(127)), 23);
}

export function exp(x: v128): v128 {
  const clamped = f32x4.max(f32x4.min(x, number(89.0)), number(-104.0));
  const round = number(12582912.0);
  const n = f32x4.sub(f32x4.add(f32x4.mul(clamped, number(1.44269504)), round), round);
  const r = f32x4.sub(
    f32x4.sub(clamped, f32x4.mul(n, number(0.693359375))),
    f32x4.mul(n, number(-2.1219444e-4)),
  );
  let p = number(1.98756915e-4);
  p = horner(p, r, 1.3981999507e-3);
  p = horner(p, r, 8.3334519073e-3);
  p = horner(p, r, 4.1665795894e-2);
  p = horner(p, r, 1.6666665459e-1);
  p = horner(p, r, 5.0000001201e-1);
  const y = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), number(1.0));
  const exponent = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(exponent, 1);
  return f32x4.mul(f32x4.mul(y, powerOfTwo(half)), powerOfTwo(i32x4.sub(exponent, half)));
}

export function log(x: v128): v128 {
  const subnormal = f32x4.lt(x, number(1.17549435e-38));
  const bits = choose(subnormal, f32x4.mul(x, number(8388608.0)), x);
  const shift = v128.and(subnormal, i32x4.splat(23));
  const exponent = i32x4.sub(i32x4.sub(i32x4.shr_u(bits, 23), i32x4.splat(126)), shift);
  const m = v128.or(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const low = f32x4.lt(m, number(0.70710678));
  // Where low is set it is −1 as an integer.
  const e = f32x4.convert_i32x4_s(i32x4.add(exponent, low));
  const f = f32x4.sub(choose(low, f32x4.add(m, m), m), number(1.0));
  const z = f32x4.mul(f, f);
  let p = number(7.0376836292e-2);
  p = horner(p, f, -1.151461031e-1);
  p = horner(p, f, 1.167699874e-1);
  p = horner(p, f, -1.2420140846e-1);
  p = horner(p, f, 1.4249322787e-1);
  p = horner(p, f, -1.6668057665e-1);
  p = horner(p, f, 2.0000714765e-1);
  p = horner(p, f, -2.4999993993e-1);
  p = horner(p, f, 3.3333331174e-1);
  let y = f32x4.mul(f32x4.mul(p, f), z);
  y = f32x4.add(y, f32x4.mul(e, number(-2.1219444e-4)));
  y = f32x4.sub(y, f32x4.mul(number(0.5), z));
  let result = f32x4.add(f32x4.add(f, y), f32x4.mul(e, number(0.693359375)));
  result = choose(f32x4.eq(x, number(Infinity)), x, result);
  result = choose(f32x4.eq(x, number(0)), number(-Infinity), result);
  const negativeOrNaN = v128.not(f32x4.ge(x, number(0)));
  return choose(negativeOrNaN, number(NaN), result);
}

export function tanh(x: v128): v128 {
  const magnitude = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = number(-5.70498872745e-3);
  p = horner(p, z, 2.06390887954e-2);
  p = horner(p, z, -5.37397155531e-2);
  p = horner(p, z, 1.33314422036e-1);
  p = horner(p, z, -3.33332819422e-1);
  const small = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  const one = number(1.0);
  const divisor = f32x4.add(exp(f32x4.add(magnitude, magnitude)), one);
  const large = f32x4.sub(one, f32x4.div(number(2.0), divisor));
  const signed = choose(f32x4.lt(x, number(0)), f32x4.neg(large), large);
  return choose(f32x4.lt(magnitude, number(0.625)), small, signed);
}

export function sigmoid(x: v128): v128 {
  const one = number(1.0);
  const e = exp(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(choose(f32x4.lt(x, number(0)), e, one), f32x4.add(one, e));
}
