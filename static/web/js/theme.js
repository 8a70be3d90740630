// Runs before the first paint, so that a remembered theme does not flash. Tells the page's canvases by "themechange".
(function () {
  "use strict";
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = remembered();

  function remembered() {
    try {
      const theme = localStorage.getItem("theme");
      return theme === "light" || theme === "dark" ? theme : null;
    } catch (storageForbidden) {
      return null;
    }
  }

  function remember(theme) {
    try {
      localStorage.setItem("theme", theme);
    } catch (storageForbidden) {
      // The choice then lasts as long as the page.
    }
  }

  function isDark() {
    return chosen ? chosen === "dark" : systemDark.matches;
  }

  function show() {
    root.dataset.theme = isDark() ? "dark" : "light";
    const toggle = document.querySelector("[data-role=theme-toggle]");
    if (toggle) {
      toggle.setAttribute("aria-pressed", String(isDark()));
    }
    document.dispatchEvent(new CustomEvent("themechange"));
  }

  show();
  systemDark.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", function () {
    show();
    document.querySelector("[data-role=theme-toggle]").addEventListener("click", function () {
      chosen = isDark() ? "light" : "dark";
      remember(chosen);
      show();
    });
  });
})();
