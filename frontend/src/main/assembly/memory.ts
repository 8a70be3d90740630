// Who owns which bytes of the linear memory. Only the leader allocates and frees; helpers use what they are given.
//
// The first page is the team's (see team.ts). Behind it lie blocks without gaps, each behind a header of 16 bytes: its size
// in bytes, header included; whether it is free; the next in the list of free blocks. Free neighbours are joined when no
// block is large enough. What lies within a block starts at a multiple of 16. A kernel may read, not write, up to 64 bytes behind
// what it was given.

const FIRST: usize = 65536;
const PAGE: usize = 65536;
const HEADER: usize = 16;
const OVERREAD: usize = 64;

/** The end of the last block. */
let end: usize = FIRST;

/** The first of the free blocks; 0 for none. */
let freeBlocks: usize = 0;

/** Whether a block became free since neighbours were joined. */
let joinable: bool = false;

/** The address of so many bytes, undefined ones; 0 where the browser gives no more memory. */
export function allocate(bytes: usize): usize {
  const size = (HEADER + bytes + OVERREAD + 15) & ~15;
  let block = takeFree(size);
  if (block == 0 && joinable) {
    joinNeighbours();
    block = takeFree(size);
  }
  if (block == 0) {
    block = extend(size);
  }
  return block == 0 ? 0 : block + HEADER;
}

/** Gives back what `allocate` gave. */
export function free(address: usize): void {
  putFree(address - HEADER);
  joinable = true;
}

/** The bytes of all blocks in use. */
export function bytesInUse(): usize {
  let sum: usize = 0;
  for (let block = FIRST; block < end; block += sizeOf(block)) {
    sum += isFree(block) ? 0 : sizeOf(block);
  }
  return sum;
}

/** The bytes that the browser has given. */
export function bytesHeld(): usize {
  return <usize>memory.size() << 16;
}

/** x[i] = 0 for n values. */
export function clear(n: i32, x: usize): void {
  memory.fill(x, 0, <usize>n << 2);
}

/** x[0 … 15]: the fastest way of a Java array's values into this memory. */
export function write16(
  x: usize, v0: f32, v1: f32, v2: f32, v3: f32, v4: f32, v5: f32, v6: f32, v7: f32,
  v8: f32, v9: f32, v10: f32, v11: f32, v12: f32, v13: f32, v14: f32, v15: f32,
): void {
  store<f32>(x, v0);
  store<f32>(x, v1, 4);
  store<f32>(x, v2, 8);
  store<f32>(x, v3, 12);
  store<f32>(x, v4, 16);
  store<f32>(x, v5, 20);
  store<f32>(x, v6, 24);
  store<f32>(x, v7, 28);
  store<f32>(x, v8, 32);
  store<f32>(x, v9, 36);
  store<f32>(x, v10, 40);
  store<f32>(x, v11, 44);
  store<f32>(x, v12, 48);
  store<f32>(x, v13, 52);
  store<f32>(x, v14, 56);
  store<f32>(x, v15, 60);
}

/** x[0 … 15]: four times four unsigned bytes, the first the lowest of its word, each divided by 255. */
export function writePixels(x: usize, p0: i32, p1: i32, p2: i32, p3: i32): void {
  const bytes = i32x4.replace_lane(i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(p0), 1, p1), 2, p2), 3, p3);
  const low = i16x8.extend_low_i8x16_u(bytes);
  const high = i16x8.extend_high_i8x16_u(bytes);
  v128.store(x, pixels(i32x4.extend_low_i16x8_u(low)));
  v128.store(x, pixels(i32x4.extend_high_i16x8_u(low)), 16);
  v128.store(x, pixels(i32x4.extend_low_i16x8_u(high)), 32);
  v128.store(x, pixels(i32x4.extend_high_i16x8_u(high)), 48);
}

// @ts-ignore: decorator
@inline
function pixels(bytes: v128): v128 {
  return f32x4.div(f32x4.convert_i32x4_s(bytes), f32x4.splat(255));
}

export function write(x: usize, value: f32): void {
  store<f32>(x, value);
}

export function read(x: usize): f32 {
  return load<f32>(x);
}

function sizeOf(block: usize): usize {
  return load<i32>(block);
}

function isFree(block: usize): bool {
  return load<i32>(block, 4) != 0;
}

function nextFree(block: usize): usize {
  return load<i32>(block, 8);
}

function describe(block: usize, size: usize, free: bool, next: usize): void {
  store<i32>(block, <i32>size);
  store<i32>(block, free, 4);
  store<i32>(block, <i32>next, 8);
}

function putFree(block: usize): void {
  describe(block, sizeOf(block), true, freeBlocks);
  freeBlocks = block;
}

/** The first free block of this size or more, out of the list; what it has too much goes back into it. */
function takeFree(size: usize): usize {
  let before: usize = 0;
  for (let block = freeBlocks; block != 0; block = nextFree(block)) {
    if (sizeOf(block) >= size) {
      takeOut(block, before);
      split(block, size);
      return block;
    }
    before = block;
  }
  return 0;
}

function takeOut(block: usize, before: usize): void {
  if (before == 0) {
    freeBlocks = nextFree(block);
  } else {
    store<i32>(before, <i32>nextFree(block), 8);
  }
}

function split(block: usize, size: usize): void {
  const rest = sizeOf(block) - size;
  if (rest < HEADER + OVERREAD) {
    describe(block, size + rest, false, 0);
    return;
  }
  describe(block, size, false, 0);
  store<i32>(block + size, <i32>rest);
  putFree(block + size);
}

/** Makes the list anew, of free blocks that have no free neighbour. */
function joinNeighbours(): void {
  freeBlocks = 0;
  joinable = false;
  let block = FIRST;
  while (block < end) {
    let next = block + sizeOf(block);
    if (isFree(block)) {
      while (next < end && isFree(next)) {
        next += sizeOf(next);
      }
      store<i32>(block, <i32>(next - block));
      putFree(block);
    }
    block = next;
  }
}

function extend(size: usize): usize {
  const block = end;
  const needed = <i64>block + <i64>size - (<i64>memory.size() << 16);
  if (needed > 0 && memory.grow(<i32>((needed + PAGE - 1) >> 16)) < 0) {
    return 0;
  }
  end += size;
  describe(block, size, false, 0);
  return block;
}
