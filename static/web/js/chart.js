// Between the page's program and uPlot: builds a chart from a short description, and again when theme or width change.
(function () {
  "use strict";
  const charts = new Map();

  function token(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function axis(description) {
    return {
      label: description.label,
      labelSize: 22,
      size: description.size || 44,
      stroke: token("--ink-soft"),
      font: "13px " + token("--interface"),
      labelFont: "13px " + token("--interface"),
      grid: { stroke: token("--line"), width: 1 },
      ticks: { stroke: token("--line"), width: 1, size: 5 },
      values: description.share
        ? (chart, values) => values.map((value) => (value === null ? "" : +(value * 100).toFixed(2) + " %"))
        : (chart, values) => values.map((value) => (value === null ? "" : value.toLocaleString("en", { maximumSignificantDigits: 4 }))),
      ...(description.log ? { filter: decades } : {}),
    };
  }

  // On a log axis only 1, 2 and 5 of each decade keep their number.
  function decades(chart, values) {
    return values.map((value) => (/^[125]/.test(value.toExponential()) ? value : null));
  }

  function series(description) {
    const colour = token(description.colour);
    return {
      label: description.label,
      stroke: colour,
      width: description.width,
      dash: description.dash,
      spanGaps: true,
      paths: description.dots ? () => null : undefined,
      points: { show: Boolean(description.dots), size: description.dots, fill: colour, stroke: colour },
    };
  }

  function scale(description) {
    if (description.log) {
      return { distr: 3 };
    }
    if (description.share) {
      return { range: description.share === "wrong" ? settledErrors : settledShare };
    }
    return description.range ? { range: description.range } : {};
  }

  // Shares of right or wrong answers: once there are several, the first, mere chance, must not flatten the rest.
  function settled(chart) {
    const values = chart.data.slice(1).flatMap((column) => column.slice(column.length > 4 ? 1 : 0));
    return values.filter((value) => value !== null && value !== undefined);
  }

  function settledErrors(chart) {
    const known = settled(chart);
    const highest = known.length ? Math.max(...known) : 1;
    return [0, Math.min(1, Math.ceil(highest * 20 + 0.2) / 20)];
  }

  function settledShare(chart) {
    const known = settled(chart);
    const lowest = known.length ? Math.min(...known) : 0;
    return [Math.max(0, Math.floor(lowest * 20 - 0.2) / 20), 1];
  }

  function options(frame, description) {
    return {
      width: frame.clientWidth,
      height: frame.clientHeight,
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: false, ...(description.x.range ? { range: description.x.range } : {}) },
        y: scale(description.y),
      },
      axes: [axis(description.x), axis({ size: 62, ...description.y })],
      series: [{ label: description.x.label }, ...description.series.map(series)],
    };
  }

  function build(frame, entry) {
    if (entry.plot) {
      entry.plot.destroy();
    }
    entry.plot = new uPlot(options(frame, entry.description), entry.data, frame);
  }

  function draw(frame, description, columns) {
    const data = columns.map((column) => Array.from(column, (value) => (Number.isFinite(value) ? value : null)));
    const entry = charts.get(frame);
    if (entry) {
      entry.data = data;
      entry.plot.setData(data);
      return;
    }
    const fresh = { description, data, plot: null };
    charts.set(frame, fresh);
    build(frame, fresh);
    new ResizeObserver(() => fresh.plot.setSize({ width: frame.clientWidth, height: frame.clientHeight })).observe(frame);
  }

  document.addEventListener("themechange", () => charts.forEach((entry, frame) => build(frame, entry)));
  window.FeedforwardChart = { draw };
})();
