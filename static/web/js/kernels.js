// Loads the SIMD kernels into a worker, with helpers on every other core. FeedforwardKernels.threads says how many threads there
// are: 0 where the browser has no SIMD, 1 where it shares no memory. A worker of `?cores=1` uses one core, whatever there are.
"use strict";

// Where a helper that gives up leaves its reason in the memory: how many bytes, then UTF-8. See team.ts.
const REASON = 8192;

globalThis.FeedforwardKernels = {
  threads: 0,

  /** What the worker's program imports as "kernels". Without SIMD it gets functions that it does not call. */
  exports: new Proxy({}, {
    get: (target, name) => () => {
      throw new Error(`kernel ${String(name)}: this browser has no WebAssembly SIMD`);
    },
  }),

  async load() {
    // One function: i8x16.popcnt(i8x16.splat(0)).
    const simd = new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
    ]);
    if (!WebAssembly.validate(simd)) {
      return;
    }
    const asked = Number(new URLSearchParams(location.search).get("cores")) || Infinity;
    const threads = crossOriginIsolated ? Math.max(1, Math.min(asked, navigator.hardwareConcurrency, 64)) : 1;
    const module = await this.compile(crossOriginIsolated ? "/wasm/kernels-shared.wasm" : "/wasm/kernels.wasm");
    const memory = this.memory(crossOriginIsolated);
    const instance = await this.instantiate(module, memory);
    await Promise.all(Array.from({ length: threads - 1 }, (none, index) => this.startHelper(module, memory, index + 1)));
    this.exports = instance.exports;
    this.threads = threads;
  },

  async compile(url) {
    const answer = await fetch(url);
    if (!answer.ok) {
      throw new Error(`${url}: expected the kernels but the server answered ${answer.status}; reload the page`);
    }
    return WebAssembly.compileStreaming(answer);
  },

  instantiate: (module, memory) => WebAssembly.instantiate(module, {
    env: { memory },
    trouble: {
      noMemory(bytes) {
        throw new Error(`Memory: expected room for ${bytes} more bytes but the browser gives none; `
          + "take a smaller batch or network");
      },
      noHelper() {
        const length = new Int32Array(memory.buffer, REASON, 1)[0];
        // A decoder takes no memory that is shared.
        const reason = new TextDecoder().decode(new Uint8Array(memory.buffer, REASON + 4, length).slice());
        throw new Error(`one of its threads stopped (${reason})`);
      },
    },
  }),

  /** Small at first; a phone may not give the address space that it could grow into. */
  memory(shared) {
    for (const maximum of [65536, 16384, 4096]) {
      try {
        return new WebAssembly.Memory({ initial: 2, maximum, shared });
      } catch (refused) {
        if (maximum === 4096) {
          throw refused;
        }
      }
    }
  },

  /** Starts a helper, which goes on for as long as this worker lives. */
  startHelper(module, memory, helper) {
    return new Promise((ready, failed) => {
      const worker = new Worker("/js/kernel-helper.js");
      worker.onmessage = ready;
      worker.onerror = (event) => failed(new Error(event.message || "a helper's program did not arrive; reload the page"));
      worker.postMessage({ module, memory, helper });
    });
  },

  /** A helper's life. Its leader may never hear an event, since it waits in WebAssembly: so the memory has the reason of its end. */
  async help({ module, memory, helper }) {
    const { exports } = await this.instantiate(module, memory);
    postMessage("ready");
    try {
      exports.help(helper);
    } catch (error) {
      const reason = new TextEncoder().encode(String(error)).subarray(0, 1000);
      new Int32Array(memory.buffer, REASON, 1)[0] = reason.length;
      new Uint8Array(memory.buffer, REASON + 4, reason.length).set(reason);
      exports.giveUp(helper);
    }
  },
};
