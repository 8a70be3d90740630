// The training worker: the same kind of program as the page's, away from the thread that draws. A page hears what is thrown
// in its worker and caught nowhere, but not of a promise that fails there; so such a failure is thrown as well.
"use strict";
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  reportError(event.reason);
});
importScripts("/js/teavm-without-eval.js", "/wasm/runtime.js", "/js/browser.js", "/js/kernels.js");
FeedforwardKernels.load()
  .then(() => TeaVM.wasmGC.load("/wasm/worker.wasm", {
    installImports(imports) {
      imports.kernels = FeedforwardKernels.exports;
    },
  }))
  .then((program) => program.exports.main([]));
