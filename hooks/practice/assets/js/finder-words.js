/* Reading a question: its words, what else they are called, what they may have been meant to be, and the passage that answers. No page, no network. */
(function () {
  "use strict";
  const STOP = new Set(
    "a about after again all also am an and any anyone anything are as at be because been " +
      "before being but by can cannot could did do does doing done each else ever every " +
      "everyone few for from get gets getting give go goes going got had has have having he her " +
      "hers him his how i if in instead into is isn it its just let lets like make makes making " +
      "many may me might more most much must my need needs no nobody not nothing of off often " +
      "on one only or other others our ours out over own put same she should since so some " +
      "someone something such take than that the their theirs them then there these they thing " +
      "things this those through to too try trying until up us use very want wants was way ways " +
      "we were what when where which while who whose why will with without won would you your " +
      "yours example examples find show please".split(" "),
  );
  const WORD = /[a-z0-9]+(?:['’.+-][a-z0-9]+)*\+?/g;
  const LONGEST = 6;

  function plain(text) {
    return text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/’/g, "'");
  }

  /* A word without its ending, so that “recording”, “recorded” and “records” are one. Rough, and the same for question and text. */
  function stem(word) {
    let w = word.replace(/'s$|'$/, "").replace(/[^a-z0-9]/g, "");
    if (w.length < 4) return w;
    w = w
      .replace(/ies$/, "y")
      .replace(/(ss|us|is)$/, "$1~")
      .replace(/s$/, "")
      .replace(/~$/, "");
    for (const ending of [
      "isation",
      "ization",
      "ations",
      "ation",
      "ments",
      "ment",
      "ings",
      "ing",
      "ional",
      "ions",
      "ion",
      "ors",
      "ers",
      "ies",
      "ed",
      "er",
      "or",
      "ive",
      "ally",
      "ly",
      "al",
      "e",
      "y",
    ]) {
      if (w.endsWith(ending) && w.length - ending.length >= 4)
        return w.slice(0, -ending.length).replace(/([b-df-hj-np-tv-z])\1$/, "$1");
    }
    return w;
  }

  function split(text) {
    return plain(text).match(WORD) || [];
  }

  const key = (text) => split(text).map(stem).join(" ");

  function words(raw) {
    const groups = new Map();
    const learn = (phrase, others) => {
      const at = key(phrase);
      if (at) groups.set(at, [...(groups.get(at) || []), others]);
    };
    raw.groups.forEach((group) => group.forEach((word) => learn(word, group)));
    const choices = new Map();
    for (const [name, legend, id, title, also] of raw.choices) {
      for (const at of new Set([title, ...also].map(key)))
        choices.set(at, [...(choices.get(at) || []), { name, legend, id, title }]);
    }

    /* The parts of a question that are worth looking for: a phrase that the library knows, or a word; each with its other forms. */
    function terms(question) {
      const said = split(question);
      const found = [];
      for (let n = 0; n < said.length;) {
        const length = phrase(said, n);
        if (length) found.push(term(said.slice(n, n + length)));
        else if (!STOP.has(said[n])) found.push(term([said[n]]));
        n += length || 1;
      }
      const once = new Map(found.map((one) => [key(one.said), one]));
      return once.size ? [...once.values()] : said.map((word) => term([word]));
    }

    function phrase(said, from) {
      for (let length = Math.min(LONGEST, said.length - from); length > 1; length--) {
        const at = key(said.slice(from, from + length).join(" "));
        if (groups.has(at) || choices.has(at)) return length;
      }
      return 0;
    }

    function term(said) {
      const text = said.join(" ");
      const known = groups.get(key(text)) || [];
      const others = (list) => [
        ...new Map(
          list.filter((word) => key(word) !== key(text)).map((word) => [key(word), plain(word)]),
        ).values(),
      ];
      return {
        said: text,
        usual: others(known.map((group) => group[0])),
        others: others(known.flatMap((group) => group.slice(1))),
        names: choices.get(key(text)) || [],
      };
    }

    /* Themes, settings, roles … that a question names. */
    function named(question) {
      const said = split(question);
      const found = new Map();
      for (let length = Math.min(LONGEST, said.length); length > 0; length--) {
        for (let n = 0; n + length <= said.length; n++) {
          for (const choice of choices.get(key(said.slice(n, n + length).join(" "))) || [])
            found.set(choice.name + " " + choice.id, choice);
        }
      }
      return [...found.values()];
    }

    /* Themes and settings whose words look most like those of a question. */
    function nearby(question) {
      const said = split(question)
        .filter((word) => word.length > 3 && !STOP.has(word))
        .map(stem);
      const near = [...choices].map(([at, list]) => ({
        list,
        by: Math.min(
          ...said.map((word) =>
            Math.min(...at.split(" ").map((other) => far(word, other) / word.length)),
          ),
        ),
      }));
      const found = new Map();
      for (const { list, by } of near.sort((a, b) => a.by - b.by))
        if (by < 0.5) for (const choice of list) found.set(choice.name + " " + choice.id, choice);
      return [...found.values()].slice(0, 5);
    }

    /* Told how the words of the field are spelt: how a word may have been meant, if there is none like it. */
    function spelling(list) {
      const known = list.split(" ");
      const stems = new Set(known.map(stem));
      return (word) => {
        if (word.length < 4 || stems.has(stem(word))) return "";
        const most = word.length < 7 ? 1 : 2;
        const near = known
          .filter((other) => Math.abs(other.length - word.length) <= most && other[0] === word[0])
          .map((other) => [far(word, other), other]);
        near.sort((a, b) => a[0] - b[0]);
        return near.length && near[0][0] <= most ? near[0][1] : "";
      };
    }

    return { terms, named, nearby, spelling };
  }

  /* In how many letters two words differ; two that changed places count as one. */
  function far(a, b) {
    const rows = [[...Array(b.length + 1).keys()]];
    for (let i = 1; i <= a.length; i++) {
      rows[i] = [i];
      for (let j = 1; j <= b.length; j++) {
        rows[i][j] = Math.min(
          rows[i - 1][j] + 1,
          rows[i][j - 1] + 1,
          rows[i - 1][j - 1] + (a[i - 1] !== b[j - 1]),
        );
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
    return rows[a.length][b.length];
  }

  /* ---- ranking ---- */
  const OTHER = 0.8; /* a page that has another form of a word counts so much less */
  const NAMED = 0.6; /* an example of a theme, setting or role that the question names counts so much more, for each */
  const SMOOTH = 10; /* so that one odd word does not decide */
  /* Pages that have the word itself: then only the usual word for it is asked for too, and not all
     others, which cost a reader more to load. */
  const ENOUGH = 20;
  const LEAST = 0.3; /* what is so much weaker than the best is left out, where a question has several parts */

  /* Pages by how well they fit all parts of a question. `find` gives [{ page, kind, score }] for one form of one part;
     a part has the pages of what it names. A word that most pages have tells nothing, and costs most to load: it is asked for
     only where there is no other. The forms of a part count as one word, as rare as all of them together.
     A page is left out when it is weak beside the best, both with what the parts name and by its words alone. */
  async function rank(all, { find, total, common }) {
    const usual = (term) => split(term.said).every(common);
    const telling = all.filter((term) => !usual(term) || term.named.length);
    const terms = telling.length ? telling : all;
    const sums = new Map();
    const sum = (page) => {
      if (!sums.has(page)) sums.set(page, { page, words: 0, named: 0, parts: 0 });
      return sums.get(page);
    };
    await Promise.all(
      terms.map(async (term) => {
        const fits = telling.length && usual(term) ? new Map() : await fitting(term, find);
        const pages = new Set([...fits.keys(), ...term.named]);
        term.rare = Math.log(1 + total / (pages.size + SMOOTH));
        for (const page of term.named) sum(page).named += NAMED * term.rare;
        for (const page of pages) {
          sum(page).words += term.rare * (fits.get(page) || 0);
          sum(page).parts += 1;
        }
      }),
    );
    const scored = [...sums.values()].map(({ page, words, named, parts }) => {
      const share = Math.sqrt(parts / terms.length);
      return { page, score: (words + named) * share, words: words * share };
    });
    const best = (key) => Math.max(...scored.map((one) => one[key]));
    const [most, mostByWords] = [best("score"), best("words")];
    const least = terms.length > 1 ? LEAST : 0;
    return scored
      .filter((one) => one.score >= most * least || (one.words && one.words >= mostByWords * least))
      .sort((a, b) => b.score - a.score || (a.page < b.page ? -1 : 1));
  }

  /* How well each page fits one part of a question, from 0 to 1: how much the source says that a form of it counts there,
     beside the best page of the same kind, since on a short page a word always counts much. */
  async function fitting(term, find) {
    const own = await find(term.said);
    const others = own.length < ENOUGH ? term.others : [];
    const forms = [
      [own, 1],
      ...(await Promise.all(
        [...term.usual, ...others].map(async (form) => [await find(form), OTHER]),
      )),
    ];
    const best = new Map();
    for (const [found, weight] of forms) {
      const most = {};
      for (const { kind, score } of found) most[kind] = Math.max(most[kind] || 0, score);
      for (const { page, kind, score } of found)
        best.set(page, Math.max(best.get(page) || 0, (weight * score) / most[kind]));
    }
    return best;
  }

  /* ---- passages ---- */
  const PASSAGE = 30;

  /* The stretch of a text in which most parts of a question stand, as [{ text, hit }]. */
  function passage(text, terms) {
    const wanted = new Map();
    for (const term of terms)
      for (const form of [term.said, ...term.usual, ...term.others])
        for (const word of split(form)) if (!STOP.has(word)) wanted.set(stem(word), term.rare || 1);
    const all = text.split(" ");
    const hits = all.map((word) => {
      const s = stem(plain(word).replace(/[^a-z0-9']/g, ""));
      return wanted.has(s) ? s : "";
    });
    if (!hits.some(Boolean)) return null;
    let start = 0;
    let best = -1;
    for (let n = 0; n < Math.max(1, all.length - PASSAGE + 8); n++) {
      const some = hits.slice(n, n + PASSAGE).filter(Boolean);
      const worth =
        [...new Set(some)].reduce((sum, word) => sum + wanted.get(word), 0) +
        some.length / 10 +
        (n === 0 || /[.?!:]$/.test(all[n - 1]) ? 0.5 : 0);
      if (worth > best) [best, start] = [worth, n];
    }
    const pieces = all
      .slice(start, start + PASSAGE)
      .map((word, n) => ({ text: word, hit: Boolean(hits[start + n]) }));
    if (start) pieces.unshift({ text: "…", hit: false });
    if (start + PASSAGE < all.length) pieces.push({ text: "…", hit: false });
    return pieces;
  }

  Object.assign(window.practiceFinder, { words, rank, passage, stem, split });
})();
