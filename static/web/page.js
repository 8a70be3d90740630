'use strict';
TeaVM.wasmGC.load('wasm/page.wasm').then((teavm) => teavm.exports.main([]));
