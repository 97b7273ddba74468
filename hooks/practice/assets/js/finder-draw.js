/* The finder's answer on the page: the count, what is chosen, the choices with their numbers, and the results. */
(function () {
  "use strict";
  const finder = window.practiceFinder;
  const engine = window.practiceFinding;
  const LOW_COVERAGE = 0.5; /* the share of a question, by how much its words tell, below which little matches */
  const CLOSE = 0.45; /* the share of the best score from which an example is one of those that fit best */
  const BEST = ["example", "Examples that fit best"];
  const LESS = ["less", "Examples that fit less"];
  const ALSO = 2; /* how many are made for a question */
  /* How a question begins that may ask what a word means, and its words (as stems) that it is not about. */
  const MEANING = /^\s*(?:what(?:['’ ]?s| is| are| does)|define|meaning of)\b/i;
  const SENSE = ["mean", "stand", "defin"];
  const TERMS = 12; /* how many are looked through for the one that is called by the word */
  const PHONE = matchMedia("(max-width: 47.99em)");
  const found = document.getElementById("finder-found");
  const count = document.getElementById("finder-count");
  const show = document.getElementById("finder-show");
  const FIRST = { example: 10, other: 3 };
  const KINDS = [
    ["example", "Examples"],
    ["guide", "In the guides"],
    ["key-point", "Key points"],
    ["kit", "Supervision kit"],
    ["term", "Words explained"],
    ["law", "Law and standards"],
    ["card", "Prompt cards"],
    ["session", "Training sessions"],
    ["scenario", "Scenarios, made up for learning"],
    ["conversation", "Worked conversations, made up"],
    ["record", "Records to work on, made up"],
    ["source", "Sources"],
    ["page", "About this library"],
  ];
  const MADE_UP = ["scenario", "conversation", "record"];
  const READ = {
    opening: "We read the beginning only",
    abstract: "We read a summary only",
    extracts: "We read parts",
    whole: "We read all of it",
  };
  const FIELDS = {
    theme: "themes",
    setting: "settings",
    role: "roles",
    component: "components",
    nation: "nation",
    guide: "guides",
    key_point: "key_points",
    knowledge: "knowledge",
  }; /* what the form calls them */
  const SORTS = [
    ["", "Closest to your words"],
    ["newest", "Newest first"],
    ["evidence", "Most evidence first"],
  ];

  /* ---- making elements ---- */
  const SVG = ["svg", "path"];
  function make(tag, given, ...inside) {
    const element = SVG.includes(tag)
      ? document.createElementNS("http://www.w3.org/2000/svg", tag)
      : document.createElement(tag);
    for (const [name, value] of Object.entries(given || {}))
      if (value !== false) element.setAttribute(name, value === true ? "" : value);
    element.append(...inside.flat().filter((part) => part !== null && part !== ""));
    return element;
  }
  const quiet = "practice-quiet";
  const p = (name, ...inside) => make("p", name ? { class: name } : {}, ...inside);
  const li = (...inside) => make("li", {}, ...inside);
  const hidden = (words) => make("span", { class: "practice-hidden" }, words);
  const link = (state, given, ...inside) =>
    make("a", { href: finder.address(state), "data-finder": true, ...given }, ...inside);
  const to = (address, words) => make("a", { href: finder.href(address) }, words);
  const button = (...words) =>
    make("button", { type: "button", class: "practice-button practice-button--quiet" }, ...words);
  const unknown = (name, title, ...inside) =>
    make(
      "section",
      { class: "practice-unknown", "aria-labelledby": name },
      make("h2", { id: name }, title),
      ...inside,
    );
  const many = (n, one, several) => n + " " + (n === 1 ? one : several);

  /* A place for the portrait of an example, kept free until it is known what the example is about. */
  const frame = () =>
    make("svg", { class: "practice-swatch", viewBox: "0 0 6 6", "aria-hidden": "true" });

  /* The portrait itself, as rendering/svg.py draws it. */
  function picture(svg, { families, components }) {
    const parts = ["engagement", "recording", "use-of-information"];
    const threads = {};
    const draw = (colour, line) => {
      threads[colour] = (threads[colour] || "") + line;
    };
    for (let x = 0; x < 6; x++)
      draw(
        families[Math.floor((x * families.length) / 6)] || "talk",
        "M" + x + ".5 " + (1 - (x % 2)) + "v" + (5 + (x % 2)),
      );
    for (let y = 0; y < 6; y++)
      if (components.includes(parts[y >> 1]))
        draw("weft", "M" + (y % 2) + " " + y + ".5h" + (6 - (y % 2)));
    for (const colour of Object.keys(threads).sort())
      svg.append(make("path", { class: "t-" + colour, d: threads[colour] }));
  }

  /* Why it was found: the question or the passage that fits, with the words marked, those in a row as one. Without one, its summary. */
  async function reason(entry, one, units) {
    const why = one && (await engine.why(one, entry, units));
    const summary = entry.summary ? p("", entry.summary) : null;
    if (!why) return [summary];
    const words = [];
    why.pieces.forEach(({ text, hit }, n) => {
      const [last] = words.slice(-1);
      if (n && hit && last.tagName) last.append(" " + text);
      else words.push(n ? " " : "", hit ? make("mark", {}, text) : text);
    });
    if (!why.ask) return [joined(p("", ...words))];
    const asked = entry.asks[one.ask].endsWith("?");
    const lead = asked ? "You might ask: " : "You might type: ";
    return [joined(p("practice-why", lead, ...words)), summary];
  }

  /* One node for each stretch of text: a screen reader may stop at every node. */
  function joined(element) {
    element.normalize();
    return element;
  }

  function where(entry) {
    const read = READ[entry.read]
      ? make("span", { class: "practice-read--" + entry.read }, READ[entry.read])
      : null;
    return p(quiet, entry.where || "", entry.where && read ? ". " : "", read);
  }

  async function row(entry, one, units) {
    const title = make("h3", {}, to(entry.address, entry.title));
    const below = entry.where || entry.read ? where(entry) : null;
    return li(make("div", {}, title, await reason(entry, one, units), below));
  }

  /* ---- what is known, once loaded ---- */
  let known = null;
  let now = null;
  async function facets() {
    if (!known) {
      const narrowed = finder.facets(await engine.file("facets"));
      known = Object.assign(narrowed, finder.choices(narrowed, engine));
    }
    return known;
  }

  /* What a question finds: the numbers of the examples in their order at once, everything else by kind when it is asked for. */
  let last = { q: null };
  async function ask(q) {
    if (last.q === q) return last.answer;
    const { question, corrections, units, onlyStopWords, examples, others, kind } =
      await engine.search(q);
    const byNumber = new Map(examples.map((one) => [one.n, one]));
    let kinds = null;
    const answer = {
      question,
      corrections,
      units,
      onlyStopWords,
      numbers: [...byNumber.keys()],
      found: byNumber,
      cover: Math.max(0, ...examples.slice(0, FIRST.other).map(({ cover }) => cover)),
      close: examples.filter(({ score }) => score >= CLOSE * examples[0].score).length,
      kinds: () => {
        if (!kinds)
          kinds = others().then((list) => {
            const found = new Map(KINDS.map(([name]) => [name, []]));
            for (const one of list) found.get(kind(one.n)).push({ ...one, kind: kind(one.n) });
            return found;
          });
        return kinds;
      },
    };
    last = { q, answer };
    return answer;
  }

  /* ---- answering ---- */
  let placed = false; /* whether the address led to its section, as it does once */
  async function answer(given, current) {
    if (given.q) count.textContent = "Searching";
    found.dataset.complete = "no";
    const asked = given.q ? await ask(given.q) : null;
    const narrowed =
      narrowing(given) || given.sort || !asked || asked.onlyStopWords || !asked.numbers.length
        ? await facets()
        : null;
    const state = narrowed ? narrowed.known(given) : given;
    const alone = asked && !narrowing(state);
    const vague = alone && asked.onlyStopWords && !state.sort;
    const empty = alone && !asked.numbers.length ? await asked.kinds() : null;
    const asksMeaning = alone && MEANING.test(asked.question) && about(asked).length === 1;
    const wide = alone && !PHONE.matches && about(asked).length > 1;
    const room = !vague && (empty || asksMeaning || wide);
    if (!current()) return;
    if (asked) finder.warnOfHarm(asked.question);
    const active = Boolean(asked || narrowing(state) || state.sort);
    found.hidden = !active;
    const numbers = order(narrowed, asked, state);
    show.textContent = active
      ? "Show " + many(numbers.length, "example", "examples")
      : "Show the list";
    const held = found.contains(document.activeElement) ? document.activeElement : null;
    const draw = () => examples(state, asked, numbers, current, held && held.id);
    const above = vague
      ? [tellsLittle(narrowed, asked, numbers, draw)]
      : [...(asked ? notes(asked, numbers) : []), ...top(state, narrowed, asked, numbers, empty)];
    if (room) above[empty ? "unshift" : "push"](p("practice-also-room", "\u00a0"));
    found.replaceChildren(...(active ? above : []));
    if (held) refocus(held);
    if (active && !vague) await draw();
    const [known, kinds] = await Promise.all([facets(), alone && !vague ? asked.kinds() : null]);
    if (!current()) return;
    count.replaceChildren(
      ...(vague
        ? ["No word to look for"]
        : active
          ? told(numbers, kinds, fits(state, asked, numbers))
          : []),
    );
    /* Those who listen are told at once what was looked for: the note stands among the results. */
    if (asked) count.append(...corrected(asked).map((note) => hidden(" " + note.textContent)));
    now = { state, facets: known, among: asked ? asked.numbers : null };
    renumber();
    portraits();
    const also = alone && !vague ? await fitting(asked) : [];
    if (!current()) return;
    const last = found.querySelector("[data-kind=less]") || found.querySelector("[data-kind]");
    if (room && (empty || asksMeaning || also.length))
      found.querySelector(".practice-also-room").replaceWith(...also);
    else if (also.length) last.after(...also);
    const ways = asked && !vague ? beside(state, known, asked) : null;
    if (ways) (last || found.lastChild).after(ways);
    if (kinds) await others(kinds, asked.units, current);
    if (!current()) return;
    found.dataset.complete = "yes";
    const place = document.getElementById(location.hash.slice(1));
    if (!placed && !scrollY && place && found.contains(place)) place.scrollIntoView();
    placed = true;
  }

  /* The numbers of the examples to show, in their order. Without facets nothing is chosen and the order is that of the question. */
  function order(narrowed, asked, state) {
    if (!narrowed) return asked.numbers;
    const numbers = narrowed.matching(state, asked && asked.numbers);
    return asked && !state.sort ? numbers : narrowed.sorted(numbers, state.sort);
  }

  /* How many of the first fit best. Where choices or an order of one's own stand, that is not told. */
  function fits(state, asked, numbers) {
    const own = !asked || asked.onlyStopWords || state.sort || narrowing(state);
    return own ? numbers.length : asked.close;
  }

  /* How much was found. A question finds every example that has one of its words, and means the few that fit it best. */
  function told(numbers, kinds, close) {
    const some = KINDS.slice(1).filter(([kind]) => kinds && kinds.get(kind).length);
    const others = some.reduce((sum, [kind]) => sum + kinds.get(kind).length, 0);
    const words = many(others, "other result", "other results");
    return [
      close < numbers.length
        ? many(close, "example fits", "examples fit") + " best, of " + numbers.length + " found"
        : many(numbers.length, "example", "examples"),
      ...(others ? [". Also ", make("a", { href: "#found-" + some[0][0] }, words), "."] : []),
    ];
  }

  const narrowing = (state) => Object.values(state.chosen).some((ids) => ids.length);

  /* Focus stays where it was: on what took the place of the link that is gone, or on the count. The order of the list has it again once it stands. */
  function refocus(held) {
    if (held.id === "finder-sort") return;
    const links = held.dataset.drop === undefined ? [] : [...found.querySelectorAll("[data-drop]")];
    (links[Math.min(Number(held.dataset.drop), links.length - 1)] || count).focus();
  }

  function chosen(state, narrowed) {
    const choices = narrowed ? narrowed.choices(state) : [];
    if (!choices.length) return [];
    const cross = () => make("span", { class: "x", "aria-hidden": "true" }, "×");
    const chips = choices.map((choice, n) => {
      const words = [hidden("Remove filter: "), choice.title, cross()];
      return li(link(narrowed.drop(state, choice), { "data-drop": n }, ...words));
    });
    const those = ["this filter", "both filters"][chips.length - 1] || "all filters";
    const none = { ...state, chosen: {}, all: [] };
    const clear = link(none, { "data-drop": chips.length }, "Remove " + those);
    const given = { class: "practice-chips practice-chosen", "aria-label": "Chosen" };
    return [make("ul", given, ...chips, make("li", { class: "practice-clear" }, clear))];
  }

  /* What stands above the results. */
  function top(state, narrowed, asked, numbers, kinds) {
    const wide =
      asked && narrowing(state)
        ? p(
            quiet,
            "Only examples are shown while you narrow the list. ",
            link({ ...state, chosen: {}, all: [] }, {}, "Look everywhere for these words"),
            ".",
          )
        : null;
    return [
      ...chosen(state, narrowed),
      wide,
      numbers.length ? null : nothing(state, narrowed, asked, kinds),
    ].filter(Boolean);
  }

  const fitsLittle = (asked) => asked.numbers.length && asked.cover < LOW_COVERAGE;

  /* What the question was taken for, and that little of it was found, or only words that mean much the same. */
  function notes(asked, numbers) {
    const words = telling(asked);
    const has = words.some(({ list }) => list.some(({ own }) => own));
    const near = numbers.length && words.length === 1 && !has && !asked.corrections.length;
    const note = [
      [fitsLittle(asked), "No example is quite about this. These come nearest."],
      [near, "No example has the word you typed. These are about something near to it."],
    ].find(([holds]) => holds);
    return [...corrected(asked), ...(note ? [p("practice-little", note[1])] : [])];
  }

  /* Ways to browse: what the question names, else what is near to it. They need the facets, which come later, and so
     stand below the examples: what is being read is not pushed away. */
  function beside(state, narrowed, asked) {
    return named(state, narrowed) || (fitsLittle(asked) ? near(narrowed, asked) : null);
  }

  /* The words of a question that tell something. */
  const telling = ({ units }) => units.filter(({ rare }) => rare);
  const about = ({ question, units }) =>
    telling({ units }).filter(({ term }) => !MEANING.test(question) || !SENSE.includes(term));

  /* What it is called where it stands alone: law with its nations, and what is made up as such. */
  function labelled({ kind, title, where }) {
    const more = MADE_UP.includes(kind) ? "made up" : kind === "law" ? where : "";
    return title.replace(/\.$/, "") + (more && !title.includes(more) ? ` (${more})` : "");
  }

  /* What is no example and is made for this very question: its title or one of its asks has nearly all of it. It comes late: room is
     kept for it above the examples. On a phone, where a line would not do, it stands below those that fit best or less, but for terms. */
  async function fitting({ question, kinds, units }) {
    const wanted = about({ question, units });
    const few = wanted.length < 2;
    if (!wanted.length || (few && !MEANING.test(question))) return [];
    const best = [...(await kinds())]
      .filter(([kind]) => (few ? kind === "term" : kind !== "source"))
      .flatMap(([, some]) => some.slice(0, few ? TERMS : FIRST.other))
      .sort((a, b) => b.score - a.score || a.n - b.n);
    const entries = await Promise.all(
      best.map(async (one) => {
        const entry = await engine.other(one.n);
        const length = await engine.matchLength(one, entry, wanted);
        return { ...entry, kind: one.kind, length };
      }),
    );
    const links = entries
      .filter(({ length }) => length < Infinity)
      .sort((a, b) => a.length - b.length)
      .filter(({ title }, n, all) => all.findIndex((other) => other.title === title) === n)
      .slice(0, ALSO)
      .flatMap((entry, n) => [n ? "; " : "", to(entry.address, labelled(entry))]);
    return links.length ? [p("practice-also", "See also: ", ...links)] : [];
  }

  /* A word that stands nowhere was looked for as the nearest one. */
  function corrected({ corrections }) {
    if (!corrections.length) return [];
    const words = corrections.flatMap(([, meant], n) => [
      n ? ", and for " : "",
      make("b", {}, meant),
    ]);
    const typed = corrections.map(([word]) => "“" + word + "”").join(" or ");
    return [p("practice-meant", "Looked for ", ...words, ". Nothing here has " + typed + ".")];
  }

  /* The examples, as soon as their first rows are known. */
  async function examples(state, asked, numbers, current, held) {
    if (!numbers.length) return;
    const draw = (n) => example(n, asked);
    const best = fits(state, asked, numbers);
    const tools = sorting(state, asked);
    const kind = best < numbers.length ? BEST : KINDS[0];
    const section = group(kind, numbers.slice(0, best), FIRST.example, draw, tools);
    await section.filled;
    if (current() && best < numbers.length)
      await group(LESS, numbers.slice(best), Math.max(0, FIRST.example - best), draw, null).filled;
    if (!current()) return;
    const again = held && section.querySelector("[id='" + held + "']");
    if (again && document.activeElement === document.body) again.focus();
  }

  /* Everything else, kind by kind, after the examples. */
  async function others(kinds, units, current) {
    for (const kind of KINDS.slice(1)) {
      const pages = kinds.get(kind[0]);
      if (!pages.length) continue;
      const draw = async (one) => row(await engine.other(one.n), one, units);
      await group(kind, pages, FIRST.other, draw, null).filled;
      if (!current()) return;
    }
  }

  async function example(n, asked) {
    const one = asked && asked.found.get(n);
    const made = await row(await engine.example(n), one, asked ? asked.units : []);
    made.dataset.number = n;
    made.prepend(frame());
    return made;
  }

  /* The portrait of each example, once it is known what it is about. */
  function portraits() {
    found.querySelectorAll("li[data-number]").forEach((item) => {
      const svg = item.querySelector("svg");
      if (!svg.firstChild) picture(svg, now.facets.portrait(Number(item.dataset.number)));
    });
  }

  /* Results of one kind: the first few, and a button for more. Rows stand one by one, in their order. */
  function group([kind, title], items, first, draw, tools) {
    const list = make("ul", { class: "practice-rows" });
    const section = make(
      "section",
      { "aria-labelledby": "found-" + kind, "data-kind": kind },
      make(
        "h2",
        { id: "found-" + kind, tabindex: -1 },
        title + " ",
        make("span", { class: "n" }, "(" + items.length + ")"),
      ),
      tools,
      list,
    );
    let shown = 0;
    async function add(most) {
      const rows = items.slice(shown, shown + most).map(draw);
      shown += rows.length;
      for (const made of rows) {
        list.append(await made);
        if (!section.isConnected) found.append(section);
      }
      if (now) portraits();
      if (window.practiceKept) window.practiceKept.offer(section);
    }
    if (!first) found.append(section);
    section.filled = add(first);
    if (items.length > first) {
      const more = button("Show more", hidden(" " + title.toLowerCase()));
      more.addEventListener("click", async () => {
        const next = shown;
        found.dataset.complete = "no";
        await add(10);
        found.dataset.complete = "yes";
        list.children[next].querySelector("a").focus();
        if (shown >= items.length) more.remove();
      });
      section.append(more);
    }
    return section;
  }

  function sorting(state, asked) {
    const allowed = asked ? SORTS : SORTS.slice(1);
    const select = make(
      "select",
      { id: "finder-sort" },
      ...allowed.map(([value, words]) =>
        make("option", { value, selected: value === (state.sort || allowed[0][0]) }, words),
      ),
    );
    select.addEventListener("change", () =>
      finder.go({ ...state, sort: select.value === allowed[0][0] ? "" : select.value }),
    );
    return p("practice-sort", make("label", { for: "finder-sort" }, "Order"), " ", select);
  }

  /* Themes, settings and roles that the question names, as ways to browse. */
  function named(state, narrowed) {
    const choices = narrowed
      .browse(state.q)
      .filter(({ name, id }) => !(state.chosen[name] || []).includes(id))
      .slice(0, 6);
    return choices.length ? offer("You can also browse", choices) : null;
  }

  function offer(words, choices) {
    const chips = choices.map(({ name, legend, id, title }) => {
      const alone = { q: "", chosen: { [name]: [id] }, all: [], sort: "" };
      return li(link(alone, {}, hidden(legend + ": "), title));
    });
    return make(
      "div",
      { class: "practice-offer" },
      p("", words),
      make("ul", { class: "practice-chips" }, ...chips),
    );
  }

  /* What to do when no example fits: take away what blocks, try the nearest themes, or tell us. */
  function nothing(state, narrowed, asked, kinds) {
    const others = kinds && [...kinds.values()].some((some) => some.length);
    const missing = narrowed.choices(state).filter(({ known }) => !known);
    const title = missing.length
      ? "There is no choice " + missing.map((choice) => "“" + choice.title + "”").join(" or ")
      : narrowing(state)
        ? "No example has all of these"
        : others
          ? "No example found"
          : "Nothing found";
    const ways = wider(state, narrowed, asked).map(([what, n, without]) =>
      li(link(without, {}, "Without " + what + " there " + (n === 1 ? "is 1" : "are " + n))),
    );
    const advice = asked && asked.units.length > 1 ? "fewer words, or other words" : "another word";
    return unknown(
      "found-nothing",
      title,
      ways.length ? make("ul", { class: "practice-plain" }, ...ways) : null,
      asked && !asked.numbers.length
        ? [p("", "Try " + advice + " for the same thing."), near(narrowed, asked)]
        : null,
      missing.length ? null : gap(state),
    );
  }

  /* A question of little words alone, such as “how do I”: they stand everywhere, so the list waits until it is asked for. One
     of signs alone has no word at all. */
  function tellsLittle(narrowed, asked, numbers, draw) {
    const [title, words] = asked.units.length
      ? ["These are only little words", "They stand nearly everywhere. Add a word that says"]
      : ["There is no word in this", "Type a word that says"];
    const those = many(numbers.length, "example that has", "examples that have");
    const all = button("Show the " + those + " them");
    all.addEventListener("click", async () => {
      all.remove();
      await draw();
      count.replaceChildren(...told(numbers, null));
      found.querySelector("h3 a").focus();
    });
    return unknown(
      "found-little",
      title,
      p("", words + " what it is about, or choose a theme."),
      frequent(narrowed, []),
      numbers.length ? all : null,
    );
  }

  /* What could be taken away so that something is left, with how many there would be: one choice, the words, or all choices. */
  function wider(state, narrowed, asked) {
    const among = asked ? asked.numbers : null;
    const ways = narrowed
      .without(state, among)
      .filter(({ count }) => count)
      .map((choice) => ["“" + choice.title + "”", choice.count, narrowed.drop(state, choice)]);
    const alone = asked ? narrowed.matching(state).length : 0;
    if (alone && narrowing(state)) ways.push(["your words", alone, { ...state, q: "" }]);
    const all = { ...state, chosen: {}, all: [] };
    const left = narrowed.matching(all, among).length;
    if (!ways.length && left) ways.push(["all that you chose", left, all]);
    return ways;
  }

  /* Themes that look like the words; else those of the first results; else those of which we have most. */
  function near(narrowed, asked) {
    const words = asked.units.filter(({ common }) => !common).map(({ word }) => word);
    const alike = narrowed.nearby(words.join(" "));
    if (alike.length) return offer("Near to your words", alike);
    return frequent(narrowed, asked.numbers.slice(0, FIRST.example));
  }

  /* The themes that most of some examples have, or most of all examples where there are none. */
  function frequent(narrowed, among) {
    const numbers = narrowed.counts("theme", { chosen: {}, all: [] }, among.length ? among : null);
    const { name, legend, terms } = narrowed.named.get("theme");
    const most = terms
      .map((term, n) => ({ name, legend, id: term.id, title: term.title, count: numbers[n] }))
      .filter((term) => term.count)
      .sort((a, b) => b.count - a.count);
    return offer(
      among.length ? "Themes near to it" : "Themes with most examples",
      most.slice(0, 6),
    );
  }

  /* What is chosen is filled in on the form already, so that a gap is told in one step. */
  function gap(state) {
    const filled = Object.entries(FIELDS)
      .filter(([name]) => (state.chosen[name] || []).length)
      .map(([name, field]) => field + "=" + state.chosen[name].map(encodeURIComponent).join(","));
    const form = to("contribute/form/?" + filled.join("&"), "begin one with what you chose");
    return p(
      "",
      "It may be a gap. ",
      to("coverage/", "See what the library covers"),
      ", or ",
      to("contribute/", "send an example"),
      ".",
      ...(filled.length ? [" You can ", form, "."] : []),
    );
  }

  /* ---- the choices ---- */
  async function fill(state) {
    const narrowed = await facets();
    if (!now) now = { state, facets: narrowed, among: null };
    for (const part of document.querySelectorAll("#finder-narrow [data-facet][open]"))
      options(part, narrowed.named.get(part.dataset.facet));
    renumber();
  }

  function options(part, facet) {
    const set = part.querySelector("fieldset");
    if (set.querySelector("label")) return;
    const label = (given, name, value, title, ...more) =>
      make(
        "label",
        given,
        make("input", { type: "checkbox", name, value }),
        make("span", {}, title),
        ...more,
      );
    for (const { id, title } of facet.terms)
      set.append(label({}, facet.name, id, title, make("span", { class: "n" })));
    const all = { class: "practice-all", hidden: true };
    if (facet.several) set.append(label(all, "all", facet.name, "Only examples with all of these"));
  }

  /* Numbers, ticks and how many are chosen, brought up to date where they stand. */
  function renumber() {
    const { state, facets: narrowed, among } = now;
    for (const part of document.querySelectorAll("#finder-narrow [data-facet]")) {
      const ids = state.chosen[part.dataset.facet] || [];
      if (ids.length && !part.open && !part.dataset.seen) part.open = true;
      part.dataset.seen = "yes";
      part.querySelector("[data-chosen]").textContent = ids.length
        ? "(" + ids.length + " chosen)"
        : "";
      if (part.open) options(part, narrowed.named.get(part.dataset.facet));
      const numbers = part.querySelector("label")
        ? narrowed.counts(part.dataset.facet, state, among)
        : [];
      part.querySelectorAll("label").forEach((label, n) => {
        const box = label.firstChild;
        box.checked = box.name === "all" ? state.all.includes(box.value) : ids.includes(box.value);
        if (box.name === "all") label.hidden = ids.length < 2;
        else label.lastChild.textContent = numbers[n];
      });
    }
    const total = narrowed.choices(state).length;
    document.querySelector("#finder-all > summary [data-chosen]").textContent = total
      ? "(" + total + " chosen)"
      : "";
  }

  function warm() {
    engine.file("index").catch(() => {});
  }

  Object.assign(finder, { answer, fill, warm });
})();
