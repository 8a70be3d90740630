// Memory that a kernel needs for as long as it runs: a room for each of its parts, kept for the next kernel. Only as large as the
// largest use so far.
import { allocate, free } from "./memory";
import { noMemory } from "./trouble";

let held: usize = 0;
let size: i64 = 0;

/** Rooms of so many bytes, a multiple of 16, one behind the other. What is in them is undefined. */
export function scratch(parts: i32, bytes: i32): usize {
  const needed = <i64>parts * bytes;
  if (needed > size) {
    if (held != 0) {
      free(held);
    }
    size = needed;
    held = needed < i32.MAX_VALUE ? allocate(<usize>needed) : 0;
    if (held == 0) {
      noMemory(<f64>needed);
    }
  }
  return held;
}
