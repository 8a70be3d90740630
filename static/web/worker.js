'use strict';
importScripts('teavm-without-eval.js', 'wasm/runtime.js');
TeaVM.wasmGC.load('wasm/worker.wasm').then((teavm) => teavm.exports.main([]));
