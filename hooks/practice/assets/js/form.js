/* The long form: it puts the fields together in steps, keeps the draft on this device, and checks on Continue.
   Neighbours: form-fields.js draws one field, form-given.js what it begins with, form-steps.js leads from step to step, form-states.js says how far each is,
   form-rules.js finds what is wrong, form-send.js sends. What checks and sends is loaded once somebody begins, since many who open the page only look. */
(function () {
  "use strict";
  if (document.documentElement.classList.contains("practice-broken"))
    return; /* a neighbour did not load: the page says how else to send */
  const form = window.practiceForm,
    { make, field, choices, schema, focusable, stepName } = form;
  const byId = (id) => document.getElementById(id),
    place = byId("practice-form"),
    looked = byId("f-looked"),
    status = byId("long-checked");
  const state = { value: {}, name: "", named: false, passed: [], checked: false };
  const controls = {};
  const LATER = [
    "form-messages.js",
    "form-patterns.js",
    "form-rules.js",
    "form-guard.js",
    "form-yaml.js",
    "form-send.js",
    "form-answers.js",
    "form-preview.js",
    "form-states.js",
    "form-ids.js",
  ];

  /* The steps to which the list leads are drawn here. */
  for (const link of place.querySelectorAll("a[data-to]")) link.href = `#${link.dataset.to}`;
  byId("long-list").open = window.matchMedia("(min-width: 60em)").matches;

  /* ---------- what was typed ---------- */
  function fill(draft) {
    for (const [name, control] of Object.entries(controls)) control.write(draft.value[name]);
    state.named = Boolean(draft.name);
    state.name = draft.name || "";
    state.passed = draft.passed || [];
    fit();
    read();
  }
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
  /* What a field that another decides on: asked for only when that has one of some values. */
  function fit() {
    for (const [path, needs] of Object.entries(choices.applies)) {
      const [[other, values]] = Object.entries(needs);
      target(path.split(".")).hidden = !values.includes(valueAt(other));
    }
    controls.learning_basis.element.hidden = !controls.learning.read();
  }
  function valueAt(path) {
    const [first, second] = path.split("."),
      value = controls[first].read();
    return (second ? (value || {})[second] : value) || "";
  }
  function changed(event) {
    if (event.target === looked) return;
    /* What the address gave is kept once somebody types, and can be taken out again. */
    if (location.search) history.replaceState(null, "", location.pathname + location.hash);
    if (event.target === nameInput) {
      state.named = Boolean(nameInput.value);
      state.name = nameInput.value.trim();
    }
    fit();
    read();
    state.checked = false;
    status.textContent = "Not checked yet";
    keeping.typed();
    draw();
  }

  /* ---------- what is wrong ---------- */
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
  const isMissing = (path) =>
    form.isEmpty(path.reduce((value, part) => Object(value)[part], state.value));
  /* Every problem with its element, its words, and whether it only waits for an answer. */
  const problems = () =>
    form
      .check(state.value, state.name)
      .map(({ path, message }) => [target(path), message, path[0] !== "name" && isMissing(path)]);
  async function faults(step) {
    const last = stepName(step) === "check";
    try {
      await ready();
    } catch (error) {
      status.hidden = false;
      status.textContent =
        "The checks could not be loaded. Look at your connection, and try again.";
      return null;
    }
    read();
    const found = problems().filter(([element]) => last || step.contains(element));
    if (last && !looked.checked)
      found.push([
        looked.closest(".practice-field"),
        form.say("person-has-looked", ["looked"]).message,
      ]);
    if (last) finish(found.length);
    return found;
  }
  /* What may be sent is what was checked: a change afterwards takes it away until the next check. */
  function finish(number) {
    state.checked = !number;
    const things = number === 1 ? "thing" : "things";
    status.textContent = number
      ? `${number} ${things} to mend, when you last checked`
      : "Nothing to mend";
  }
  /* What checks and sends, loaded once. A load that failed may be tried again. */
  let loading = null;
  function ready() {
    if (loading) return loading;
    loading = form.load(LATER).then(() => {
      place.dataset.ready = "yes";
      draw();
      if (stepName(way.now()) === "check") shown(way.now());
    });
    loading.catch(() => {
      loading = null;
    });
    return loading;
  }

  /* ---------- the steps ---------- */
  function draw() {
    if (!place.dataset.ready) return;
    const found = problems();
    byId("long-card").replaceChildren(form.preview(state.value));
    const asks = form.asks(state.value);
    form.drawAsks(
      byId("long-asks"),
      asks.map(({ path, message }) => `${form.label(path[0])}: ${message}`),
    );
    form.drawStates({ way, state, found });
  }
  /* A row for each answer, for each that is missing, and for a step without any. What the form fills in for editors is none. */
  const FOR_EDITORS = ["added", "status"];
  function rows(about) {
    const step = way.stepOf(about.id),
      missing = new Set(problems().map(([element]) => element));
    const asked = about.fields.filter(
      (name) =>
        !controls[name].element.hidden &&
        (missing.has(controls[name].element) || (state.value[name] && !FOR_EDITORS.includes(name))),
    );
    const nothing = { asked: about.title, lines: ["Nothing"], step };
    const row = (name) => ({
      asked: form.label(name),
      lines: state.value[name] ? form.inWords(name, state.value[name]) : ["Not answered yet"],
      step,
      input: focusable(controls[name].element),
    });
    return { heading: about.title, rows: asked.length ? asked.map(row) : [nothing] };
  }
  const sending = () =>
    form.sending({ text: form.yaml(state.value), name: state.name, title: state.value.title });
  function shown(step) {
    const name = stepName(step);
    byId("practice-by-hand").hidden = step !== way.steps[0];
    status.hidden = name !== "check";
    if (name === "check" && place.dataset.ready) way.answers(choices.parts.map(rows));
    else if (name === "check") ready().catch(() => {});
    if (name === "send") byId("long-ways").replaceChildren(sending());
    draw();
  }
  function passed(step) {
    state.passed = [...new Set([...state.passed, stepName(step)])];
    keeping.keep();
  }

  /* ---------- putting it together ---------- */
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
  function build(about) {
    const step = make(
      "div",
      { className: "practice-step", "data-step": about.id, hidden: true },
      make("h1", { className: "practice-question", tabIndex: -1 }, about.title),
      about.lead ? make("p", {}, about.lead) : "",
    );
    for (const name of about.fields) {
      controls[name] = field([name], schema.properties[name], schema.required.includes(name));
      step.append(controls[name].element);
    }
    return step;
  }
  const built = choices.parts.map(build),
    editors = built.pop();
  byId("long-begin").before(...built);
  byId("long-lead").className = "";
  built[0].querySelector("h1").after(byId("long-lead"));
  byId("long-begin").remove();
  editors.dataset.beside = "check";
  editors.append(nameBox);
  byId("long-on").before(editors);

  const keeping = form.keeping({
    key: "practice-draft",
    name: "long",
    read: () => ({
      value: state.value,
      name: state.named ? state.name : "",
      passed: state.passed,
    }),
    write: (draft) => fill({ ...draft, value: draft.value || form.fresh() }),
    after: () => {
      way.clear();
      shown(way.now());
    },
  });
  const way = form.steps({
    place,
    name: "long",
    faults,
    instead: (step) => (stepName(step) === "send" && !state.checked ? way.stepOf("check") : null),
    shown,
    passed,
  });
  const draft = form.sound(keeping.kept());
  fill({ ...draft, value: form.prefilled({ ...form.fresh(), ...draft.value }) });
  place.addEventListener("input", changed);
  place.addEventListener("change", changed);
  place.addEventListener("focusin", () => ready().catch(() => {}));
  byId("no-script").hidden = true;
  byId("practice-by-hand").classList.add("is-ready");
  form.state = state;
  way.show(false);
  if (draft.value || location.search || location.hash) ready().catch(() => {});
})();
