'use strict';
importScripts('wasm/runtime.js');
TeaVM.wasmGC.load('wasm/worker.wasm').then((teavm) => teavm.exports.main([]));
