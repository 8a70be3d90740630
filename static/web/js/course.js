// What a page of the course needs beside its lesson: the contents, with ticks for what is done. Only this browser knows them.
"use strict";
(function () {
  const KEY = "course-done";

  function done() {
    try {
      const ids = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(ids) ? ids : [];
    } catch (forbiddenOrDamaged) {
      return [];
    }
  }

  function show() {
    const ids = done();
    document.querySelectorAll("[data-lesson-link]").forEach((link) => {
      if (ids.includes(link.dataset.lessonLink) && !link.querySelector(".tick")) {
        link.insertAdjacentHTML("beforeend", '<span class="tick"><span aria-hidden="true">✓</span><span class="sr-only">(done)</span></span>');
      }
    });
  }

  // Wide screens have room for the contents beside the lesson; on narrow ones they unfold.
  const contents = document.querySelector("[data-role=contents]");
  const wide = matchMedia("(min-width: 1180px)");
  const unfold = () => contents.toggleAttribute("open", wide.matches);
  wide.addEventListener("change", unfold);
  unfold();
  show();
  const current = document.querySelector(".contents [aria-current=page]");
  if (current && wide.matches) {
    document.querySelector(".contents").scrollTop = current.offsetTop - 120;
  }

  // A formula too wide for the screen is scrolled sideways, by keyboard as well.
  const formulas = [...document.querySelectorAll("math[display=block]")];
  const reach = new ResizeObserver(() => formulas.forEach((formula) => {
    if (formula.scrollWidth > formula.clientWidth) {
      formula.setAttribute("tabindex", "0");
    } else {
      formula.removeAttribute("tabindex");
    }
  }));
  reach.observe(document.querySelector("main"));

  // Whoever has typed an answer presses Enter; the button beside it is what that means.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".exercise-row input[type=text]")) {
      event.target.closest(".exercise-row").querySelector("button").click();
    }
  });

  // An error in a lesson's program takes neither the text nor the other figures with it.
  function tell(error) {
    document.querySelector("[data-role=lesson-error-text]").textContent = error.replace(/^Uncaught /, "");
    document.querySelector("[data-role=lesson-error]").hidden = false;
  }
  addEventListener("error", (event) => tell(event.message));
  addEventListener("unhandledrejection", (event) => tell(String(event.reason?.message ?? event.reason)));
  document.querySelector("[data-role=lesson-restart]").addEventListener("click", () => location.assign(location.pathname));

  window.FeedforwardCourse = {
    done(id) {
      if (!done().includes(id)) {
        try {
          localStorage.setItem(KEY, JSON.stringify([...done(), id]));
        } catch (storageForbidden) {
          return;
        }
        show();
      }
    },
  };
})();
