/* The short form: one question to a step, and the answers on this device.
   Neighbours: form-steps.js leads from step to step, short-draft.js makes the file, form-guard.js looks for personal data, form-send.js sends. */
(function () {
  "use strict";
  if (document.documentElement.classList.contains("practice-broken"))
    return; /* a neighbour did not load: the page says how else to send */
  const form = window.practiceForm,
    { slug, stepName, question, focusable } = form,
    LONG_FORM = "practice-draft";
  const byId = (id) => document.getElementById(id),
    place = byId("practice-short");

  /* ---------- the answers ---------- */
  const boxes = () => [...place.elements].filter((box) => box.name);
  function read() {
    const answers = {};
    for (const box of boxes()) {
      if (box.type === "checkbox") {
        if (box.checked) answers[box.name] = [...(answers[box.name] || []), box.value];
      } else if (box.type !== "radio" || box.checked) answers[box.name] = box.value;
    }
    return answers;
  }
  function write(answers) {
    for (const box of boxes()) {
      const answer = answers[box.name];
      if (box.type === "checkbox")
        box.checked = Array.isArray(answer) && answer.includes(box.value);
      else if (box.type === "radio") box.checked = answer === box.value;
      else box.value = typeof answer === "string" ? answer : "";
    }
  }
  const answersOf = (step) => [...step.querySelectorAll("[data-answer]")];
  function faults(step) {
    const answers = read(),
      found = [];
    for (const part of answersOf(step)) {
      const name = part.dataset.answer,
        answer = answers[name] || "";
      if (part.dataset.needed && form.isBlank(answer)) found.push([part, part.dataset.needed]);
      else if (name !== "contact" && typeof answer === "string")
        for (const { message } of form.personal(name, answer)) found.push([part, message]);
    }
    return found;
  }

  /* ---------- the answers in words ---------- */
  function inWords(part) {
    const chosen = [...part.querySelectorAll("input:checked")].map((box) =>
      box.parentElement.textContent.trim(),
    );
    const box = focusable(part),
      { empty } = part.dataset;
    if (part.matches(".practice-across")) return chosen.join(", ") || empty;
    return box.matches("select")
      ? (box.selectedOptions[0] || box.options[0]).text
      : box.value.trim() || empty;
  }
  const labelOf = (part) => part.querySelector("label, legend").textContent.trim();
  const asLead = (part) => labelOf(part).replace(/[^?]$/, "$&:");
  function rows() {
    return asked.map((step) => {
      const parts = answersOf(step);
      const lines = parts.map((part) => {
        const words = inWords(part);
        return parts.length > 1 ? `${asLead(part)} ${words}` : words;
      });
      return { asked: question(step), lines, step };
    });
  }
  function ways() {
    const answers = read(),
      words = form.draft(answers).what_they_did.split(/\s+/),
      name = slug(`draft ${words.slice(0, 7).join(" ")}`) || "draft";
    const said = answersOf(way.stepOf("people")).map((part) => `${labelOf(part)} ${inWords(part)}`);
    const contact = (answers.contact || "").trim();
    return form.sending({
      text: form.draftFile(answers, said),
      name,
      title: `${words.slice(0, 9).join(" ")} …`,
      letter: contact ? `You can reach me: ${contact}\n\n` : "",
    });
  }
  /* What the patterns of the guard find. They are heavy, so they come with the last question. */
  let coming = null;
  function patterns() {
    coming = coming || form.load(["form-patterns.js"]);
    coming.catch(() => {
      coming = null;
    });
    return coming;
  }
  function look() {
    const value = form.draft(read()),
      stepOf = (name) => asked.find((step) => step.querySelector(`[data-answer="${name}"]`));
    const asks = [...form.guard(value), ...form.asks(value)].filter(({ path }) => stepOf(path[0]));
    form.drawAsks(
      byId("short-asks"),
      asks.map(({ path, message }) => `${question(stepOf(path[0]))} ${message}`),
    );
    const things = asks.length === 1 ? "1 thing" : `${asks.length} things`;
    byId("short-told").textContent = asks.length ? `${things} to look at before you send it` : "";
  }
  function shown(step) {
    if (step === asked.slice(-1)[0]) patterns().catch(() => {});
    if (stepName(step) === "check") {
      way.answers([{ rows: rows() }]);
      patterns().then(look, () => {}); /* without them an editor finds the same */
    }
    if (stepName(step) === "send") byId("short-ways").replaceChildren(ways());
  }
  function deleted() {
    way.clear();
    if (stepName(way.now()) === "check") shown(way.now());
    if (stepName(way.now()) === "send") location.hash = stepName(asked[0]);
  }
  /* What was answered goes along. It fills what is empty in a longer draft, and changes nothing there. */
  function more() {
    try {
      const longer = Object(JSON.parse(localStorage.getItem(LONG_FORM)));
      const value = { ...form.draft(read()), status: "published", ...Object(longer.value) };
      localStorage.setItem(LONG_FORM, JSON.stringify({ name: "", ...longer, value }));
    } catch (error) {
      /* storage is off, or holds something else: the long form begins as it is */
    }
  }

  const keeping = form.keeping({
    key: "practice-short",
    name: "short",
    read,
    write,
    after: deleted,
  });
  const way = form.steps({
    place,
    name: "short",
    faults,
    instead: (step) =>
      asked.includes(step) ? null : asked.find((one) => faults(one).length) || null,
    shown,
    passed: () => {},
  });
  const asked = way.steps.slice(0, -2);
  byId("practice-by-hand").remove();
  write(keeping.kept());
  place.addEventListener("input", keeping.typed);
  byId("short-more").addEventListener("click", more);
  way.show(false);
})();
