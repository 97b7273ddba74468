/* The list of the long form's steps: how far each is, and a way to the first answer that is missing. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { make, stepName, focusable } = form;
  const byId = (id) => document.getElementById(id),
    list = byId("long-list"),
    links = [...list.querySelectorAll("li > a")],
    next = byId("long-next"),
    wide = window.matchMedia("(min-width: 60em)");
  const STATES = {
    none: "not begun",
    optional: "optional",
    begun: "begun",
    wrong: "something to mend",
    done: "done",
    wait: "not yet",
    ready: "ready",
  };
  let open = null /* how to go to the first problem */,
    shown = null;

  function stateOf(step, here, { way, state, found }) {
    const id = stepName(step),
      passed = state.passed.includes(id),
      away = step !== way.now();
    if (id === "check") return found.length ? "wait" : "ready";
    const { fields } = form.choices.parts.find((part) => part.id === id),
      given = { ...form.fresh(), added: state.value.added } /* the day that it was begun */,
      begun = fields.some(
        (name) => !form.isEmpty(state.value[name]) && state.value[name] !== given[name],
      ),
      wrong = here.some(([, , missing]) => !missing);
    if (here.length && (passed || (wrong && away))) return "wrong";
    if (here.length || (begun && !away && !passed)) return begun ? "begun" : "none";
    return begun || passed ? "done" : "optional";
  }
  /* `found` are the problems: element, words, and whether an answer is only missing. */
  form.drawStates = function ({ way, state, found }) {
    open = null;
    for (const link of links) {
      const step = way.stepOf(link.hash.slice(1)),
        here = found.filter(([element]) => step.contains(element)),
        name = stateOf(step, here, { way, state, found });
      link.lastElementChild.textContent = STATES[name];
      link.lastElementChild.className = `practice-quiet practice-state--${name}`;
      if (step === way.now()) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
      if (here.length && !open) open = () => way.go(step, focusable(here[0][0]));
    }
    next.hidden = !open;
    if (shown !== way.now()) list.open = wide.matches;
    shown = way.now();
  };
  next.addEventListener("click", () => open());
  /* The preview stands below the step on a narrow screen. */
  byId("long-look").addEventListener("click", (event) => {
    event.preventDefault();
    byId("preview").focus();
  });
})();
