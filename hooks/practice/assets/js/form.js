/* The form: it puts the fields together, keeps the draft in this browser, checks when asked, and shows the example as it will look.
   Neighbours: form-fields.js draws one field, form-rules.js finds what is wrong, form-send.js sends. What checks and sends is loaded once
   somebody begins, since many who open the page only look. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { make, field, choices, schema } = form,
    KEY = "practice-draft",
    LONGEST = 8000; /* letters that an address may put into a field that has no limit of its own */
  const place = document.getElementById("practice-form");
  const state = {
    value: {},
    name: "",
    named: false,
    all: false,
    problems: [],
    looked: false,
  };
  const controls = {};
  const LATER = [
    "form-messages.js",
    "form-rules.js",
    "form-guard.js",
    "form-yaml.js",
    "form-send.js",
    "form-ids.js",
  ]; /* in the order in which they need each other */

  /* ---------- the draft ---------- */
  function keep() {
    try {
      localStorage.setItem(
        KEY,
        JSON.stringify({ value: state.value, name: state.named ? state.name : "" }),
      );
    } catch (error) {
      /* storage is off: the draft lives as long as the page */
    }
  }
  /* The draft, without what does not fit its field: other scripts and older forms write here too. */
  function kept() {
    let draft = null;
    try {
      draft = JSON.parse(localStorage.getItem(KEY));
    } catch (error) {
      /* storage is off, or holds no draft */
    }
    if (!draft || typeof draft !== "object") return {};
    const fields = Object.entries(Object(draft.value)).filter(
      ([name, value]) => schema.properties[name] && fits(schema.properties[name], value),
    );
    return {
      value: fields.length ? Object.fromEntries(fields) : undefined,
      name: typeof draft.name === "string" ? draft.name : "",
    };
  }
  function fits(about, value) {
    const own = form.bare(about);
    if (own.type === "array")
      return Array.isArray(value) && value.every((item) => fits(own.items, item));
    if (own.properties)
      return (
        Boolean(value) &&
        typeof value === "object" &&
        Object.entries(value).every(
          ([name, inner]) => own.properties[name] && fits(own.properties[name], inner),
        )
      );
    return typeof value === "string";
  }
  /* Deletes, and until something is typed or the page is left, brings back. */
  let deleted = null;
  function forget() {
    const back = deleted;
    deleted = back ? null : { value: state.value, name: state.named ? state.name : "" };
    fill(back || { value: fresh() });
    if (back) keep();
    else
      try {
        localStorage.removeItem(KEY);
      } catch (error) {
        /* there is none */
      }
    away.textContent = back ? "Delete the draft" : "Bring it back";
    keptStatus.textContent = back ? "It is back." : "Your draft is deleted.";
    uncheck();
  }
  function undoable() {
    if (!deleted) return;
    deleted = null;
    away.textContent = "Delete the draft";
    keptStatus.textContent = "";
  }
  const fresh = () => ({ added: today(), status: "published", licence: "CC-BY-4.0" });
  function fill(draft) {
    for (const [name, control] of Object.entries(controls)) control.write(draft.value[name]);
    state.named = Boolean(draft.name);
    state.name = draft.name || "";
    fit();
    read();
    preview();
  }
  /* ?themes=a,b&settings=c fills fields in. Ids that nobody knows are left out. */
  function prefilled(value) {
    for (const [field, given] of new URLSearchParams(location.search)) {
      const about = schema.properties[field],
        kind = choices.named[field];
      const known =
        kind &&
        choices.kinds[kind] &&
        new Set(
          choices.kinds[kind].flatMap((thing) => [
            thing.id,
            ...(thing.sections || []).map((section) => section.id),
          ]),
        );
      if (about && form.bare(about).type === "array" && known)
        value[field] = [
          ...new Set([...(value[field] || []), ...given.split(",").filter((id) => known.has(id))]),
        ];
      else if (about && form.bare(about).type === "string" && !value[field])
        value[field] = given.slice(0, form.bare(about).maxLength || LONGEST);
    }
    return value;
  }
  function today() {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  }

  /* ---------- what is wrong ---------- */
  function read() {
    const entries = Object.entries(controls)
      .filter(([, control]) => !control.element.hidden)
      .map(([name, control]) => [name, control.read()]);
    state.value = Object.fromEntries(
      entries.filter(
        ([, value]) =>
          !form.isEmpty(value) && (typeof value !== "object" || Object.keys(value).length),
      ),
    );
    if (!state.named) state.name = form.slug(state.value.title || "");
    nameInput.value = state.name;
  }
  /* The element at which a problem is shown: the field's own, or the nearest around it. */
  function target(path) {
    let control = controls[path[0]];
    if (path[0] === "name") return nameBox;
    if (control.item && typeof path[1] === "number") control = control.item(path[1]) || control;
    const inner = (control.controls || []).find(
      (some) => some.path[some.path.length - 1] === path[path.length - 1],
    );
    return (inner || control).element;
  }
  /* What a field that another decides on: asked for only when that has one of some values. */
  function fit() {
    for (const [path, needs] of Object.entries(choices.applies)) {
      const [[other, values]] = Object.entries(needs),
        names = path.split("."),
        element = target(names.length > 1 ? names : [path]);
      element.hidden = !values.includes(valueAt(other));
    }
    const learning = controls.learning.read();
    controls.learning_basis.element.hidden = !learning;
  }
  function valueAt(path) {
    const [first, second] = path.split("."),
      value = controls[first].read();
    return (second ? (value || {})[second] : value) || "";
  }
  const focusable = (element) =>
    element.querySelector(
      "input:not([type=hidden]), textarea, select, :scope > button.practice-button",
    );
  /* Draws every mistake. It runs when somebody asks for it, never while they type or leave a field:
     what is drawn above moves what is pressed below. */
  function check() {
    uncheck();
    state.all = true;
    state.problems = form.check(state.value, state.name);
    for (const problem of state.problems) tell(problem);
    if (!state.looked) write(lookedMistake, form.say("person-has-looked", ["looked"]));
    summarise();
    finish();
  }
  function uncheck() {
    for (const mistake of place.querySelectorAll(".practice-mistake")) {
      mistake.hidden = true;
      mistake.replaceChildren();
    }
    for (const wrong of place.querySelectorAll("[aria-invalid]"))
      wrong.removeAttribute("aria-invalid");
    state.all = false;
    state.problems = [];
    summary.hidden = true;
    status.textContent = "Not checked yet";
    document.title = document.title.replace(/^Error: /, "");
    finish();
  }
  function tell(problem) {
    const element = target(problem.path);
    write(element.querySelector(":scope > .practice-mistake"), problem);
    if (!element.matches("fieldset")) focusable(element).setAttribute("aria-invalid", "true");
  }
  function write(mistake, problem) {
    mistake.append(
      make("span", {}, make("b", { className: "practice-hidden" }, "Error: "), problem.message),
    );
    mistake.hidden = false;
  }
  function summarise() {
    const found = [...state.problems.map((problem) => [problem, target(problem.path)])];
    if (!state.looked)
      found.push([form.say("person-has-looked", ["looked"]), looked.parentElement]);
    const number = found.length;
    status.textContent = number
      ? `${number} ${number === 1 ? "thing" : "things"} to mend, when you last checked`
      : "Nothing to mend";
    summary.hidden = !number;
    if (number) document.title = `Error: ${document.title}`;
    summaryList.replaceChildren(
      ...found.map(([problem, element]) => {
        const input = focusable(element),
          link = make("a", { href: `#${input.id}` }, problem.message);
        link.addEventListener("click", (event) => {
          event.preventDefault();
          open(input);
          input.focus();
        });
        return make("li", {}, link);
      }),
    );
  }
  function open(input) {
    for (
      let around = input.closest("details");
      around;
      around = around.parentElement.closest("details")
    )
      around.open = true;
  }

  /* ---------- how it will look ---------- */
  const COMPONENTS = ["engagement", "recording", "use-of-information"];
  function swatch(families, components) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"),
      warp = families.length ? families : ["talk"];
    svg.setAttribute("viewBox", "0 0 6 6");
    svg.setAttribute("class", "practice-swatch");
    svg.setAttribute("aria-hidden", "true");
    const strokes = {};
    for (let x = 0; x < 6; x++) {
      const colour = warp[Math.floor((x * warp.length) / 6)];
      strokes[colour] = `${strokes[colour] || ""}M${x}.5 ${1 - (x % 2)}v${5 + (x % 2)}`;
    }
    for (let y = 0; y < 6; y++)
      if (components.includes(COMPONENTS[Math.floor(y / 2)]))
        strokes.weft = `${strokes.weft || ""}M${y % 2} ${y}.5h${6 - (y % 2)}`;
    for (const [colour, d] of Object.entries(strokes)) {
      const thread = document.createElementNS("http://www.w3.org/2000/svg", "path");
      thread.setAttribute("class", `t-${colour}`);
      thread.setAttribute("d", d);
      svg.append(thread);
    }
    return svg;
  }
  function where(value) {
    if (value.kind === "illustrative") return "Illustrative: made up to show a point";
    const nation =
        (choices.kinds.nation.find((term) => term.id === value.nation) || {}).title || "",
      { from, to } = value.period || {};
    const when = from && to ? (from === to ? from : `${from} to ${to}`) : "";
    return [value.place, (value.place || "").includes(nation) ? "" : nation, when]
      .filter(Boolean)
      .join(", ");
  }
  function preview() {
    const value = state.value,
      families = (value.themes || []).map(
        (id) => (choices.kinds.theme.find((theme) => theme.id === id) || {}).family || "talk",
      );
    const row = make(
      "li",
      {},
      swatch(families, value.components || []),
      make(
        "div",
        {},
        make("h3", {}, value.title || "The title"),
        make("p", {}, value.summary || "The summary"),
        make("p", { className: "practice-quiet" }, where(value)),
      ),
    );
    card.replaceChildren(row);
  }

  /* ---------- the end ---------- */
  const sending = () =>
    form.sending({
      text: form.yaml(state.value),
      name: state.name,
      title: state.value.title,
    });
  /* What may be sent is what was checked: a change afterwards takes it away until the next check. */
  function finish() {
    const ready = state.all && !state.problems.length && state.looked;
    end.hidden = !ready;
    ways.replaceChildren(ready ? sending() : "");
  }
  function changed() {
    undoable();
    fit();
    read();
    keep();
    preview();
    if (!end.hidden) uncheck();
  }
  async function finished() {
    try {
      await ready();
    } catch (error) {
      status.textContent =
        "The checks could not be loaded. Look at your connection, and try again.";
      return;
    }
    read();
    check();
    if (summary.hidden) endTitle.focus();
    else summary.focus();
  }

  /* ---------- putting it together ---------- */
  const status = make(
    "p",
    { role: "status", className: "practice-form-status" },
    "Not checked yet",
  );
  const summaryTitle = make("h2", { id: "practice-summary" }, "There is a problem"),
    summaryList = make("ul", {});
  const summary = make(
    "section",
    {
      className: "practice-problems",
      tabIndex: -1,
      hidden: true,
      "aria-labelledby": "practice-summary",
    },
    summaryTitle,
    summaryList,
  );
  const nameInput = make("input", {
    id: "f-name",
    type: "text",
    autocomplete: "off",
    spellcheck: false,
    "aria-describedby": "f-name-help f-name-error",
  });
  const nameBox = make(
    "div",
    { className: "practice-field" },
    make("label", { htmlFor: "f-name" }, "Name of the file"),
    make(
      "p",
      { id: "f-name-help", className: "practice-help" },
      "Made from the title. It is the address of the page and lasts, so keep it short: small letters, digits and hyphens.",
    ),
    make("p", { id: "f-name-error", className: "practice-mistake", hidden: true }),
    nameInput,
  );
  const away = make("button", { type: "button", className: "practice-link" }, "Delete the draft"),
    keptStatus = make("span", { role: "status" });
  const card = make("ul", { className: "practice-rows", "aria-label": "Preview" });
  const looked = make("input", {
    type: "checkbox",
    id: "f-looked",
    "aria-describedby": "f-looked-error",
  });
  const lookedMistake = make("p", {
    id: "f-looked-error",
    className: "practice-mistake",
    hidden: true,
  });
  const endTitle = make("h2", { id: "send", tabIndex: -1 }, "Ready to send"),
    ways = make("div", {});
  const end = make("section", { hidden: true, "aria-labelledby": "send" }, endTitle, ways);

  function part(about) {
    const box = make(about.id === "editors" ? "details" : "section", {
      className: "practice-part",
      "aria-labelledby": `part-${about.id}`,
    });
    const heading = make("h2", { id: `part-${about.id}` }, about.title);
    box.append(
      about.id === "editors" ? make("summary", {}, heading) : heading,
      about.lead ? make("p", {}, about.lead) : "",
    );
    for (const name of about.fields) {
      controls[name] = field([name], schema.properties[name], schema.required.includes(name));
      box.append(controls[name].element);
    }
    if (about.id === "editors") {
      box.append(nameBox);
    }
    return box;
  }
  function last() {
    const button = make(
      "button",
      { type: "button", className: "practice-button" },
      "Check and finish",
    );
    const words =
      "I read it once more as a stranger would. Nobody who uses support can be recognised in it, and I may share it under its licence.";
    button.addEventListener("click", finished);
    looked.addEventListener("change", () => {
      state.looked = looked.checked;
    });
    return make(
      "section",
      { className: "practice-part", "aria-labelledby": "part-send" },
      make("h2", { id: "part-send" }, "Before you send it"),
      make("p", {}, form.settings.limit),
      make(
        "div",
        { className: "practice-field" },
        lookedMistake,
        make("label", { className: "practice-option" }, looked, make("span", {}, words)),
      ),
      make("div", { className: "practice-buttons" }, button),
    );
  }
  function side() {
    return make(
      "aside",
      { "aria-labelledby": "preview" },
      make(
        "div",
        { className: "practice-facts" },
        make("h2", { id: "preview" }, "How it will look in a list"),
        card,
        status,
      ),
    );
  }
  /* What checks and sends, loaded once. A load that failed may be tried again. */
  let loading = null;
  function ready() {
    if (loading) return loading;
    const own = document.querySelector('script[src$="/form.js"]').getAttribute("src");
    const scripts = LATER.map((name) =>
      make("script", { src: own.replace(/form\.js$/, name), async: false }),
    );
    const loaded = scripts.map(
      (script) =>
        new Promise((done, failed) => {
          script.onload = done;
          script.onerror = failed;
        }),
    );
    document.head.append(...scripts);
    loading = Promise.all(loaded).then(() => {
      place.dataset.ready = "yes";
    });
    loading.catch(() => {
      loading = null;
    });
    return loading;
  }
  function start() {
    const body = make(
      "div",
      { className: "practice-body" },
      make(
        "p",
        { className: "practice-short-kept" },
        "Your draft is saved on this device as you type. ",
        away,
        " ",
        keptStatus,
      ),
      summary,
      ...choices.parts.map(part),
      last(),
      end,
    );
    place.append(make("div", { className: "practice-page" }, body, side()));
    const draft = kept();
    fill({ value: prefilled({ ...fresh(), ...draft.value }), name: draft.name });
    away.addEventListener("click", forget);
    place.addEventListener("input", (event) => {
      leaveAddress();
      if (event.target === nameInput) {
        state.named = Boolean(nameInput.value);
        state.name = nameInput.value.trim();
      }
      changed();
    });
    place.addEventListener("change", changed);
    place.addEventListener("focusin", () => ready().catch(() => {}));
    document.getElementById("no-script").hidden = true;
    document.getElementById("practice-by-hand").classList.add("is-ready");
    if (draft.value) ready().catch(() => {});
  }
  /* What the address gave is kept once somebody types, and can be taken out again. */
  function leaveAddress() {
    if (location.search) history.replaceState(null, "", location.pathname);
  }
  form.state = state;
  form.swatch = swatch;
  start();
})();
