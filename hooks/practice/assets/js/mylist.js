/* My list: a button to keep an example, on its page and beside it in lists. What is kept stays in this browser. */
(function () {
  "use strict";
  const KEY = "practice-kept";
  const MOST = 200; /* each is fetched for the list */
  const ADDRESS = /\/examples\/([a-z0-9-]*[a-z][a-z0-9-]*)\/(?:index\.html)?$/;

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      const known = Array.isArray(kept) ? kept.filter((id) => /^[a-z0-9-]+$/.test(id)) : [];
      return [...new Set(known)].slice(0, MOST);
    } catch (error) {
      return [];
    }
  }

  /* Whether it could be kept: some browsers are told to keep nothing. */
  function write(ids) {
    try {
      localStorage.setItem(KEY, JSON.stringify([...new Set(ids)]));
    } catch (error) {
      return false;
    }
    show();
    return true;
  }

  const status = document.createElement("p");
  status.className = "practice-hidden";
  status.setAttribute("role", "status");
  document.body.append(status);

  /* Every button and the number in the menu, brought up to date. */
  function show() {
    const kept = read();
    document.querySelectorAll("[data-kept-count]").forEach((place) => {
      place.textContent = kept.length ? " (" + kept.length + ")" : "";
    });
    document.querySelectorAll("button[data-keep]").forEach((button) => {
      const there = kept.includes(button.dataset.keep);
      button.firstChild.textContent = there ? "Take off my list" : button.dataset.words;
      button.classList.toggle("is-kept", there);
    });
  }

  function button(id, title, words) {
    const made = document.createElement("button");
    const more = document.createElement("span");
    made.type = "button";
    made.className = "practice-keep";
    made.dataset.keep = id;
    made.dataset.words = words;
    more.className = "practice-hidden";
    more.textContent = (words === "Keep" ? " on my list: " : ": ") + title;
    made.append(words, more);
    made.addEventListener("click", () => {
      const kept = read();
      const there = kept.includes(id);
      const done = write(there ? kept.filter((other) => other !== id) : [...kept, id]);
      status.textContent = !done
        ? "This browser does not allow keeping."
        : there
          ? "Taken off your list."
          : "Kept. There are " + (kept.length + 1) + " on your list.";
    });
    return made;
  }

  const idOf = (link) => (ADDRESS.exec(new URL(link.href).pathname) || [])[1];

  /* Puts a button beside each example in the lists below an element. */
  function offer(place) {
    place.querySelectorAll(".practice-rows > li").forEach((row) => {
      const link = row.querySelector("h2 a, h3 a");
      const id = link && idOf(link);
      if (id && !row.querySelector("[data-keep]"))
        (row.querySelector("p.practice-quiet") || row.lastElementChild).append(
          " ",
          button(id, link.textContent, "Keep"),
        );
    });
  }

  const head = document.querySelector(".practice-head--portrait .practice-answer");
  const own = document.querySelector('link[rel="canonical"]');
  if (head && own && idOf(own)) {
    const made = button(idOf(own), document.querySelector("h1").textContent, "Keep this example");
    made.className = "practice-button practice-button--quiet practice-keep-page";
    head.insertAdjacentElement("afterend", made);
  }
  offer(document);
  show();
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) show();
  });
  window.practiceKept = {
    MOST,
    read,
    write,
    offer: (place) => {
      offer(place);
      show();
    },
    button,
    say: (words) => {
      status.textContent = words;
    },
  };
})();
