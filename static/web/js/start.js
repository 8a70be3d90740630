// Starts the page's program; what it needs and this browser lacks is said in words.
(function () {
  "use strict";

  function fail(reason) {
    document.querySelector("[data-role=boot-error-text]").textContent = reason;
    document.querySelector("[data-role=boot-error]").hidden = false;
    const badge = document.querySelector("[data-role=device-badge]");
    badge.dataset.state = "failed";
    document.querySelector("[data-role=device-name]").textContent = "not started";
    document.querySelector("[data-role=draw]").dataset.state = "failed";
    document.querySelector("[data-role=draw-status]").textContent = "The network is not running.";
  }

  // A module with one struct type: only an engine with garbage-collected types accepts it.
  const structType = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 0x5f, 0]);

  if (typeof WebAssembly !== "object" || !WebAssembly.validate(structType)) {
    fail("It needs WebAssembly with garbage collection: Chrome or Edge 119, Firefox 120, Safari 18.2, or newer.");
  } else if (typeof TeaVM === "undefined") {
    fail("Its program did not arrive from the server; reload the page.");
  } else {
    TeaVM.wasmGC
      .load("/wasm/page.wasm")
      .then(function (program) {
        program.exports.main([]);
      })
      .catch(function (error) {
        fail(String(error && error.message ? error.message : error));
      });
  }
})();
