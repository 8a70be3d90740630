// The training worker: the same kind of program as the page's, away from the thread that draws.
"use strict";
importScripts("/js/teavm-without-eval.js", "/wasm/runtime.js", "/js/browser.js");
TeaVM.wasmGC.load("/wasm/worker.wasm").then(function (program) {
  program.exports.main([]);
});
