/* The reflection sheet: kept in this browser only, to print, to copy or to save. */
(function () {
  "use strict";
  const base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const share = window.practiceShare;
  const KEY = "practice-sheet:";
  const disk = location.protocol === "file:";
  const asked = new URLSearchParams(location.search).get("of") || "";
  const of = /^(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/.test(asked) ? asked : "";
  const sheet = document.getElementById("sheet");
  const fields = [...sheet.querySelectorAll(".practice-sheet-field :is(input, textarea)")];
  const status = document.getElementById("sheet-kept");
  const home = document.querySelector('link[rel="canonical"]').href.replace(/reflect\/$/, "");

  /* ---- keeping ---- */
  function kept(place) {
    try {
      return JSON.parse(localStorage.getItem(KEY + place)) || {};
    } catch (error) {
      return {};
    }
  }

  const written = () =>
    Object.fromEntries(
      fields.filter((field) => field.value).map((field) => [field.id, field.value]),
    );

  /* Said once: the same words again would be read out at every letter. */
  function say(words) {
    if (status.textContent !== words) status.textContent = words;
  }

  function keep() {
    const told = written();
    try {
      if (Object.keys(told).length) localStorage.setItem(KEY + of, JSON.stringify(told));
      else localStorage.removeItem(KEY + of);
      say("Kept in this browser.");
    } catch (error) {
      say("This browser keeps nothing. Print, copy or save the sheet before you close the page.");
    }
  }

  function others() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(KEY) && key !== KEY + of)
        .map((key) => key.slice(KEY.length))
        .sort();
    } catch (error) {
      return [];
    }
  }

  /* ---- what it is about ---- */
  function page(place) {
    return base + (disk ? place.replace(/\/(#|$)/, "/index.html$1") : place);
  }

  async function about() {
    const place = document.getElementById("sheet-about");
    const link = place.querySelector("a");
    link.href = page(of);
    link.textContent = of;
    place.hidden = false;
    const read = document.getElementById("sheet-read");
    const title = await named(of);
    if (!title) return;
    link.textContent = title;
    if (!read.value) read.value = title;
  }

  /* The heading of a page; pages on a disk may not be read by others. */
  async function named(place) {
    if (disk) return "";
    try {
      const answer = await fetch(page(place.split("#")[0]));
      const heading =
        answer.ok &&
        new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("h1");
      return heading ? heading.textContent.trim() : "";
    } catch (error) {
      return "";
    }
  }

  /* ---- taking it along ---- */
  function text() {
    const label = (field) =>
      (field.closest("fieldset")
        ? field.closest("fieldset").querySelector("legend").textContent + ": "
        : "") + sheet.querySelector('label[for="' + field.id + '"]').textContent;
    const lines = fields.map((field) => label(field) + "\n" + field.value.trim() + "\n");
    return [document.querySelector("h1").textContent, of ? home + of : "", "", ...lines].join("\n");
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text()], { type: "text/plain" }));
    link.download =
      "what-i-learned" +
      (of
        ? "-" +
          of
            .replace(/\/?(#.*)?$/, "")
            .split("/")
            .pop()
        : "") +
      ".txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /* What was cleared can come back until something else is written or the page is left. */
  let before = null;
  const back = sheet.querySelector("[data-sheet=back]");

  function clear() {
    before = written();
    for (const field of fields) field.value = "";
    keep();
    back.hidden = false;
    back.focus();
    say("The sheet is empty, and nothing of it is kept.");
  }

  function bringBack() {
    for (const field of fields) field.value = before[field.id] || "";
    keep();
    back.hidden = true;
    fields[0].focus();
    say("What you wrote is back.");
  }

  const ACTIONS = {
    print: () => window.print(),
    copy: () => share.copy(text(), "The sheet is copied."),
    save,
    clear,
    back: bringBack,
  };
  sheet.addEventListener("click", (event) => {
    if (event.target.dataset.sheet) ACTIONS[event.target.dataset.sheet]();
  });
  sheet.addEventListener("input", () => {
    back.hidden = true;
    keep();
  });
  /* On paper a box is as high as what stands in it, by the style sheet where a browser knows how. */
  if (!CSS.supports("field-sizing", "content"))
    window.addEventListener("beforeprint", () =>
      fields.forEach((field) => {
        if (field.value && field.rows) field.style.height = field.scrollHeight + 4 + "px";
      }),
    );
  window.addEventListener("afterprint", () =>
    fields.forEach((field) => {
      field.style.height = "";
    }),
  );

  const told = kept(of);
  for (const field of fields) field.value = told[field.id] || "";
  if (of) about();
  const list = document.getElementById("sheets");
  list.hidden = !others().length;
  list.querySelector("ul").append(
    ...others().map((place) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = location.pathname + (place ? "?of=" + encodeURIComponent(place) : "");
      link.textContent = kept(place)["sheet-read"] || place || "A sheet about no page";
      item.append(link);
      return item;
    }),
  );
})();
