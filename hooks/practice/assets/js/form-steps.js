/* One step after another, in both forms: shows the step that the address names, says on Continue what is wrong with it, and leads on.
   A step is an element with data-step and a heading .practice-question. One with data-beside stands beside the way, and leads back to
   the step that it names. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { make } = form;
  const nameOf = (step) => step.dataset.step;
  const question = (step) => step.querySelector(".practice-question").textContent.trim();
  const focusable = (element) =>
    element.querySelector(
      "input:not([type=hidden]), textarea, select, :scope > button.practice-button",
    );
  const hidden = (words) => make("span", { className: "practice-hidden" }, words);
  function focus(input) {
    let around = input.closest("details");
    for (; around; around = around.parentElement.closest("details")) around.open = true;
    input.focus();
  }
  /* The question of each page is its heading. */
  function lift(heading) {
    const first = make("h1", { className: "practice-question", tabIndex: -1, id: heading.id });
    first.append(...heading.childNodes);
    heading.replaceWith(first);
  }

  /* place: the form; name: what the ids around the steps begin with. faults(step) gives, at once or later, pairs of an element and words,
     or nothing when it could not look. instead(step) gives a step that must come first. shown(step) and passed(step) are told. */
  form.steps = function ({ place, name, faults, instead, shown, passed }) {
    const part = (id) => document.getElementById(`${name}-${id}`);
    const problems = part("problems"),
      button = part("on").querySelector("button"),
      title = document.title,
      start = part("back").getAttribute("href");
    const steps = [...place.querySelectorAll("[data-step]")],
      stepOf = (id) => steps.find((step) => nameOf(step) === id),
      check = stepOf("check");
    let now = null,
      checking = false /* a step was opened from "Check your answers" */,
      wanted = null; /* the field to begin with */

    /* ---------- what is wrong ---------- */
    function clear(within = place) {
      problems.hidden = true;
      document.title = document.title.replace(/^Error: /, "");
      for (const mistake of within.querySelectorAll(".practice-mistake")) {
        mistake.hidden = true;
        mistake.replaceChildren();
      }
      for (const box of within.querySelectorAll("[aria-invalid]"))
        box.removeAttribute("aria-invalid");
    }
    function tell(found) {
      for (const [element, words] of found) {
        const mistake = element.querySelector(":scope > .practice-mistake");
        mistake.append(
          make("span", {}, make("b", { className: "practice-hidden" }, "Error: "), words),
        );
        mistake.hidden = false;
        if (!element.matches("fieldset")) focusable(element).setAttribute("aria-invalid", "true");
      }
      problems.querySelector("ul").replaceChildren(...found.map(problem));
      document.title = `Error: ${document.title.replace(/^Error: /, "")}`;
      problems.hidden = false;
      problems.focus();
    }
    function problem([element, words]) {
      const input = focusable(element),
        link = make("a", { href: `#${input.id}` }, words);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        go(element.closest("[data-step]"), input);
      });
      return make("li", {}, link);
    }

    /* ---------- from one step to the next ---------- */
    const beside = (step, by) =>
      step.dataset.beside ? stepOf(step.dataset.beside) : steps[steps.indexOf(step) + by];
    function go(step, input) {
      leave(input);
      if (step !== now) location.hash = nameOf(step);
      else if (input) focus(input);
    }
    function leave(input) {
      wanted = input;
      checking = checking || now === check;
    }
    function show(moved) {
      const id = location.hash.slice(1),
        asked = stepOf(id) || (id && now) || steps[0],
        step = instead(asked) || asked;
      if (step === now && !stepOf(id) && id) return; /* a place on the page, not a step */
      if (step !== asked) history.replaceState(null, "", `#${nameOf(step)}`);
      for (const other of steps) other.hidden = other !== step;
      now = step;
      frame(step);
      shown(step);
      if (!moved) return;
      window.scrollTo(0, 0);
      if (step !== asked) look(step);
      else if (wanted && step.contains(wanted)) focus(wanted);
      else step.querySelector(".practice-question").focus();
      wanted = null;
    }
    function frame(step) {
      const number = steps.indexOf(step),
        of = steps.indexOf(check),
        before = beside(step, -1);
      problems.hidden = true;
      part("where").textContent =
        number < of ? `${part("where").dataset.word} ${number + 1} of ${of}` : "";
      part("back").setAttribute("href", before ? `#${nameOf(before)}` : start);
      part("on").hidden = nameOf(step) === "send";
      button.textContent = step.dataset.on || "Continue";
      document.title = `${question(step)} · ${title}`;
      if (step === check) checking = false;
    }
    /* Whether all is well with a step; says so when it is not. */
    async function look(step) {
      const found = await faults(step);
      if (!found || step !== now) return false;
      clear(step === check ? place : step);
      if (found.length) tell(found);
      return !found.length;
    }
    async function goOn(event) {
      event.preventDefault();
      const step = now;
      if (!(await look(step))) return;
      passed(step);
      location.hash = nameOf(checking && step !== check ? check : beside(step, 1));
    }

    /* ---------- the answers in words: {asked, lines, step, input} of each, below a heading if there is one ---------- */
    function answers(groups) {
      const lists = groups.flatMap(({ heading, rows }) => [
        heading ? make("h2", {}, heading) : "",
        make("dl", {}, ...rows.map(row)),
      ]);
      check.querySelector(".practice-answers").replaceChildren(...lists);
    }
    function row({ asked, lines, step, input }) {
      const change = make("a", { href: `#${nameOf(step)}` }, "Change", hidden(` ${asked}`));
      change.addEventListener("click", () => leave(input));
      return make(
        "div",
        {},
        make("dt", {}, asked),
        make("dd", {}, ...lines.map((line) => make("p", {}, line))),
        make("dd", {}, change),
      );
    }

    for (const heading of place.querySelectorAll("h2.practice-question")) lift(heading);
    part("head").remove();
    place.hidden = false;
    place.addEventListener("submit", goOn);
    window.addEventListener("hashchange", () => show(true));
    return { steps, stepOf, show, clear, go, answers, now: () => now };
  };

  /* What only a person can judge: it stops nothing. */
  function drawAsks(box, asks) {
    box.hidden = !asks.length;
    box.querySelector("ul").replaceChildren(...asks.map((words) => make("li", {}, words)));
  }

  Object.assign(form, { stepName: nameOf, question, focusable, drawAsks });
})();
