// One more thread for the kernels: an instance of their module on the same memory, which waits for its parts of their work.
"use strict";
onmessage = async ({ data: { module, memory, helper } }) => {
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  postMessage("ready");
  instance.exports.help(helper);
};
