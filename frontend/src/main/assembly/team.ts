// Threads that split a kernel's outputs: the leader, who runs Java, and helpers, each an instance of this module in a worker of
// its own on the same memory. A kernel leaves its arguments in memory and forks; the leader does part 0, and goes on when the
// helpers have done theirs. Helpers that wait spin for a moment, then sleep until the next fork.
//
// A helper that traps tells the leader, who ends with words instead of waiting for ever. Helpers' code has no memory.copy and no
// memory.fill: an engine may check their bounds by the size that an instance last heard of, and the leader may have grown the
// memory since.
//
// The first page of the memory:
//    64  the fork's number, and in the lowest 8 bits its parts: one word, so that a helper that comes late cannot mistake
//        one fork's parts for the next one's
//   128  how many helpers sleep
//   192  the table index of the function to run
//   256  arguments, 4 bytes each
//  4096  the last fork that each helper has done, 64 bytes apart; −1 where it gave up
//  8192  why a helper gave up: how many bytes, then UTF-8, which kernels.js writes and reads
import { noHelper } from "./trouble";

const FORK: usize = 64;
const SLEEPING: usize = 128;
const JOB: usize = 192;
const ARGUMENTS: usize = 256;
const DONE: usize = 4096;
const LINE: usize = 64;

/** No fork's number, since its parts are 64 at most. */
const GAVE_UP: i32 = -1;

/** Loads of the fork's number before a helper goes to sleep. */
const SPINS: i32 = 50_000;

let threads: i32 = 1;
let leastWork: f64 = 1;

/**
 * What the kernels may use from now on.
 *
 * @param count helpers that are there, and the leader
 * @param work how many multiplications each of them gets at least
 */
export function useThreads(count: i32, work: i32): void {
  threads = count;
  leastWork = <f64>work;
}

// @ts-ignore: decorator
@inline
export function setInt(index: i32, value: i32): void {
  store<i32>(ARGUMENTS + (<usize>index << 2), value);
}

// @ts-ignore: decorator
@inline
export function setFloat(index: i32, value: f32): void {
  store<f32>(ARGUMENTS + (<usize>index << 2), value);
}

// @ts-ignore: decorator
@inline
export function int(index: i32): i32 {
  return load<i32>(ARGUMENTS + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function float(index: i32): f32 {
  return load<f32>(ARGUMENTS + (<usize>index << 2));
}

/** Into how many parts to split this much work, which has so many pieces. */
export function partsOf(work: f64, pieces: i32): i32 {
  return max(1, min(min(threads, pieces), <i32>min(work / leastWork, 255)));
}

/** Where a part of n things begins, at a multiple of `grain`, or at n. */
export function startOf(part: i32, parts: i32, n: i32, grain: i32): i32 {
  const grains = (n + grain - 1) / grain;
  return min(n, <i32>(<i64>grains * part / parts) * grain);
}

/** Runs job(part, parts) for all parts. */
export function fork(job: i32, parts: i32): void {
  if (!ASC_FEATURE_THREADS || parts == 1) {
    call_indirect<void>(job, 0, 1);
    return;
  }
  store<i32>(JOB, job);
  const number = (atomic.load<i32>(FORK) & ~255) + 256 | parts;
  atomic.store<i32>(FORK, number);
  if (atomic.load<i32>(SLEEPING) > 0) {
    atomic.notify(FORK, -1);
  }
  call_indirect<void>(job, 0, parts);
  for (let helper = 1; helper < parts; helper++) {
    waitFor(DONE + <usize>helper * LINE, number);
  }
}

function waitFor(place: usize, number: i32): void {
  let done = atomic.load<i32>(place);
  while (done != number) {
    if (done == GAVE_UP) {
      noHelper();
    }
    done = atomic.load<i32>(place);
  }
}

/** A helper's whole life: part `helper` of each fork that has one. */
export function help(helper: i32): void {
  if (!ASC_FEATURE_THREADS) {
    return;
  }
  let number = atomic.load<i32>(DONE + <usize>helper * LINE);
  while (true) {
    number = nextAfter(number);
    const parts = number & 255;
    if (helper < parts) {
      call_indirect<void>(load<i32>(JOB), helper, parts);
      atomic.store<i32>(DONE + <usize>helper * LINE, number);
    }
  }
}

/** The end of a helper that trapped. */
export function giveUp(helper: i32): void {
  if (ASC_FEATURE_THREADS) {
    atomic.store<i32>(DONE + <usize>helper * LINE, GAVE_UP);
  }
}

/** The next fork's number. A helper may be woken when there is none yet, by what the leader said of the fork before. */
function nextAfter(number: i32): i32 {
  while (true) {
    for (let i = 0; i < SPINS; i++) {
      const now = atomic.load<i32>(FORK);
      if (now != number) {
        return now;
      }
    }
    atomic.add<i32>(SLEEPING, 1);
    atomic.wait<i32>(FORK, number, -1);
    atomic.sub<i32>(SLEEPING, 1);
  }
}
