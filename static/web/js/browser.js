// The few things the programs want of a browser that Java cannot say. feedforward.browser.Script declares them.
"use strict";

// A page of `?cores=1` computes on one core only, for comparison.
const cores = new URLSearchParams(location.search).get("cores");

globalThis.FeedforwardScript = {
  startWorker: () => new Worker("/js/worker.js" + (cores === null ? "" : "?cores=" + encodeURIComponent(cores))),

  get: (url) => fetch(url),

  send: (method, url, contentType, body) => fetch(url, { method, headers: { "Content-Type": contentType }, body }),

  /** The answer's lines as they come, and its end: whether it came to one, broke off, or never came, its lines tell. */
  postForLines(url, json, line, end) {
    const stop = new AbortController();
    async function read() {
      const response = await fetch(url, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: json, signal: stop.signal,
      });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        const lines = (rest + piece.value).split("\n");
        rest = lines.pop();
        lines.forEach((each) => line(each));
      }
      if (rest) {
        line(rest);
      }
    }
    read().catch(() => {}).then(() => end());
    return stop;
  },

  textMessage: (type, run, text) => ({ type, run, text }),

  payloadMessage: (type, run, payload) => ({ type, run, payload }),

  decode(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  },

  pageIsHidden: () => document.hidden,

  replaceQuery: (query) => history.replaceState(null, "", query + location.hash),

  styleToken: (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(),

  copyOfTemplate: (template) => template.content.firstElementChild.cloneNode(true),

  bytesOf: (array) => new Uint8ClampedArray(array.buffer, array.byteOffset, array.length),

  /** An error event without a message: the worker's script did not arrive. */
  listenToBreakdown(worker, breakdown) {
    worker.addEventListener("error", (event) =>
      breakdown((event.message || "its program did not arrive").replace(/^Uncaught (Error: )?/, "")));
  },

  /** Hears of one stroke at a time, with all the places that mouse, finger or pen gave, in units of the element. */
  listenToPen(element, down, move, up) {
    let pointer = null;
    function tell(place, event) {
      const box = element.getBoundingClientRect();
      place((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }
    function end(event) {
      if (event.pointerId === pointer) {
        pointer = null;
        up();
      }
    }
    element.addEventListener("pointerdown", (event) => {
      if (pointer === null && event.button === 0) {
        pointer = event.pointerId;
        element.setPointerCapture(pointer);
        tell(down, event);
      }
    });
    element.addEventListener("pointermove", (event) => {
      if (event.pointerId === pointer) {
        const events = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
        (events.length ? events : [event]).forEach((each) => tell(move, each));
      }
    });
    element.addEventListener("pointerup", end);
    element.addEventListener("pointercancel", end);
  },

  listenToWidth(element, changed) {
    let width = element.clientWidth;
    new ResizeObserver(() => {
      if (element.clientWidth !== width) {
        width = element.clientWidth;
        // In the next frame: what changes sizes inside an observer's callback is reported as an error.
        requestAnimationFrame(() => changed());
      }
    }).observe(element);
  },

  /** Reads each file the visitor chooses; the field is emptied, so that the same file can be chosen again. */
  listenToFile(field, largest, arrival, refusal) {
    const megabytes = (bytes) => Math.ceil(bytes / 2 ** 20) + " MB";
    field.addEventListener("change", async () => {
      const file = field.files[0];
      if (!file) {
        return;
      }
      if (file.size > largest) {
        field.value = "";
        refusal(file.name, `expected at most ${megabytes(largest)} but was ${megabytes(file.size)}`);
        return;
      }
      let bytes;
      try {
        bytes = new Int8Array(await file.arrayBuffer());
      } catch (unreadable) {
        refusal(file.name, `the file could not be read (${unreadable.message}); choose it again`);
        return;
      } finally {
        field.value = "";
      }
      arrival(file.name, bytes);
    });
  },

  keepFocus() {
    const usable = (element) => element.getClientRects().length > 0 && !element.disabled;
    const lost = document.activeElement;
    let around = usable(lost) ? null : lost.parentElement;
    while (around) {
      const next = [...around.querySelectorAll("button, input, [tabindex='0']")].find(usable);
      if (next) {
        next.focus({ preventScroll: true });
        return;
      }
      around = around.parentElement;
    }
  },

  closest: (element, selector) => element.closest(selector),

  save(bytes, name) {
    const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
    this.download(url, name);
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  },

  download(url, name) {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  },

  copyText(element, copied) {
    const select = () => {
      getSelection().selectAllChildren(element);
      copied(false);
    };
    // Only where the page is served from this machine or by TLS is there a clipboard.
    if (navigator.clipboard) {
      navigator.clipboard.writeText(element.textContent).then(() => copied(true), select);
    } else {
      select();
    }
  },

  drawChart: (frame, options, columns) => FeedforwardChart.draw(frame, JSON.parse(options), columns),
};
