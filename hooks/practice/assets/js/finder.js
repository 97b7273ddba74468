/* The finder: what is asked for stands in the address, so that a list can be linked, and Back works.
   This part reads and writes the address and listens. All else is loaded when a reader first asks for something. */
(function () {
  "use strict";
  const base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const search = document.getElementById("finder");
  const narrow = document.getElementById("finder-narrow");
  const field = search.elements.q;
  const harm = document.getElementById("finder-harm");
  const names = [...narrow.querySelectorAll("[data-facet]")].map((part) => part.dataset.facet);
  const PARTS = ["find.js", "finder-draw.js"];
  const title = document.title;
  let shared = null;
  let latest = 0;
  let answered = null; /* the address for which it was run last */

  /* ---- the address ---- */

  /* Mail programs and people add spaces and capitals: “Carers ” is carers. */
  const slug = (id) => id.trim().toLowerCase().replace(/\s+/g, "-");

  const SORTS = ["newest", "evidence"];
  const LONGEST = 500; /* letters of a question, and */
  const MOST = 100; /* choices of one sort: an address may hold any number */

  function read() {
    const given = new URLSearchParams(location.search);
    const state = {
      q: (given.get("q") || "").slice(0, LONGEST).trim(),
      chosen: {},
      all: [],
      sort: SORTS.includes(given.get("sort")) ? given.get("sort") : "",
    };
    for (const name of names) {
      const ids = [...new Set(given.getAll(name).slice(0, MOST).map(slug).filter(Boolean))];
      if (ids.length) state.chosen[name] = ids;
    }
    state.all = [...new Set(given.getAll("all"))].filter(
      (name) => (state.chosen[name] || []).length > 1,
    );
    return state;
  }

  function address(state) {
    const asked = new URLSearchParams();
    if (state.q) asked.set("q", state.q);
    for (const name of names) for (const id of state.chosen[name] || []) asked.append(name, id);
    for (const name of state.all)
      if ((state.chosen[name] || []).length > 1) asked.append("all", name);
    if (state.sort) asked.set("sort", state.sort);
    const query = asked.toString();
    return location.pathname + (query ? "?" + query : "");
  }

  /* Who asks the same again is answered again: aloud, and after a load that failed. */
  function go(state) {
    if (address(state) !== location.pathname + location.search)
      history.pushState(null, "", address(state));
    run();
  }

  /* ---- loading ---- */
  function script(name) {
    return new Promise((done, failed) => {
      const tag = document.createElement("script");
      tag.src = base + "assets/" + name;
      tag.async = false;
      tag.onload = done;
      tag.onerror = () => failed(new Error(name + " could not be loaded"));
      document.head.append(tag);
    });
  }

  /* Everything that answers, loaded once. A load that failed may be tried again. */
  function ready() {
    if (!shared) {
      window.practiceFinder = { address, go, href, warnOfHarm };
      shared = Promise.all(PARTS.map(script)).then(() => window.practiceFinder);
      shared.catch(() => {
        shared = null;
      });
    }
    return shared;
  }

  /* An address of the site as a link from here: from a disk, folders have no page of their own. */
  function href(place) {
    const [, path, rest] = /^([^?#]*)(.*)$/.exec(place);
    return (
      base +
      path +
      (location.protocol === "file:" && /(^|\/)$/.test(path) ? "index.html" : "") +
      rest
    );
  }

  /* ---- running ---- */
  function speaksOfHarm(question) {
    const plain = question.replace(/['‘’ʼ`´]/g, "").replace(/[-‐‑–—\s]+/g, " ");
    return new RegExp("\\b(?:" + harm.dataset.words + ")\\b", "i").test(plain);
  }

  /* For a question that speaks of harm once its spelling is corrected. */
  function warnOfHarm(question) {
    if (speaksOfHarm(question)) harm.hidden = false;
  }

  async function run() {
    const turn = ++latest;
    answered = location.pathname + location.search;
    const state = read();
    if (document.activeElement !== field) field.value = state.q;
    harm.hidden = !speaksOfHarm(state.q);
    document.title = state.q ? "“" + state.q + "”: " + title : title;
    const asked = state.q || Object.keys(state.chosen).length || state.sort;
    document.documentElement.classList.toggle("practice-asked", Boolean(asked));
    if (!asked && !shared) return;
    try {
      const finder = await ready();
      await finder.answer(state, () => turn === latest);
    } catch (error) {
      if (turn === latest) unanswered(error);
    }
  }

  /* What answers could not be loaded. Asking again loads it again. */
  function unanswered(error) {
    document.documentElement.classList.remove("practice-asked");
    document.getElementById("finder-count").textContent =
      "The finder could not be loaded. The lists of themes, settings and roles work without it.";
    console.error(error);
  }

  search.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ ...read(), q: field.value.slice(0, LONGEST).trim(), sort: "" });
  });
  field.addEventListener(
    "input",
    () =>
      ready()
        .then((finder) => finder.warm())
        .catch(() => {}),
    { once: true },
  );
  narrow.addEventListener("submit", (event) => {
    event.preventDefault();
    document.getElementById("finder-all").open = matchMedia("(min-width: 48em)").matches;
    document.getElementById("finder-count").focus();
  });
  narrow.addEventListener(
    "toggle",
    (event) => {
      if (event.target.open && event.target.dataset.facet)
        ready()
          .then((finder) => finder.fill(read()))
          .catch(unanswered);
    },
    true,
  );
  narrow.addEventListener("change", (event) => {
    const { name, value, checked } = event.target;
    const state = read();
    if (name === "all")
      state.all = state.all.filter((other) => other !== value).concat(checked ? value : []);
    else
      state.chosen[name] = (state.chosen[name] || [])
        .filter((id) => id !== value)
        .concat(checked ? value : []);
    go(state);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-finder]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    run();
  });
  window.addEventListener("popstate", () => {
    if (location.pathname + location.search === answered) return; /* to a place on the page */
    field.value = read().q;
    run();
  });

  if (matchMedia("(min-width: 48em)").matches) document.getElementById("finder-all").open = true;
  run();
})();
