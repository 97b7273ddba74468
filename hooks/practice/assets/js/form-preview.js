/* How the example will look in a list: its pattern, title, summary and place. hooks/practice/rendering/svg.py draws the same pattern. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { make, choices } = form,
    COMPONENTS = ["engagement", "recording", "use-of-information"];

  form.swatch = function (families, components) {
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
  };
  const term = (kind, id) => choices.kinds[kind].find((one) => one.id === id) || {};
  function where(value) {
    if (value.kind === "illustrative") return "Illustrative: made up to show a point";
    const nation = term("nation", value.nation).title || "",
      { from, to } = value.period || {};
    const when = from && to ? (from === to ? from : `${from} to ${to}`) : "";
    return [value.place, (value.place || "").includes(nation) ? "" : nation, when]
      .filter(Boolean)
      .join(", ");
  }
  /* The row of a list, as an element. */
  form.preview = (value) =>
    make(
      "li",
      {},
      form.swatch(
        (value.themes || []).map((id) => term("theme", id).family || "talk"),
        value.components || [],
      ),
      make(
        "div",
        {},
        make("h3", {}, value.title || "The title"),
        make("p", {}, value.summary || "The summary"),
        make("p", { className: "practice-quiet" }, where(value)),
      ),
    );
})();
