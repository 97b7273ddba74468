/* The page of kept examples: seen together, printed, copied, shared as one address. */
(function () {
  "use strict";
  const base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const kept = window.practiceKept;
  const rows = document.getElementById("my-list-rows");
  const count = document.getElementById("my-list-count");
  const tools = document.getElementById("my-list-tools");
  const empty = document.getElementById("my-list-empty");
  const shared = document.getElementById("my-list-shared");
  const back = document.getElementById("my-list-back");
  const disk = location.protocol === "file:";
  let shown = [];

  const named = (new URLSearchParams(location.search).get("ids") || "")
    .split(",")
    .filter((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
  const given = [...new Set(named)].slice(0, kept.MOST);
  const ids = () => (given.length ? given : kept.read());

  /* ---- what an example says of itself ---- */
  let engine = null;
  function finding() {
    if (!engine)
      engine = new Promise((done, failed) => {
        const tag = document.createElement("script");
        tag.src = base + "assets/find.js";
        tag.onload = () => done(window.practiceFinding);
        tag.onerror = failed;
        document.head.append(tag);
      });
    return engine;
  }

  /* From a disk nothing can be fetched; the finder's own files can be loaded there. */
  async function fromDisk(id) {
    const { file, example } = await finding();
    const numbers = await file("numbers");
    if (!Object.prototype.hasOwnProperty.call(numbers, id)) return null;
    const told = await example(numbers[id]);
    return { ...told, id: told.address.split("/")[1] };
  }

  /* null for an example that is gone; what fails here may work next time. */
  async function load(id) {
    if (disk) return fromDisk(id);
    const answer = await fetch(base + "api/v1/examples/" + id + ".json");
    if (answer.status === 404 || answer.status === 410) return null;
    if (!answer.ok) throw new Error(id + " could not be loaded");
    const { id: now, title, summary, organisation, period, questions } = await answer.json();
    if (!questions) return null; // a note in place of a withdrawn one
    const when = period
      ? period.from === period.to
        ? String(period.to)
        : period.from + " to " + period.to
      : "";
    return {
      id: now,
      title,
      summary,
      where: [organisation, when].filter(Boolean).join(", "),
      questions: questions.map((question) => question.ask),
    };
  }

  const home = disk
    ? document.querySelector('link[rel="canonical"]').href.replace(/my-list\/$/, "")
    : base;
  const address = (id) => home + "examples/" + id + "/";
  const page = (id) => base + "examples/" + id + "/" + (disk ? "index.html" : "");

  /* ---- drawing ---- */
  function make(tag, given, ...inside) {
    const element = Object.assign(document.createElement(tag), given);
    element.append(...inside);
    return element;
  }

  function untold(id, told) {
    const words =
      told === null
        ? ["“" + id + "” is not in the library any more. ", "Its page may say why"]
        : ["“" + id + "” could not be loaded. Look at your connection, or ", "open its page"];
    return make("p", {}, words[0], make("a", { href: page(id) }, words[1]), ".");
  }

  function row({ id, told }) {
    const remove = make(
      "button",
      { type: "button", className: "practice-keep" },
      "Take off the list",
      make("span", { className: "practice-hidden" }, ": " + (told ? told.title : id)),
    );
    remove.addEventListener("click", () => drop(id));
    const last = given.length ? [] : [remove];
    if (!told) return make("li", {}, make("div", {}, untold(id, told), ...last));
    const questions = told.questions.length
      ? [
          make(
            "ul",
            { className: "practice-asks" },
            ...told.questions.map((ask) => make("li", {}, ask)),
          ),
        ]
      : [];
    return make(
      "li",
      {},
      make(
        "div",
        {},
        make("h2", {}, make("a", { href: page(id) }, told.title)),
        make("p", {}, told.summary),
        make("p", { className: "practice-quiet" }, told.where),
        ...questions,
        ...last,
      ),
    );
  }

  /* What was taken off can come back until the page is left. */
  let before = [];
  function change(wanted) {
    before = kept.read();
    kept.write(wanted);
    back.hidden = false;
    return draw();
  }

  back.querySelector("button").addEventListener("click", () => {
    kept.write([...before, ...kept.read()]);
    back.hidden = true;
    kept.say("It is back on your list.");
    draw().then(() => count.focus());
  });

  function drop(id) {
    const at = shown.findIndex((one) => one.id === id);
    change(kept.read().filter((other) => other !== id)).then(() =>
      (
        rows.querySelectorAll("button")[Math.min(at, shown.length - 1)] || back.firstElementChild
      ).focus(),
    );
  }

  async function draw() {
    const wanted = ids();
    const found = await Promise.all(
      wanted.map(async (id) => {
        const told = await load(id).catch(() => undefined);
        return { id: (told && told.id) || id, told };
      }),
    );
    shown = found.filter((one, n) => found.findIndex(({ id }) => id === one.id) === n);
    const now = shown.map(({ id }) => id);
    if (!given.length && now.join() !== wanted.join()) kept.write(now);
    rows.replaceChildren(...shown.map(row));
    count.textContent = shown.length + (shown.length === 1 ? " example" : " examples");
    empty.hidden = shown.length > 0;
    tools.hidden = !shown.length;
    shared.hidden = !given.length;
  }

  /* ---- taking it along ---- */
  const here = () => shown.filter(({ told }) => told);
  const text = () =>
    here()
      .map(({ id, told }, n) =>
        [
          n + 1 + ". " + told.title,
          told.where,
          told.summary,
          ...told.questions.map((ask) => "- " + ask),
          address(id),
        ]
          .filter(Boolean)
          .join("\n"),
      )
      .join("\n\n") + "\n";
  const markdown = () =>
    here()
      .map(({ id, told }) =>
        [
          "## [" + told.title + "](" + address(id) + ")",
          told.where,
          told.summary,
          told.questions.map((ask) => "- " + ask).join("\n"),
        ]
          .filter(Boolean)
          .join("\n\n"),
      )
      .join("\n\n") + "\n";
  const link = () => home + "my-list/?ids=" + shown.map(({ id }) => id).join(",");

  async function copy(words, said) {
    const field = document.getElementById("my-list-copied");
    field.value = words;
    field.parentElement.hidden = false;
    try {
      await navigator.clipboard.writeText(words);
      kept.say(said);
    } catch (error) {
      field.focus();
      field.select();
      kept.say("Copying did not work by itself. The text is selected: copy it by hand.");
    }
  }

  tools.addEventListener("click", (event) => {
    const wanted = event.target.dataset.do;
    if (wanted === "print") window.print();
    if (wanted === "text") copy(text(), "Copied as text.");
    if (wanted === "markdown") copy(markdown(), "Copied as Markdown.");
    if (wanted === "share") copy(link(), "A link to this list is copied.");
    if (wanted === "clear") change([]).then(() => back.firstElementChild.focus());
  });
  shared.querySelector("button").addEventListener("click", () => {
    kept.write([...kept.read(), ...given]);
    kept.say("Kept. There are " + kept.read().length + " on your list.");
  });
  tools.querySelector("[data-do=clear]").hidden = given.length > 0;
  draw();
})();
