// One more thread for the kernels: an instance of their module on the same memory, which waits for its parts of their work.
"use strict";
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  reportError(event.reason);
});
importScripts("/js/kernels.js");
onmessage = ({ data }) => FeedforwardKernels.help(data);
