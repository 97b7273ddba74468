/* Narrowing down: which examples have what, how many there would be, and in which order. No page, no network. */
(function () {
  "use strict";

  function decode(facet, letters) {
    const terms = facet.terms.map(([id, title, family, also]) => ({ id, title, family, also }));
    const width = terms.length > letters.length ? 2 : 1;
    const place = (code) =>
      [...code].reduce((total, letter) => total * letters.length + letters.indexOf(letter), 0);
    const groups = facet.codes.split(",").map((group) => {
      const found = [];
      for (let n = 0; n < group.length; n += width) found.push(place(group.slice(n, n + width)));
      return found;
    });
    return {
      name: facet.name,
      legend: facet.legend,
      several: facet.several,
      terms,
      groups,
      number: new Map(terms.map((term, n) => [term.id, n])),
      former: new Map(Object.entries(facet.former || {})),
    };
  }

  /* The facets of all examples. An example is a number; a greater number came later. */
  function facets(raw) {
    const all = raw.facets.map((facet) => decode(facet, raw.letters));
    const named = new Map(all.map((facet) => [facet.name, facet]));
    const everything = [...Array(raw.count).keys()];

    /* A test for each facet in which something is chosen: one of its ids, or all of them. An unknown id fits nothing. */
    function tests(state) {
      return Object.entries(state.chosen)
        .filter(([, ids]) => ids.length)
        .map(([name, ids]) => {
          const facet = named.get(name);
          const wanted = ids.map((id) => (facet.number.has(id) ? facet.number.get(id) : -1));
          const fits = state.all.includes(name) ? "every" : "some";
          return { name, test: (n) => wanted[fits]((term) => facet.groups[n].includes(term)) };
        });
    }

    /* The numbers of the examples that fit, out of `among` (all of them when nothing is given). */
    function matching(state, among) {
      const asked = tests(state);
      return (among || everything).filter((n) => asked.every(({ test }) => test(n)));
    }

    /* How many examples there would be for each choice of a facet. Where any one of its choices will do, those made in it do not count. */
    function counts(name, state, among) {
      const facet = named.get(name);
      const chosen = state.all.includes(name) ? state.chosen : { ...state.chosen, [name]: [] };
      const found = Array(facet.terms.length).fill(0);
      for (const n of matching({ ...state, chosen }, among))
        for (const term of new Set(facet.groups[n])) found[term] += 1;
      return found;
    }

    /* What is chosen, each with how many examples there would be without it. */
    function without(state, among) {
      return choices(state).map((choice) => ({
        ...choice,
        count: matching(drop(state, choice), among).length,
      }));
    }

    function choices(state) {
      return all.flatMap((facet) =>
        (state.chosen[facet.name] || []).map((id) => {
          const n = facet.number.get(id);
          return {
            name: facet.name,
            id,
            legend: facet.legend,
            known: n !== undefined,
            title: n === undefined ? id : facet.terms[n].title,
          };
        }),
      );
    }

    function drop(state, choice) {
      const chosen = {
        ...state.chosen,
        [choice.name]: (state.chosen[choice.name] || []).filter((id) => id !== choice.id),
      };
      return { ...state, chosen };
    }

    /* How much an example rests on: how much was read, then how many kinds of knowledge. */
    function evidence(n) {
      const read = named.get("read").groups[n];
      return (read.length ? 4 - read[0] : 0) * 10 + named.get("knowledge").groups[n].length;
    }

    function sorted(numbers, sort) {
      return [...numbers].sort(
        (a, b) => (sort === "evidence" && evidence(b) - evidence(a)) || b - a,
      );
    }

    /* What draws the portrait of an example: the families of its themes, and its components. */
    function portrait(n) {
      const of = (name, key) =>
        named.get(name).groups[n].map((term) => named.get(name).terms[term][key]);
      return { families: of("theme", "family"), components: of("component", "id") };
    }

    /* The state with each id as it is written here: a title, another name, or an id of before, stands for its id. */
    function known(state) {
      const chosen = {};
      for (const [name, ids] of Object.entries(state.chosen)) {
        const facet = named.get(name);
        const titled = (id) =>
          facet.terms.find((term) =>
            [term.id, term.title, ...(term.also || [])].some((name) => slug(name) === slug(id)),
          );
        const current = (id) => facet.former.get(id) || (titled(id) || { id }).id;
        chosen[name] = [...new Set(ids.map((id) => (facet.number.has(id) ? id : current(id))))];
      }
      return { ...state, chosen };
    }

    return {
      all,
      named,
      known,
      matching,
      counts,
      without,
      choices,
      drop,
      sorted,
      portrait,
    };
  }

  const slug = (text) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");

  /* Themes, settings, roles … by the words that name them. `engine` reads words. */
  function choices(narrowed, engine) {
    const stemsOf = (text) => engine.tokenise(text).map(({ raw }) => engine.stem(raw));
    const all = narrowed.all.flatMap(({ name, legend, terms }) =>
      terms
        .filter(({ also }) => also)
        .flatMap(({ id, title, also }) =>
          [title, ...also].map((words) => ({ name, legend, id, title, stems: stemsOf(words) })),
        ),
    );
    const once = (found) => [
      ...new Map(found.map((one) => [one.name + " " + one.id, one])).values(),
    ];

    /* Those that a question names. */
    function browse(question) {
      const asked = " " + stemsOf(question).join(" ") + " ";
      return once(
        all.filter(({ stems }) => stems.length && asked.includes(" " + stems.join(" ") + " ")),
      );
    }

    /* Those with a word that differs from one of the question in a quarter of its letters at most. */
    function nearby(question) {
      const asked = stemsOf(question).filter((word) => word.length > 3);
      const by = ({ stems }) =>
        Math.min(
          ...asked.map((word) =>
            Math.min(...stems.map((other) => engine.editDistance(word, other) / word.length)),
          ),
        );
      const near = all.map((one) => ({ one, by: by(one) })).filter((one) => one.by <= 0.25);
      return once(near.sort((a, b) => a.by - b.by).map(({ one }) => one)).slice(0, 5);
    }

    return { browse, nearby };
  }

  Object.assign(window.practiceFinder, { facets, choices });
})();
