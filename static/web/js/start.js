// Starts the page's program; what it needs and this browser lacks is said in words.
(function () {
  "use strict";

  function fail(reason) {
    document.querySelector("[data-role=boot-error-text]").textContent = reason;
    document.querySelector("[data-role=boot-error]").hidden = false;
    const badge = document.querySelector("[data-role=device-badge]");
    badge.dataset.state = "failed";
    document.querySelector("[data-role=device-name]").textContent = "not started";
    document.querySelectorAll("[data-role=draw], [data-role=bench], [data-role=bench-result]").forEach((part) => {
      part.dataset.state = "failed";
    });
    document.querySelectorAll("[data-role=draw-status]").forEach((status) => {
      status.textContent = "The network is not running.";
    });
  }

  // The newest that TeaVM's programs and our style sheets use. The browsers had all of it by the versions named below:
  // try_table in Chrome 137, Firefox 131, Safari 18.4; struct types, light-dark() and @property in earlier ones.
  const structTypeAndTryTable = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0,
    1, 6, 2, 0x5f, 0, 0x60, 0, 0, // types: struct {}, () -> ()
    3, 2, 1, 1, // one function, of the second type
    10, 8, 1, 6, 0, 0x1f, 0x40, 0, 0x0b, 0x0b, // try_table end, end
  ]);
  const hasPrograms = typeof WebAssembly === "object" && WebAssembly.validate(structTypeAndTryTable);
  const hasColours = CSS.supports("color", "light-dark(#000, #fff)") && typeof CSSPropertyRule === "function";

  if (!hasPrograms || !hasColours) {
    fail("It needs a newer browser: Chrome or Edge 137, Firefox 131, Safari 18.4, or a later one.");
  } else if (typeof TeaVM === "undefined") {
    fail("Its program did not arrive from the server; reload the page.");
  } else {
    TeaVM.wasmGC
      .load("/wasm/" + document.documentElement.dataset.program + ".wasm")
      .then(function (program) {
        program.exports.main([]);
      })
      .catch(function (error) {
        fail(String(error && error.message ? error.message : error));
      });
  }
})();
