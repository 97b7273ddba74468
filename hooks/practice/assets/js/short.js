/* The short form: shows one question at a time, keeps the answers on this device, and speaks up on Continue alone.
   Neighbours: short-draft.js makes the file, form-guard.js looks for personal data, form-send.js sends. */
(function () {
  "use strict";
  if (document.documentElement.classList.contains("practice-broken"))
    return; /* a neighbour did not load: the page says how else to send */
  const form = window.practiceForm,
    { make, slug } = form,
    KEY = "practice-short",
    LONG_FORM = "practice-draft";
  const byId = (id) => document.getElementById(id),
    place = byId("practice-short"),
    title = document.title;
  const steps = [...place.querySelectorAll("[data-step]")],
    asked = steps.slice(0, -2),
    nameOf = (step) => step.dataset.step,
    stepOf = (name) => steps.find((step) => nameOf(step) === name);
  let now = null,
    checking = false /* a question was opened from "Check your answers" */,
    deleted = null;

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
  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify(read()));
    } catch (error) {
      byId("short-kept").textContent = "Your answers cannot be saved here. Keep this page open.";
    }
  }
  function kept() {
    try {
      return Object(JSON.parse(localStorage.getItem(KEY)));
    } catch (error) {
      return {}; /* storage is off, or holds something else */
    }
  }
  function typed() {
    deleted = null;
    byId("short-delete").textContent = "Delete my answers";
    byId("short-status").textContent = "";
    keep();
  }
  /* Deletes, and until something is typed or the page is left, brings back. */
  function forget() {
    const back = deleted;
    deleted = back ? null : read();
    write(back || {});
    if (back) keep();
    else
      try {
        localStorage.removeItem(KEY);
      } catch (error) {
        /* there is none */
      }
    byId("short-delete").textContent = back ? "Delete my answers" : "Bring them back";
    byId("short-status").textContent = back ? "They are back." : "Your answers are deleted.";
    clear();
    if (now === stepOf("check")) answersInWords();
    if (now === stepOf("send")) location.hash = nameOf(asked[0]);
  }

  /* ---------- what is wrong with a question ---------- */
  function faults(step) {
    const answers = read(),
      found = [];
    for (const part of step.querySelectorAll("[data-answer]")) {
      const name = part.dataset.answer,
        answer = answers[name] || "";
      if (part.dataset.needed && form.isBlank(answer)) found.push([part, part.dataset.needed]);
      else if (name !== "contact" && typeof answer === "string")
        for (const { message } of form.personal(name, answer)) found.push([part, message]);
    }
    return found;
  }
  const input = (part) => part.querySelector("input, textarea, select");
  function clear() {
    byId("short-problems").hidden = true;
    for (const told of place.querySelectorAll(".practice-mistake")) told.hidden = true;
    for (const box of boxes()) box.removeAttribute("aria-invalid");
  }
  function tell(found) {
    const list = byId("short-problems").querySelector("ul");
    list.replaceChildren();
    for (const [part, words] of found) {
      const told = part.querySelector(".practice-mistake"),
        link = make("a", { href: `#${input(part).id}` }, words);
      told.replaceChildren(make("span", { className: "practice-hidden" }, "Error: "), words);
      told.hidden = false;
      if (!part.matches(".practice-across")) input(part).setAttribute("aria-invalid", "true");
      link.addEventListener("click", (event) => {
        event.preventDefault();
        input(part).focus();
      });
      list.append(make("li", {}, link));
    }
    document.title = `Error: ${document.title}`;
    byId("short-problems").hidden = false;
    byId("short-problems").focus();
  }

  /* ---------- the answers in words ---------- */
  function inWords(part) {
    const chosen = [...part.querySelectorAll("input:checked")].map((box) =>
      box.parentElement.textContent.trim(),
    );
    const box = input(part);
    if (part.matches(".practice-across")) return chosen.join(", ");
    return box.matches("select") ? box.value && box.selectedOptions[0].text : box.value.trim();
  }
  const labelOf = (part) => part.querySelector("label, legend").textContent.trim();
  const asLead = (part) => labelOf(part).replace(/[^?]$/, "$&:");
  const question = (step) => step.querySelector(".practice-question").textContent.trim();
  function answersInWords() {
    const rows = asked.map((step) => {
      const parts = [...step.querySelectorAll("[data-answer]")];
      const lines = parts.map((part) => {
        const words = inWords(part) || "Nothing yet";
        return make("p", {}, parts.length > 1 ? `${asLead(part)} ${words}` : words);
      });
      const change = make("a", { href: `#${nameOf(step)}` }, "Change");
      change.append(make("span", { className: "practice-hidden" }, ` ${question(step)}`));
      change.addEventListener("click", () => {
        checking = true;
      });
      return make(
        "div",
        {},
        make("dt", {}, question(step)),
        make("dd", {}, ...lines),
        make("dd", {}, change),
      );
    });
    place.querySelector(".practice-answers").replaceChildren(...rows);
  }
  function ways() {
    const answers = read(),
      words = form.draft(answers).what_they_did.split(/\s+/),
      name = slug(`draft ${words.slice(0, 7).join(" ")}`) || "draft";
    const said = [...stepOf("people").querySelectorAll("[data-answer]")].map(
      (part) => `${labelOf(part)} ${inWords(part) || "Nobody yet"}`,
    );
    const contact = (answers.contact || "").trim();
    return form.sending({
      text: form.draftFile(answers, said),
      name,
      level: "h2",
      title: `${words.slice(0, 9).join(" ")} …`,
      letter: contact ? `You can reach me: ${contact}\n\n` : "",
    });
  }

  /* ---------- from one page to the next ---------- */
  function show(moved) {
    const last = steps.indexOf(stepOf("check"));
    let step = stepOf(location.hash.slice(1)) || steps[0];
    const faulty = steps.indexOf(step) >= last && asked.find((one) => faults(one).length);
    if (faulty) step = faulty;
    for (const other of steps) other.hidden = other !== step;
    clear();
    now = step;
    const number = steps.indexOf(step);
    byId("short-where").textContent =
      number < last ? `Question ${number + 1} of ${asked.length}` : "";
    byId("short-back").setAttribute(
      "href",
      number ? `#${nameOf(steps[number - 1])}` : byId("short-back").dataset.first,
    );
    byId("short-on").hidden = number > last;
    document.title = `${question(step)} · ${title}`;
    if (nameOf(step) === "check") {
      checking = false;
      answersInWords();
    }
    if (nameOf(step) === "send") byId("short-ways").replaceChildren(ways());
    if (!moved) return;
    window.scrollTo(0, 0);
    if (faulty) tell(faults(faulty));
    else step.querySelector(".practice-question").focus();
  }
  function goOn(event) {
    event.preventDefault();
    const found = faults(now);
    clear();
    document.title = document.title.replace(/^Error: /, "");
    if (found.length) return tell(found);
    const next = nameOf(steps[steps.indexOf(now) + 1]);
    location.hash = checking && next !== "send" ? "check" : next;
  }
  /* What was answered goes along, unless a longer draft is there already. */
  function more() {
    try {
      if (!localStorage.getItem(LONG_FORM))
        localStorage.setItem(
          LONG_FORM,
          JSON.stringify({ value: { ...form.draft(read()), status: "published" }, name: "" }),
        );
    } catch (error) {
      /* storage is off: the long form begins empty */
    }
  }

  /* The question of each page is its heading. */
  for (const heading of place.querySelectorAll("h2.practice-question")) {
    const first = make("h1", { className: "practice-question", tabIndex: -1 });
    first.append(...heading.childNodes);
    heading.replaceWith(first);
  }
  byId("short-back").dataset.first = byId("short-back").getAttribute("href");
  byId("short-head").remove();
  byId("practice-by-hand").remove();
  write(kept());
  place.hidden = false;
  place.addEventListener("input", typed);
  place.addEventListener("submit", goOn);
  byId("short-delete").addEventListener("click", forget);
  byId("short-more").addEventListener("click", more);
  window.addEventListener("hashchange", () => show(true));
  show(false);
})();
