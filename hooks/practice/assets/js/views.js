/* Two views of a session: the learners' without what is meant for the trainer, the trainer's with every note open. The address holds the choice. */
(function () {
  "use strict";
  const root = document.documentElement;
  const links = [...document.querySelectorAll("[data-view]")];

  function show(view) {
    root.dataset.practiceView = view;
    for (const note of document.querySelectorAll(".practice-trainer"))
      note.open = view === "trainer";
    for (const link of links) {
      if (link.dataset.view === view) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  const chosen = () => new URLSearchParams(location.search).get("view");
  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.pushState(null, "", link.href);
      show(link.dataset.view);
    });
  }
  window.addEventListener("popstate", () => show(chosen() || ""));
  if (chosen()) show(chosen());
})();
