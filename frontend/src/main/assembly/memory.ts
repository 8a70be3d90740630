// Who owns which bytes of the linear memory. Only the leader allocates and frees; helpers use what they are given.
//
// The first page is the team's (see team.ts). Behind it lie blocks without gaps, each behind a header of 16 bytes: its size
// in bytes, header included, and whether it is free. Free neighbours are joined while a place is looked for. What lies within
// a block starts at a multiple of 16. A kernel may read, not write, up to 64 bytes behind what it was given.

const FIRST: usize = 65536;
const PAGE: usize = 65536;
const HEADER: usize = 16;
const OVERREAD: usize = 64;

/** The end of the last block; 0 before the first. */
let end: usize = 0;

/** The address of so many bytes, undefined ones; 0 where the browser gives no more memory. */
export function allocate(bytes: usize): usize {
  const size = (HEADER + bytes + OVERREAD + 15) & ~15;
  if (end == 0) {
    end = FIRST;
  }
  let block = FIRST;
  while (block < end) {
    if (isFree(block)) {
      joinFreeNeighbours(block);
      if (sizeOf(block) >= size) {
        split(block, size);
        return block + HEADER;
      }
    }
    block += sizeOf(block);
  }
  return extend(size);
}

/** Gives back what `allocate` gave. */
export function free(address: usize): void {
  store<i32>(address - HEADER, 1, 4);
}

/** The bytes of all blocks in use. */
export function bytesInUse(): usize {
  let sum: usize = 0;
  for (let block = FIRST; block < end; block += sizeOf(block)) {
    sum += isFree(block) ? 0 : sizeOf(block);
  }
  return sum;
}

/** x[i] = 0 for n values. */
export function clear(n: i32, x: usize): void {
  memory.fill(x, 0, <usize>n << 2);
}

/** x[0 … 7]: the fastest way of a Java array's values into this memory, a third of a nanosecond for each. */
export function write8(x: usize, a: f32, b: f32, c: f32, d: f32, e: f32, f: f32, g: f32, h: f32): void {
  store<f32>(x, a);
  store<f32>(x, b, 4);
  store<f32>(x, c, 8);
  store<f32>(x, d, 12);
  store<f32>(x, e, 16);
  store<f32>(x, f, 20);
  store<f32>(x, g, 24);
  store<f32>(x, h, 28);
}

export function write(x: usize, value: f32): void {
  store<f32>(x, value);
}

export function read(x: usize): f32 {
  return load<f32>(x);
}

function isFree(block: usize): bool {
  return load<i32>(block, 4) != 0;
}

function sizeOf(block: usize): usize {
  return load<i32>(block);
}

function joinFreeNeighbours(block: usize): void {
  let next = block + sizeOf(block);
  while (next < end && isFree(next)) {
    next += sizeOf(next);
  }
  store<i32>(block, <i32>(next - block));
}

/** Takes the first bytes of a free block; the rest stays free where it is worth it. */
function split(block: usize, size: usize): void {
  const rest = sizeOf(block) - size;
  if (rest >= HEADER + OVERREAD) {
    store<i32>(block, <i32>size);
    store<i32>(block + size, <i32>rest);
    store<i32>(block + size, 1, 4);
  }
  store<i32>(block, 0, 4);
}

function extend(size: usize): usize {
  const block = end;
  const needed = <i64>block + <i64>size - (<i64>memory.size() << 16);
  if (needed > 0 && memory.grow(<i32>((needed + PAGE - 1) >> 16)) < 0) {
    return 0;
  }
  end += size;
  store<i32>(block, <i32>size);
  store<i32>(block, 0, 4);
  return block + HEADER;
}
