/* One for today: one theme at a time, and another example on request. Without this script all themes stand below each other. */
(function () {
  "use strict";
  const base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const place = document.getElementById("today");
  const cards = [...place.querySelectorAll(".practice-today")];
  const links = [...document.querySelectorAll("#today-themes a")];
  const prefer = place.dataset.prefer.split(" ");
  const status = document.createElement("p");
  status.className = "practice-hidden";
  status.setAttribute("role", "status");
  document.body.append(status);

  function show() {
    const wanted = cards.findIndex((card) => "#" + card.id === location.hash);
    const at = wanted < 0 ? Number(place.dataset.first) % cards.length : wanted;
    cards.forEach((card, n) => {
      card.hidden = n !== at;
    });
    links.forEach((link, n) => {
      if (n === at) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  /* The next of those that the page names for this theme; the one that was shown goes to the end. */
  async function another(card) {
    const title = card.querySelector("[data-title]");
    const [next, ...rest] = card.dataset.more.split(" ").filter(Boolean);
    if (!next) return say("There is no other example for this theme yet.");
    const answer = await fetch(base + "api/v1/examples/" + next + ".json");
    const told = await answer.json();
    const shown = title.getAttribute("href").replace(/\/$/, "").split("/").pop();
    const question = prefer
      .map((use) => told.questions.find((one) => one.use === use))
      .find(Boolean);
    title.textContent = told.title;
    title.href = base + "examples/" + next + "/";
    card.querySelector("[data-summary]").textContent = told.summary;
    card.querySelector("[data-where]").textContent = [
      told.place || told.organisation || "",
      years(told.period),
    ]
      .filter(Boolean)
      .join(", ");
    card.querySelector("[data-url]").textContent = told.url;
    card.querySelector("[data-ask]").textContent = question.ask;
    card.dataset.more = [...rest, shown].join(" ");
    return say("Another example: " + told.title);
  }

  const years = (period) =>
    !period
      ? ""
      : period.from === period.to
        ? String(period.from)
        : period.from + " to " + period.to;
  const say = (words) => {
    status.textContent = words;
  };

  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-today]");
    if (!button) return;
    if (button.dataset.today === "print") window.print();
    else
      another(cards.find((card) => !card.hidden)).catch(() =>
        say("Another example could not be fetched."),
      );
  });
  window.addEventListener("hashchange", show);
  /* Pages on a disk may not fetch others: there the theme's own page has the rest. */
  if (location.protocol === "file:")
    for (const button of place.querySelectorAll("[data-today=another]")) button.hidden = true;
  show();
})();
