// Table look-up and the cells of recurrent layers: feedforward.device.SequenceKernels. Rows are split among threads.
import { put } from "./lanes";
import { sigmoid, tanh } from "./math";
import { fork, int, partsOf, setInt, startOf } from "./team";

/** What a unit of a cell costs, forward and backward, in multiplications. */
const FORWARD: i32 = 120;
const BACKWARD: i32 = 30;

// @ts-ignore: decorator
@inline
function at(argument: i32, index: i32): usize {
  return <usize>int(argument) + (<usize>index << 2);
}

// @ts-ignore: decorator
@inline
function oneMinus(x: v128): v128 {
  return f32x4.sub(f32x4.splat(1), x);
}

export function gather(rows: i32, columns: i32, ids: usize, table: usize, y: usize): void {
  for (let r = 0; r < rows; r++) {
    const id = <i32>load<f32>(ids + (<usize>r << 2));
    const bytes = <usize>columns << 2;
    memory.copy(y + <usize>r * bytes, table + <usize>id * bytes, bytes);
  }
}

export function gatherGradient(rows: i32, columns: i32, ids: usize, dY: usize, dTable: usize): void {
  setInt(0, rows);
  setInt(1, columns);
  setInt(2, <i32>ids);
  setInt(3, <i32>dY);
  setInt(4, <i32>dTable);
  fork(gatherGradientPart.index, partsOf(<f64>rows * columns, (columns + 15) / 16));
}

function gatherGradientPart(part: i32, parts: i32): void {
  const columns = int(1);
  const first = startOf(part, parts, columns, 16);
  const last = startOf(part + 1, parts, columns, 16);
  for (let r = 0; r < int(0); r++) {
    const id = <i32>load<f32>(at(2, r));
    for (let c = first; c < last; c += 4) {
      const sum = at(4, id * columns + c);
      put(sum, f32x4.add(v128.load(sum), v128.load(at(3, r * columns + c))), last - c);
    }
  }
}

export function lstm(
  rows: i32, units: i32, bias: usize, gates: usize, cBefore: usize, c: usize, tanhC: usize, h: usize,
): void {
  setInt(0, rows);
  setInt(1, units);
  setInt(2, <i32>bias);
  setInt(3, <i32>gates);
  setInt(4, <i32>cBefore);
  setInt(5, <i32>c);
  setInt(6, <i32>tanhC);
  setInt(7, <i32>h);
  fork(lstmPart.index, partsOf(<f64>rows * units * FORWARD, rows));
}

function lstmPart(part: i32, parts: i32): void {
  const units = int(1);
  const last = startOf(part + 1, parts, int(0), 1);
  for (let r = startOf(part, parts, int(0), 1); r < last; r++) {
    for (let u = 0; u < units; u += 4) {
      const gates = 4 * r * units + u;
      const at0 = r * units + u;
      const left = units - u;
      const i = sigmoid(f32x4.add(v128.load(at(3, gates)), v128.load(at(2, u))));
      const f = sigmoid(f32x4.add(v128.load(at(3, gates + units)), v128.load(at(2, u + units))));
      const g = tanh(f32x4.add(v128.load(at(3, gates + 2 * units)), v128.load(at(2, u + 2 * units))));
      const o = sigmoid(f32x4.add(v128.load(at(3, gates + 3 * units)), v128.load(at(2, u + 3 * units))));
      const c = f32x4.add(f32x4.mul(f, v128.load(at(4, at0))), f32x4.mul(i, g));
      const tanhC = tanh(c);
      put(at(3, gates), i, left);
      put(at(3, gates + units), f, left);
      put(at(3, gates + 2 * units), g, left);
      put(at(3, gates + 3 * units), o, left);
      put(at(5, at0), c, left);
      put(at(6, at0), tanhC, left);
      put(at(7, at0), f32x4.mul(o, tanhC), left);
    }
  }
}

export function lstmGradient(
  rows: i32, units: i32, gates: usize, cBefore: usize, tanhC: usize, dH: usize, dC: usize, dZ: usize,
): void {
  setInt(0, rows);
  setInt(1, units);
  setInt(2, <i32>gates);
  setInt(3, <i32>cBefore);
  setInt(4, <i32>tanhC);
  setInt(5, <i32>dH);
  setInt(6, <i32>dC);
  setInt(7, <i32>dZ);
  fork(lstmGradientPart.index, partsOf(<f64>rows * units * BACKWARD, rows));
}

function lstmGradientPart(part: i32, parts: i32): void {
  const units = int(1);
  const last = startOf(part + 1, parts, int(0), 1);
  for (let r = startOf(part, parts, int(0), 1); r < last; r++) {
    for (let u = 0; u < units; u += 4) {
      const gates = 4 * r * units + u;
      const at0 = r * units + u;
      const left = units - u;
      const i = v128.load(at(2, gates));
      const f = v128.load(at(2, gates + units));
      const g = v128.load(at(2, gates + 2 * units));
      const o = v128.load(at(2, gates + 3 * units));
      const tanhC = v128.load(at(4, at0));
      const dH = v128.load(at(5, at0));
      const through = f32x4.mul(f32x4.mul(dH, o), oneMinus(f32x4.mul(tanhC, tanhC)));
      const d = f32x4.add(v128.load(at(6, at0)), through);
      const dI = f32x4.mul(f32x4.mul(d, g), f32x4.mul(i, oneMinus(i)));
      const dF = f32x4.mul(f32x4.mul(d, v128.load(at(3, at0))), f32x4.mul(f, oneMinus(f)));
      const dG = f32x4.mul(f32x4.mul(d, i), oneMinus(f32x4.mul(g, g)));
      const dO = f32x4.mul(f32x4.mul(dH, tanhC), f32x4.mul(o, oneMinus(o)));
      put(at(7, gates), dI, left);
      put(at(7, gates + units), dF, left);
      put(at(7, gates + 2 * units), dG, left);
      put(at(7, gates + 3 * units), dO, left);
      put(at(6, at0), f32x4.mul(d, f), left);
    }
  }
}

export function gru(rows: i32, units: i32, zx: usize, zh: usize, hBefore: usize, h: usize): void {
  setInt(0, rows);
  setInt(1, units);
  setInt(2, <i32>zx);
  setInt(3, <i32>zh);
  setInt(4, <i32>hBefore);
  setInt(5, <i32>h);
  fork(gruPart.index, partsOf(<f64>rows * units * FORWARD, rows));
}

function gruPart(part: i32, parts: i32): void {
  const units = int(1);
  const last = startOf(part + 1, parts, int(0), 1);
  for (let row = startOf(part, parts, int(0), 1); row < last; row++) {
    for (let u = 0; u < units; u += 4) {
      const gates = 3 * row * units + u;
      const at0 = row * units + u;
      const left = units - u;
      const r = sigmoid(f32x4.add(v128.load(at(2, gates)), v128.load(at(3, gates))));
      const z = sigmoid(f32x4.add(v128.load(at(2, gates + units)), v128.load(at(3, gates + units))));
      const gated = f32x4.mul(r, v128.load(at(3, gates + 2 * units)));
      const n = tanh(f32x4.add(v128.load(at(2, gates + 2 * units)), gated));
      const kept = f32x4.mul(z, v128.load(at(4, at0)));
      put(at(2, gates), r, left);
      put(at(2, gates + units), z, left);
      put(at(2, gates + 2 * units), n, left);
      put(at(5, at0), f32x4.add(f32x4.mul(oneMinus(z), n), kept), left);
    }
  }
}

export function gruGradient(
  rows: i32, units: i32, zx: usize, zh: usize, hBefore: usize, dH: usize, dZx: usize, dZh: usize, dHBefore: usize,
): void {
  setInt(0, rows);
  setInt(1, units);
  setInt(2, <i32>zx);
  setInt(3, <i32>zh);
  setInt(4, <i32>hBefore);
  setInt(5, <i32>dH);
  setInt(6, <i32>dZx);
  setInt(7, <i32>dZh);
  setInt(8, <i32>dHBefore);
  fork(gruGradientPart.index, partsOf(<f64>rows * units * BACKWARD, rows));
}

function gruGradientPart(part: i32, parts: i32): void {
  const units = int(1);
  const last = startOf(part + 1, parts, int(0), 1);
  for (let row = startOf(part, parts, int(0), 1); row < last; row++) {
    for (let u = 0; u < units; u += 4) {
      const gates = 3 * row * units + u;
      const at0 = row * units + u;
      const left = units - u;
      const r = v128.load(at(2, gates));
      const z = v128.load(at(2, gates + units));
      const n = v128.load(at(2, gates + 2 * units));
      const dH = v128.load(at(5, at0));
      const dN = f32x4.mul(f32x4.mul(dH, oneMinus(z)), oneMinus(f32x4.mul(n, n)));
      const change = f32x4.sub(v128.load(at(4, at0)), n);
      const dZ = f32x4.mul(f32x4.mul(dH, change), f32x4.mul(z, oneMinus(z)));
      const dR = f32x4.mul(f32x4.mul(dN, v128.load(at(3, gates + 2 * units))), f32x4.mul(r, oneMinus(r)));
      put(at(6, gates), dR, left);
      put(at(6, gates + units), dZ, left);
      put(at(6, gates + 2 * units), dN, left);
      put(at(7, gates), dR, left);
      put(at(7, gates + units), dZ, left);
      put(at(7, gates + 2 * units), f32x4.mul(dN, r), left);
      put(at(8, at0), f32x4.mul(dH, z), left);
    }
  }
}
